import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byarInterval, exactPoissonInterval, poissonAtLeast, poissonInterval, positivePredictiveValue, wilsonInterval, type Interval,
} from '../../../../electron/engine/score/statistics/intervals.ts'

const rounded = ({ lower, upper }: Interval, digits = 4) => [Number(lower.toFixed(digits)), Number(upper.toFixed(digits))]

describe('Poisson interval', () => {
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7874, 18.3915],
    [20, 12.2114, 30.8899],
    [100, 81.3621, 121.6279],
  ])('of %i is %f to %f: exact below 10, Byar from 10 on', (count, lower, upper) => {
    expect(rounded(poissonInterval(count))).toEqual([lower, upper])
  })

  it('of 5 after Byar is a little wider than exact', () => {
    expect(rounded(byarInterval(5))).toEqual([1.6113, 11.6682])
  })

  it('contains its count, and a higher level gives a wider interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
        const narrow = poissonInterval(count, 0.9)
        const wide = poissonInterval(count, 0.99)
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(narrow.lower).toBeLessThanOrEqual(count)
        expect(narrow.upper).toBeGreaterThan(count)
        expect(wide.upper).toBeGreaterThan(narrow.upper)
      }),
    )
  })

  it('exactly leaves 2.5 % on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const { lower, upper } = exactPoissonInterval(count)
        expect(poissonAtLeast(count, lower)).toBeCloseTo(0.025, 10)
        expect(1 - poissonAtLeast(count + 1, upper)).toBeCloseTo(0.025, 10)
      }),
    )
  })
})

describe('surprise of a count', () => {
  it('is small for 3 where 0.4 was expected, and not for one single event among many areas', () => {
    expect(poissonAtLeast(3, 0.4).toFixed(5)).toBe('0.00793')
    expect(poissonAtLeast(1, 0.02).toFixed(4)).toBe('0.0198')
    expect(poissonAtLeast(0, 0.02)).toBe(1)
  })
})

describe('Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [3, 20, 0.0524, 0.3604],
    [15, 148, 0.0624, 0.1605],
  ])('of %i out of %i is %f to %f', (hits, trials, lower, upper) => {
    expect(rounded(wilsonInterval(hits, trials))).toEqual([lower, upper])
  })

  it('never leaves 0…1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const { lower, upper } = wilsonInterval(Math.round(trials * share), trials)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(upper)
      }),
    )
  })
})

describe('what a flag is worth', () => {
  it('is 8.3 % at a base rate of 0.5 % with 90 % and 95 %, and 28.7 % with 80 % and 99 %', () => {
    expect((positivePredictiveValue(0.005, 0.9, 0.95) * 100).toFixed(1)).toBe('8.3')
    expect((positivePredictiveValue(0.005, 0.8, 0.99) * 100).toFixed(1)).toBe('28.7')
  })
})
