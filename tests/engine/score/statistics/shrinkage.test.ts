import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIP_CANCER } from '../../../../electron/engine/score/goldenData.ts'
import { fitAsPrior, fitGammaPoisson } from '../../../../electron/engine/score/statistics/gammaPoissonFit.ts'
import { exceedance, marshallPrior, posteriorInterval, posteriorRate, type Observation } from '../../../../electron/engine/score/statistics/shrinkage.ts'
import { hasSharedData, sharedData, whySkipped } from '../../../fixtures/sharedData.ts'

const observations = (counts: number[], exposures: number[]): Observation[] => counts.map((count, i) => ({ count, exposure: exposures[i] ?? 0 }))
const shrunk = (group: Observation[]) => group.map((one) => posteriorRate(one, marshallPrior(group)))
const toDigits = (values: number[], digits: number) => values.map((value) => Number(value.toFixed(digits)))

describe('Marshall shrinkage, toy example', () => {
  const group = observations([2, 0, 10, 1, 30, 4], [100, 50, 1000, 20, 1500, 800])
  const prior = marshallPrior(group)

  it('has the printed mean and variance, and the gamma that follows', () => {
    expect((prior.mean * 1000).toFixed(4)).toBe('13.5447')
    expect(prior.variance.toExponential(6)).toBe('2.655117e-5')
    expect(((prior.mean * prior.mean) / prior.variance).toFixed(4)).toBe('6.9096')
    expect((prior.mean / prior.variance).toFixed(4)).toBe('510.1345')
  })

  it('weighs each rate by its exposure', () => {
    const weights = group.map((one) => prior.variance / (prior.variance + prior.mean / one.exposure))
    expect(toDigits(weights, 4)).toEqual([0.1639, 0.0893, 0.6622, 0.0377, 0.7462, 0.6106])
  })

  it('puts 1 of 20 below 30 of 1,500', () => {
    expect(toDigits(shrunk(group).map((one) => one.mean * 1000), 4)).toEqual([14.6027, 12.3356, 11.1974, 14.92, 18.3618, 8.3271])
  })

  it('gives the printed 95 % intervals', () => {
    const intervals = shrunk(group).map((one) => posteriorInterval(one))
    expect(toDigits(intervals.map((one) => one.lower * 1000), 3)).toEqual([6.646, 4.923, 6.512, 6.404, 12.922, 4.143])
    expect(toDigits(intervals.map((one) => one.upper * 1000), 3)).toEqual([25.638, 23.093, 17.132, 26.975, 24.742, 13.947])
  })
})

describe('Marshall shrinkage where rates differ less than chance', () => {
  const group = observations([30, 25, 25, 15, 33, 21, 30, 20], [100, 100, 110, 90, 100, 90, 110, 90])

  it('stops at the mean instead of going past it', () => {
    expect(marshallPrior(group).variance).toBe(0)
    expect(toDigits(shrunk(group).map((one) => one.mean), 6)).toEqual(Array.from({ length: 8 }, () => 0.251899))
  })

  it('knows a point, not a distribution', () => {
    const first = posteriorRate({ count: 30, exposure: 100 }, marshallPrior(group))
    expect(posteriorInterval(first)).toEqual({ lower: first.mean, upper: first.mean })
    expect([exceedance(first, 0.25), exceedance(first, 0.26)]).toEqual([1, 0])
  })
})

describe('any group', () => {
  const groups = fc.array(fc.record({ count: fc.integer({ min: 0, max: 200 }), exposure: fc.integer({ min: 1, max: 5000 }) }), { minLength: 1, maxLength: 40 })

  it('a shrunk rate lies between its own rate and the mean, and inside its interval unless that is extremely skewed', () => {
    fc.assert(
      fc.property(groups, (group) => {
        const prior = marshallPrior(group)
        for (const one of group) {
          const posterior = posteriorRate(one, prior)
          const raw = one.count / one.exposure
          const { lower, upper } = posteriorInterval(posterior)
          expect(posterior.mean).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) * (1 - 1e-9))
          expect(posterior.mean).toBeLessThanOrEqual(Math.max(raw, prior.mean) * (1 + 1e-9))
          expect(lower).toBeLessThanOrEqual(posterior.mean)
          if (!posterior.gamma || posterior.gamma.shape > 0.1) expect(upper).toBeGreaterThanOrEqual(posterior.mean * (1 - 1e-9))
        }
      }),
    )
  })

  it('the chance of exceeding falls from one to zero and passes a half near the mean', () => {
    const posterior = posteriorRate({ count: 30, exposure: 1500 }, { mean: 0.0135, variance: 2.6e-5 })
    expect(exceedance(posterior, 0)).toBe(1)
    expect(exceedance(posterior, posterior.mean)).toBeGreaterThan(0.45)
    expect(exceedance(posterior, posterior.mean)).toBeLessThan(0.55)
    expect(exceedance(posterior, 0.1)).toBeLessThan(1e-9)
  })
})

