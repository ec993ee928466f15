import { z } from 'zod'
import type { SaleRow } from '../store/priceSales.ts'
import { median, robustRuler } from './statistics/robust.ts'

/** What a second price is held against. */
export const PriceLevel = z.object({
  /** per year the median of ln(price / WOZ value), so that size and kind of the dwellings sold cancel out */
  levels: z.record(z.string(), z.number()),
  /** robust standard deviation of the jumps: how far a second price usually lies from what is expected; null when not known */
  spread: z.number().nullable(),
})
export type PriceLevel = z.infer<typeof PriceLevel>

/**
 * The level of prices per year and how far second prices lie from it. A jump is ln(p₂/p₁) − (level₂ − level₁), between two days after each
 * other on which a dwelling changed hands for a price.
 * @param sales per dwelling in order of date
 * @param least years with fewer sales have no level, and with fewer jumps no spread is known
 */
export function priceLevel(sales: readonly SaleRow[], least: number): PriceLevel {
  const ratios = new Map<string, number[]>()
  for (const { date, price, woz } of sales) {
    if (price === null || woz === null) continue
    const year = yearOf(date)
    const known = ratios.get(year)
    if (known) known.push(Math.log(price / woz))
    else ratios.set(year, [Math.log(price / woz)])
  }
  const levels = new Map([...ratios].filter(([, of]) => of.length >= least).map(([year, of]) => [year, median(of)]))
  const jumps = sales.flatMap((sale, i) => {
    const jump = jumpBetween(sales[i - 1], sale, levels)
    return jump === null ? [] : [jump]
  })
  return { levels: Object.fromEntries([...levels].toSorted(([a], [b]) => (a < b ? -1 : 1))), spread: jumps.length < least ? null : robustRuler(jumps).scale }
}

function jumpBetween(former: SaleRow | undefined, sale: SaleRow, levels: ReadonlyMap<string, number>): number | null {
  if (former?.address !== sale.address || former.price === null || sale.price === null) return null
  const [earlier, later] = [levels.get(yearOf(former.date)), levels.get(yearOf(sale.date))]
  return earlier === undefined || later === undefined ? null : Math.log(sale.price / former.price) - (later - earlier)
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}
