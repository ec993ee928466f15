import type { DemoAddress } from './addresses.ts'
import type { CompanyMaker, DemoCompany, LegalForm } from './companies.ts'
import { addDays, daysAgo } from './dates.ts'
import type { DemoPerson, Population } from './people.ts'
import type { Plan } from './plan.ts'
import { weighted, type Picker, type Random } from './random.ts'
import type { WordLists } from './words.ts'

export type Owner = { person: DemoPerson; company: null } | { person: null; company: DemoCompany }

/** Who buys what and when; nobody buys before he exists. */
export interface OwnerDraw {
  corporation(): Owner
  /** who owns the address since a day */
  current(address: DemoAddress, since: string, isPlanted: boolean): Owner[]
  /** who owned it from one day to another */
  former(address: DemoAddress, since: string, until: string, isPlanted: boolean): Owner
}

/** Only legal persons stand in the land register under their own number. */
const ownable: readonly LegalForm[] = ['bv', 'nv', 'stichting', 'cooperatie', 'buitenlands']
/** What a company is that was made to hold one or two addresses. */
const vehicleForm: Picker<LegalForm> = weighted([['bv', 62], ['stichting', 16], ['buitenlands', 22]])
/** Holding companies for one deal came into use this many days before the deliveries. */
const VEHICLES_SINCE = 3_000

export function makeOwnerDraw(addresses: readonly DemoAddress[], population: Population, maker: CompanyMaker, words: WordLists, plan: Plan, random: Random): OwnerDraw {
  const legal = maker.companies.filter((company) => ownable.includes(company.legalForm))
  const property = legal.filter((company) => company.branch.risk === 'vastgoed')
  const occupants = Map.groupBy(legal.flatMap((company) => company.establishments.map(({ address }) => ({ company, address: address.index }))), ({ address }) => address)
  const corporations = makeCorporations(addresses, maker, words, random)
  const vehicle = makeVehicles(addresses, maker, plan, random)
  const residents = population.people.filter((person) => person.home !== null)

  const investor = (since: string, until: string): DemoCompany | null => existing(random.chance(0.55) ? property : legal, since, until, random)
  const ordinary = (address: DemoAddress, since: string, until: string): DemoCompany | null => {
    const own = address.place === 'woning' ? undefined : occupants.get(address.index)?.find(({ company }) => company.started <= since && (company.ended === '' || company.ended >= until))
    return own && random.chance(0.6) ? own.company : investor(since, until)
  }
  const company = (address: DemoAddress, since: string, until: string, isPlanted: boolean): DemoCompany | null =>
    isPlanted && since > daysAgo(VEHICLES_SINCE) && random.chance(0.6) ? vehicle(since) : ordinary(address, since, until)

  return {
    corporation: () => ({ person: null, company: random.pick(corporations) }),
    current: (address, since, isPlanted) => {
      const share = address.place === 'woning' ? (isPlanted ? 0.4 : 0.07) : 0.7
      const buyer = random.chance(share) ? company(address, since, daysAgo(0), isPlanted) : null
      if (buyer) return [{ person: null, company: buyer }]
      const live = population.residents.get(address.index) ?? []
      if (live.length > 0 && random.chance(0.9)) return live.slice(0, 2).map((person) => ({ person, company: null }))
      return [{ person: random.chance(0.6) && residents.length > 0 ? random.pick(residents) : population.outsider(), company: null }]
    },
    former: (address, since, until, isPlanted) => {
      const share = address.place === 'woning' ? (isPlanted ? 0.4 : 0.08) : 0.6
      const seller = random.chance(share) ? company(address, since, until, isPlanted) : null
      return seller ? { person: null, company: seller } : { person: population.outsider(), company: null }
    },
  }
}

/** Housing corporations, under names of their own. */
function makeCorporations(addresses: readonly DemoAddress[], maker: CompanyMaker, words: WordLists, random: Random): DemoCompany[] {
  const rental = words.branches.find((branch) => branch.sbi2008 === '68203')
  if (!rental) throw new Error('resources/demo/branches.json: no branch 68203')
  const offices = officesOf(addresses)
  return words.corporations.map((name) => maker.make({ branch: rental, address: random.pick(offices), legalForm: 'stichting', name, started: '1976-01-05', ended: '' }))
}

/** Companies founded shortly before they buy; now and then one buys a second or third address. */
function makeVehicles(addresses: readonly DemoAddress[], maker: CompanyMaker, plan: Plan, random: Random): (since: string) => DemoCompany {
  const offices = officesOf(addresses)
  const made: DemoCompany[] = []
  return (since) => {
    const yearBefore = addDays(since, -365)
    const young = made.filter(({ started }) => started <= since && started > yearBefore).slice(-3)
    if (young.length > 0 && random.chance(0.45)) return random.pick(young)
    const started = addDays(since, -random.between(10, 300))
    const fresh = maker.make({ branch: random.pick(plan.branches.vastgoed), address: random.pick(offices), legalForm: vehicleForm(random), started, ended: '' })
    made.push(fresh)
    return fresh
  }
}

function officesOf(addresses: readonly DemoAddress[]): readonly DemoAddress[] {
  const offices = addresses.filter((address) => address.place === 'kantoor')
  return offices.length > 0 ? offices : addresses
}

/** One of the companies that was there all that time; null when a few tries find none. */
function existing(companies: readonly DemoCompany[], since: string, until: string, random: Random): DemoCompany | null {
  for (let attempt = 0; attempt < 12 && companies.length > 0; attempt += 1) {
    const found = random.pick(companies)
    if (found.started <= since && (found.ended === '' || found.ended >= until)) return found
  }
  return null
}