describe('Scottish lip cancer', () => {
  const group = LIP_CANCER
  const at = (values: number[]) => [1, 2, 49, 56].map((district) => Number(values[district - 1]?.toFixed(4)))

  it('shrinks by moments as published', () => {
    expect(group.reduce((sum, one) => sum + one.count, 0)).toBe(536)
    expect(marshallPrior(group).variance.toFixed(6)).toBe('0.805404')
    expect(at(group.map((one) => one.count / one.exposure))).toEqual([6.5217, 4.5035, 0.3158, 0])
    expect(at(shrunk(group).map((one) => one.mean))).toEqual([3.9066, 4.0642, 0.3253, 0.4136])
  })

  it('shrinks by maximum likelihood as published', () => {
    const fit = fitGammaPoisson(group)
    if (!fit) throw new Error('no fit')
    expect([fit.shape.toFixed(5), fit.rate.toFixed(5), fit.logLikelihood.toFixed(5)]).toEqual(['1.87596', '1.31742', '-181.63214'])
    const posteriors = group.map((one) => posteriorRate(one, fitAsPrior(fit)))
    expect(at(posteriors.map((one) => one.mean))).toEqual([4.032, 4.0968, 0.332, 0.6096])
    const last = posteriors.at(-1)
    if (!last) throw new Error('no districts')
    const { lower, upper } = posteriorInterval(last)
    expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.0665', '1.7400'])
  })

  it('has no maximum where counts vary less than chance', () => {
    expect(fitGammaPoisson(observations([10, 10, 10, 10], [10, 10, 10, 10]))).toBeNull()
  })
})

describe.skipIf(!hasSharedData)(`reference data${whySkipped}`, () => {
  const read = (name: string) => JSON.parse(readFileSync(sharedData('spatial_stats', name), 'utf8'))
  const table = (name: string) => {
    const [head, ...lines] = readFileSync(sharedData('spatial_stats', name), 'utf8').trim().split('\n')
    const names = head?.split(',') ?? []
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])))
  }

  it('lip cancer with one decimal: fit and relative risks', () => {
    const group = table('lip_cancer.csv').map((row) => ({ count: Number(row['observed']), exposure: Number(row['expected']) }))
    const expected = read('reference_computed.json').lip_cancer.negbin_ml
    const fit = fitGammaPoisson(group)
    if (!fit) throw new Error('no fit')
    expect(fit.shape).toBeCloseTo(expected.alpha_shape, 5)
    expect(Math.log(fit.shape / fit.rate)).toBeCloseTo(expected.log_mu, 6)
    expect(fit.logLikelihood).toBeCloseTo(expected.loglik, 8)
    expect(toDigits(group.map((one) => posteriorRate(one, fitAsPrior(fit)).mean), 4)).toEqual(toDigits(expected.rr, 4))
  })

  it('sudden infant death in 100 counties: the published rates after shrinkage', () => {
    const rows = table('sids.csv')
    const group = rows.map((row) => ({ count: Number(row['SID74']), exposure: Number(row['BIR74']) }))
    const computed = read('reference_computed.json').sids_SID74_EB_marshall
    expect(marshallPrior(group).mean).toBeCloseTo(computed.mean, 14)
    expect(marshallPrior(group).variance).toBeCloseTo(computed.prior_var, 15)
    expect(toDigits(shrunk(group).slice(0, 5).map((one) => one.mean), 7)).toEqual(read('published_expected.json').sids2.SID74_BIR74_first5.empirical_bayes)
    rows.forEach((row, i) => expect(shrunk(group)[i]?.mean).toBeCloseTo(computed.eb[row['FIPS'] ?? ''], 12))
  })
})
