import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAbove, medianFinder, quantileFinder, select, selectMedian } from '../../../../electron/engine/score/statistics/select.ts'

/** Values with many equal ones among them. */
const someValues = fc.array(fc.oneof(fc.double({ noNaN: true, min: -5, max: 5 }), fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 300 })

describe('selecting without sorting', () => {
  it('gives what sorting gives: any place, the median, any quantile', () => {
    fc.assert(
      fc.property(someValues, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = Float64Array.from(list).sort()
        const at = share * (list.length - 1)
        const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
        expect(select(Float64Array.from(list), Math.floor(at))).toBe(low)
        expect(quantileFinder(list.length, [share])(Float64Array.from(list))[0]).toBeCloseTo(low + (at - Math.floor(at)) * (high - low), 12)
        const half = list.length >> 1
        const middle = sorted[half] ?? 0
        expect(selectMedian(Float64Array.from(list))).toBe(list.length % 2 === 1 ? middle : ((sorted[half - 1] ?? 0) + middle) / 2)
      }),
    )
  })

  it('finds the median of one column after another, however much they differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }).chain((size) => fc.array(fc.array(fc.double({ noNaN: true, min: -5, max: 5 }), { minLength: size, maxLength: size }), { minLength: 1, maxLength: 8 })), (columns) => {
        const find = medianFinder(columns[0]?.length ?? 0)
        for (const column of columns) expect(find(Float64Array.from(column))).toBe(selectMedian(Float64Array.from(column)))
      }),
    )
  })

  it('counts as well where nearly all values are the same, or lie together far from one other', () => {
    const size = 12_000
    const count = countAbove(size)
    const alike = Float64Array.from({ length: size }, (_, i) => (i === 0 ? 1000 : i % 2 === 0 ? 0 : i / 1e6))
    const sorted = alike.toSorted()
    expect([...count(alike)].slice(0, 50)).toEqual([...alike].slice(0, 50).map((own) => sorted.filter((other) => other > own).length))
  })

  it('counts how many values are higher than each, equal ones left out', () => {
    fc.assert(
      fc.property(someValues, (list) => {
        expect([...countAbove(list.length)(Float64Array.from(list))]).toEqual(list.map((own) => list.filter((other) => other > own).length))
      }),
    )
  })
})
