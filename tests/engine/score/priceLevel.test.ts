import fc from 'fast-check'
import { expect, it } from 'vitest'
import { priceLevel } from '../../../electron/engine/score/priceLevel.ts'
import type { SaleRow } from '../../../electron/engine/store/priceSales.ts'

/** Ten dwellings, each sold in 2010 and again in 2024. */
function resales(factors: readonly number[]): SaleRow[] {
  return factors.flatMap((factor, address) => [
    { address, date: '2010-05-01', price: 100_000, woz: 200_000 },
    { address, date: '2024-05-01', price: 200_000 * factor, woz: 200_000 },
  ])
}

it('the level of a year is the median of ln(price / WOZ), the spread 1.4826 × the middle distance of the jumps', () => {
  const { levels, spread } = priceLevel(resales([0.9, 0.95, 0.95, 1, 1, 1, 1.05, 1.05, 1.24, 1.26]), 10)
  expect(levels).toEqual({ '2010': Math.log(0.5), '2024': 0 })
  expect(spread).toBeCloseTo(1.4826 * ((Math.log(1.05) - Math.log(0.95)) / 2), 12)
})

it('too few sales in a year give no level, too few jumps no spread', () => {
  expect(priceLevel(resales([1, 1, 1]), 10)).toEqual({ levels: {}, spread: null })
  const once = resales(Array.from({ length: 10 }, () => 1)).filter(({ date }) => date < '2020')
  expect(priceLevel(once, 10)).toEqual({ levels: { '2010': Math.log(0.5) }, spread: null })
})

it('a day without a price stands between two prices that then are not after each other', () => {
  const sales = resales(Array.from({ length: 10 }, () => 1)).flatMap((sale) => (sale.date < '2020' ? [sale, { ...sale, date: '2015-01-01', price: null }] : [sale]))
  expect(priceLevel(sales, 10).spread).toBeNull()
})

it('does not depend on how high prices are, nor on what they did from one year to another', () => {
  const factors = fc.array(fc.double({ min: 0.3, max: 3, noNaN: true }), { minLength: 10, maxLength: 30 })
  fc.assert(fc.property(factors, fc.double({ min: 0.2, max: 5, noNaN: true }), (made, rise) => {
    const risen = resales(made).map((sale) => (sale.date < '2020' || sale.price === null ? sale : { ...sale, price: sale.price * rise }))
    expect(priceLevel(risen, 10).spread).toBeCloseTo(priceLevel(resales(made), 10).spread ?? Number.NaN, 9)
  }))
})
