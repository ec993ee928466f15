import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fadedObservation, weightedSum, weightOfStep, type ByAge } from '../../../../electron/engine/score/statistics/fading.ts'
import type { Observation } from '../../../../electron/engine/score/statistics/shrinkage.ts'

/** Sums over age of what lies in each step, newest first. */
function upTo([first = { count: 0, exposure: 0 }, ...rest]: readonly Observation[]): ByAge {
  const sums: [Observation, ...Observation[]] = [first]
  let last = first
  for (const one of rest) {
    last = { count: last.count + one.count, exposure: last.exposure + one.exposure }
    sums.push(last)
  }
  return sums
}

const steps = fc.array(fc.record({ count: fc.nat(50), exposure: fc.integer({ min: 1, max: 2000 }) }), { minLength: 1, maxLength: 10 })
const halfLives = fc.integer({ min: 1, max: 20 }).map((n) => n * 6)
const weightsOf = (n: number, halfLife: number) => Array.from({ length: n }, (_, k) => weightOfStep(k, 6, halfLife))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('events that count for less as they grow older', () => {
  it('come to the count and exposure computed by hand', () => {
    // 3 events in the newer half year and 2 in the older, of 100 addresses; half after six months
    const byAge = upTo([{ count: 3, exposure: 50 }, { count: 2, exposure: 50 }])
    // T = 3 + 1 = 4, M = 50 + 25 = 75, V = 50 + 12.5 = 62.5; y* = 4 × 75 / 62.5, n* = 75² / 62.5
    expect(weightedSum(byAge, [1, 0.5], 'count')).toBe(4)
    expect(fadedObservation(byAge, [1, 0.5])).toEqual({ count: expect.closeTo(4.8, 12), exposure: expect.closeTo(90, 12) })
  })

  it('of which there are none on an exposure have that exposure still, and where there is none there is nothing', () => {
    expect(fadedObservation(upTo([{ count: 0, exposure: 50 }, { count: 0, exposure: 50 }]), [1, 0.5])).toEqual({ count: 0, exposure: expect.closeTo(90, 12) })
    expect(fadedObservation(upTo([{ count: 0, exposure: 0 }, { count: 0, exposure: 0 }]), [1, 0.5])).toEqual({ count: 0, exposure: 0 })
  })

  it('are the plain count, to the last bit, where all weigh the same or there is one step', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const byAge = upTo(list)
        expect(fadedObservation(byAge, list.map(() => 1))).toEqual(byAge.at(-1))
        expect(fadedObservation([byAge[0]], [1])).toEqual(byAge[0])
      }),
    )
  })

  it('keep the weighted rate, and the relative variance that a sum of weighted Poissons has at a constant rate', () => {
    fc.assert(
      fc.property(steps, halfLives, fc.double({ min: 1e-4, max: 2, noNaN: true }), (list, halfLife, rate) => {
        const weights = weightsOf(list.length, halfLife)
        const weighed = (of: (one: Observation) => number, power: number) => sum(list.map((one, k) => (weights[k] ?? 0) ** power * of(one)))
        const { count, exposure } = fadedObservation(upTo(list), weights)
        expect(count / exposure).toBeCloseTo(weighed((one) => one.count, 1) / weighed((one) => one.exposure, 1), 10)
        // variance / mean² of the sum at that rate, against 1 / (rate × n*) of a plain count
        const [mean, variance] = [rate * weighed((one) => one.exposure, 1), rate * weighed((one) => one.exposure, 2)]
        expect(rate * exposure).toBeCloseTo((mean * mean) / variance, 6)
      }),
    )
  })

  it('are what Fay and Feuer make of them where the rate is the same at every age, and never say more than the events themselves', () => {
    fc.assert(
      fc.property(steps, halfLives, fc.integer({ min: 1, max: 5 }), (list, halfLife, rate) => {
        const even = list.map(({ exposure }) => ({ count: rate * exposure, exposure }))
        const weights = weightsOf(list.length, halfLife)
        const total = sum(even.map(({ count }, k) => (weights[k] ?? 0) * count))
        const variance = sum(even.map(({ count }, k) => (weights[k] ?? 0) ** 2 * count))
        const { count, exposure } = fadedObservation(upTo(even), weights)
        expect(count / ((total * total) / variance)).toBeCloseTo(1, 9)
        expect(exposure).toBeLessThanOrEqual(sum(list.map((one) => one.exposure)) * (1 + 1e-12))
      }),
    )
  })
})
