import { DEMO_DAY } from '../../today.ts'
import type { DemoAddress } from './addresses.ts'
import { addDays, daysBetween, randomDay } from './dates.ts'
import type { Random } from './random.ts'
import type { WordLists } from './words.ts'

/** How an address was bought. */
export interface Sale {
  price: number | null
  coversMore: boolean
  mortgage: number | null
  mortgagee: string
  mortgageeKind: 'bank' | 'rechtspersoon' | 'natuurlijk-persoon' | ''
}

/** Whether more of the phenomenon was planted at the address, and whether a company buys. */
export interface SaleCircumstances {
  isPlanted: boolean
  isCompany: boolean
}

export const noSale: Sale = { price: null, coversMore: false, mortgage: null, mortgagee: '', mortgageeKind: '' }

/** Market value in whole euros on a date: a price per square metre that fell until 2013 and rose since. */
export function marketValue(address: DemoAddress, date: string): number {
  const year = Number(date.slice(0, 4)) + Number(date.slice(5, 7)) / 12
  const index = year < 2008.5 ? 0.47 + (year - 1998) * 0.019 : year < 2013.5 ? 0.67 - (year - 2008.5) * 0.03 : 0.52 * Math.pow(1.052, year - 2013.5)
  const perMetre = address.place === 'woning' ? 3650 : address.place === 'industrie' ? 1150 : 2100
  return Math.round((perMetre * Math.pow(address.floorArea, 0.88) * 1.75 * Math.max(index, 0.25)) / 1000) * 1000
}

/**
 * The dates an address changed hands in the last twenty years, oldest first. A handful is passed on again and again,
 * some are sold on within half a year; both more often where it was planted.
 * @param movedIn when the residents were registered, which is when they bought
 */
export function saleDates(address: DemoAddress, movedIn: string | undefined, isPlanted: boolean, random: Random): string[] {
  const isRecent = isPlanted && random.chance(0.5)
  const last = isRecent ? randomDay(random, 40, 1_300) : (movedIn ?? randomDay(random, 40, address.place === 'woning' ? 7_200 : 5_000))
  const isPassedOn = random.chance(isPlanted ? 0.16 : 0.006)
  const earlier = isPassedOn ? random.between(4, 6) : random.chance(0.3) ? 1 : 0
  const dates = [last]
  for (let i = 0; i < earlier; i += 1) {
    const gap = isPassedOn ? random.between(90, 900) : random.between(700, 4000)
    dates.unshift(addDays(dates[0] ?? last, -gap))
  }
  const isSoldOn = random.chance(isPlanted ? 0.2 : 0.003) && daysBetween(last, DEMO_DAY) > 200
  if (isSoldOn) dates.push(addDays(last, random.between(20, 170)))
  const built = `${address.buildYear}-03-15`
  const possible = dates.filter((date) => date > built)
  return possible.length > 0 ? possible : [built]
}

/** Price and mortgage of one sale; where it was planted more often without a bank and at an odd price. */
export function makeSale(address: DemoAddress, date: string, { isPlanted, isCompany }: SaleCircumstances, words: WordLists, random: Random): Sale {
  const isOdd = random.chance(isPlanted ? 0.3 : 0.012)
  const noise = Math.exp((random.next() + random.next() - 1) * 0.18) * (isOdd ? (random.chance(0.5) ? 0.42 : 1.9) : 1)
  const price = Math.round((marketValue(address, date) * noise) / 500) * 500
  const coversMore = isCompany && random.chance(0.12)
  if (random.chance(isCompany ? 0.55 : isPlanted ? 0.5 : 0.13)) return { ...noSale, price, coversMore }
  const mortgage = Math.round((price * (0.55 + random.next() * 0.45)) / 1000) * 1000
  return { price, coversMore, mortgage, ...lender(isPlanted, words, random) }
}

function lender(isPlanted: boolean, words: WordLists, random: Random): Pick<Sale, 'mortgagee' | 'mortgageeKind'> {
  if (!random.chance(isPlanted ? 0.35 : 0.03)) return { mortgagee: random.pick(words.banks), mortgageeKind: 'bank' }
  const [prefix, family] = random.pick(words.names.family)
  if (random.chance(0.6)) return { mortgagee: [random.pick(words.names.given), prefix, family].filter(Boolean).join(' '), mortgageeKind: 'natuurlijk-persoon' }
  return { mortgagee: `${random.pick(words.companyNames)} Finance B.V.`, mortgageeKind: 'rechtspersoon' }
}
