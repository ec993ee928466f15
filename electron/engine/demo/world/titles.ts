import type { DemoAddress } from './addresses.ts'
import { daysAgo } from './dates.ts'
import type { Owner, OwnerDraw } from './owners.ts'
import type { Population } from './people.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { makeSale, marketValue, noSale, saleDates, type Sale } from './sales.ts'
import type { WordLists } from './words.ts'

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
/** Since when companies that deal in property odd prices are paid by; older deeds are past comparing. */
const ODD_SINCE_DAYS = 3_000

/** What the land register delivers of the whole municipality. */
export function makeTitles(addresses: readonly DemoAddress[], population: Population, owners: OwnerDraw, words: WordLists, plan: Plan, random: Random): DemoTitle[] {
  return addresses.flatMap((address) => {
    const common = { address, right: rightOf(address, random), wozValue: wozValue(address, random) }
    if (address.place === 'woning' && random.chance(0.28)) {
      return [{ ...common, ...noSale, owner: owners.corporation(), share: [1, 1] as const, started: `${address.buildYear}-06-01`, ended: '' }]
    }
    const isPlanted = plan.factor('vastgoed', address) > 1
    const dates = saleDates(address, population.residents.get(address.index)?.[0]?.registered, isPlanted, random)
    return dates.flatMap((started, i) => {
      const until = dates[i + 1]
      const buyers = until === undefined ? owners.current(address, started, isPlanted) : [owners.former(address, started, until, isPlanted)]
      const sale = makeSale(address, started, { isPlanted: isPlanted || buyers.some((buyer) => isOfRiskBranch(buyer, started, plan)), isCompany: buyers.some((buyer) => buyer.company !== null) }, words, random)
      return buyers.map((owner) => ({ ...common, ...sale, owner, share: [1, buyers.length] as const, started, ended: until ?? '' }))
    })
  })
}

function isOfRiskBranch({ company }: Owner, date: string, plan: Plan): boolean {
  return company !== null && company.legalForm !== 'stichting' && date > daysAgo(ODD_SINCE_DAYS) && plan.isRiskBranch('vastgoed', company.branch)
}

export function rightOf(address: DemoAddress, random: Random): DemoTitle['right'] {
  if (random.chance(0.04)) return 'erfpacht'
  return address.suffix !== '' || random.chance(0.2) ? 'appartementsrecht' : 'eigendom'
}

export function wozValue(address: DemoAddress, random: Random): number {
  return Math.round((marketValue(address, WOZ_DATE) * (0.93 + random.next() * 0.14)) / 1000) * 1000
}
