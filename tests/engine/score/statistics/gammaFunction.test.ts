import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiSquareQuantile, digamma, gammaAbove, gammaBelow, gammaQuantile, logGamma, normalBelow, normalQuantile, trigamma,
} from '../../../../electron/engine/score/statistics/gammaFunction.ts'

describe('gamma function', () => {
  it('is the factorial at whole numbers and √π at a half', () => {
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9)
    expect(logGamma(171)).toBeCloseTo(706.5730622457875, 9)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
    expect(logGamma(1e-8)).toBeCloseTo(18.420680738180207, 10)
  })

  it('has the derivatives Euler and Basel are known for', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13)
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13)
    expect(trigamma(1)).toBeCloseTo((Math.PI * Math.PI) / 6, 12)
    expect(trigamma(0.5)).toBeCloseTo((Math.PI * Math.PI) / 2, 12)
  })

  it('satisfies its recurrences', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5000, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 8)
        expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 8)
        expect(trigamma(x) - trigamma(x + 1)).toBeCloseTo(1 / (x * x), 8)
      }),
    )
  })
})

describe('gamma distribution', () => {
  const shapes = fc.double({ min: 0.02, max: 20_000, noNaN: true })

  it('is exponential at shape 1', () => {
    expect(gammaBelow(1, 0.7)).toBeCloseTo(1 - Math.exp(-0.7), 14)
    expect(gammaAbove(1, 30)).toBeCloseTo(Math.exp(-30), 20)
  })

  it('shares add up to one', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0.01, max: 4, noNaN: true }), (shape, factor) => {
        expect(gammaBelow(shape, shape * factor) + gammaAbove(shape, shape * factor)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('quantile and share undo each other', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (shape, p) => {
        expect(gammaBelow(shape, gammaQuantile(p, shape))).toBeCloseTo(p, 9)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the printed chi-square quantiles', () => {
    expect(chiSquareQuantile(0.95, 1).toFixed(3)).toBe('3.841')
    expect(chiSquareQuantile(0.975, 10).toFixed(3)).toBe('20.483')
    expect(chiSquareQuantile(0.025, 2).toFixed(4)).toBe('0.0506')
  })
})

describe('normal distribution', () => {
  it('gives the printed quantiles', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 13)
    // Bonferroni, two-sided, 150 areas
    expect(normalQuantile(1 - 0.05 / 300).toFixed(3)).toBe('3.588')
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
  })

  it('quantile and share undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 11)
      }),
    )
  })
})
