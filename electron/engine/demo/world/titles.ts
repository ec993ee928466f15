import type { DemoAddress } from './addresses.ts'
import type { CompanyMaker, DemoCompany } from './companies.ts'
import type { DemoPerson, Population } from './people.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { makeSale, marketValue, noSale, saleDates, type Sale } from './sales.ts'
import type { WordLists } from './words.ts'

export type Owner = { person: DemoPerson; company: null } | { person: null; company: DemoCompany }

/** A real right on an address with how it was acquired; ended ones tell the history. */
export interface DemoTitle extends Sale {
  address: DemoAddress
  right: 'eigendom' | 'erfpacht' | 'appartementsrecht'
  share: readonly [part: number, whole: number]
  owner: Owner
  started: string
  ended: string
  wozValue: number
}

/** The day the WOZ values of the delivery stand for. */
export const WOZ_DATE = '2025-01-01'

/** What the land register delivers of the whole municipality. */
export function makeTitles(addresses: readonly DemoAddress[], population: Population, maker: CompanyMaker, words: WordLists, plan: Plan, random: Random): DemoTitle[] {
  const landlords = landlordsOf(maker, words, addresses, random)
  const owners: OwnerDraw = { landlords: landlords.private, residents: population.people.filter((person) => person.home !== null), population, random }
  return addresses.flatMap((address) => {
    const common = { address, right: rightOf(address, random), wozValue: wozValue(address, random) }
    if (address.place === 'woning' && random.chance(0.28)) {
      const owner: Owner = { person: null, company: random.pick(landlords.corporations) }
      return [{ ...common, ...noSale, owner, share: [1, 1] as const, started: `${address.buildYear}-06-01`, ended: '' }]
    }
    const isPlanted = plan.factor('vastgoed', address) > 1
    const dates = saleDates(address, population.residents.get(address.index)?.[0]?.registered, isPlanted, random)
    return dates.flatMap((started, i) => {
      const isLast = i === dates.length - 1
      const buyers = isLast ? currentOwners(address, isPlanted, owners) : [formerOwner(isPlanted, owners)]
      const sale = makeSale(address, started, { isPlanted, isCompany: buyers.some((buyer) => buyer.company !== null) }, words, random)
      return buyers.map((owner) => ({ ...common, ...sale, owner, share: [1, buyers.length] as const, started, ended: dates[i + 1] ?? '' }))
    })
  })
}

export function rightOf(address: DemoAddress, random: Random): DemoTitle['right'] {
  if (random.chance(0.04)) return 'erfpacht'
  return address.suffix !== '' || random.chance(0.2) ? 'appartementsrecht' : 'eigendom'
}

export function wozValue(address: DemoAddress, random: Random): number {
  return Math.round((marketValue(address, WOZ_DATE) * (0.93 + random.next() * 0.14)) / 1000) * 1000
}

interface Landlords {
  corporations: DemoCompany[]
  private: DemoCompany[]
}

/** Housing corporations under names of their own, and the property companies that exist. */
function landlordsOf(maker: CompanyMaker, words: WordLists, addresses: readonly DemoAddress[], random: Random): Landlords {
  const rental = words.branches.find((branch) => branch.sbi2008 === '68203')
  if (!rental) throw new Error('resources/demo/branches.json: no branch 68203')
  const property = maker.companies.filter((company) => company.branch.risk === 'vastgoed')
  const offices = addresses.filter((address) => address.place === 'kantoor')
  const corporations = words.corporations.map((name) => {
    const address = random.pick(offices.length > 0 ? offices : addresses)
    return maker.make({ branch: rental, address, legalForm: 'stichting', name, started: '1988-01-04', ended: '' })
  })
  return { corporations, private: property.length > 0 ? property : corporations }
}

interface OwnerDraw {
  landlords: readonly DemoCompany[]
  residents: readonly DemoPerson[]
  population: Population
  random: Random
}

function currentOwners(address: DemoAddress, isPlanted: boolean, { landlords, residents, population, random }: OwnerDraw): Owner[] {
  const byCompany = address.place === 'woning' ? (isPlanted ? 0.28 : 0.07) : 0.7
  if (random.chance(byCompany)) return [{ person: null, company: random.pick(landlords) }]
  const live = population.residents.get(address.index) ?? []
  if (live.length > 0 && random.chance(0.9)) return live.slice(0, 2).map((person) => ({ person, company: null }))
  return [{ person: random.chance(0.6) && residents.length > 0 ? random.pick(residents) : population.outsider(), company: null }]
}

function formerOwner(isPlanted: boolean, { landlords, population, random }: OwnerDraw): Owner {
  if (random.chance(isPlanted ? 0.4 : 0.08)) return { person: null, company: random.pick(landlords) }
  return { person: population.outsider(), company: null }
}
