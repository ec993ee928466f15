import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { falseDiscoveryRates } from '../../../../electron/engine/score/statistics/falseDiscovery.ts'
import {
  binaryWeights, localGi, localGiStar, moran, quarticKernel, rowStandardised, standardisedRates,
} from '../../../../electron/engine/score/statistics/spatial.ts'
import { hasSharedData, sharedData, whySkipped } from '../../../fixtures/sharedData.ts'

const rounded = (values: number[], digits: number) => values.map((value) => Number(value.toFixed(digits)))

/** The six points of Getis and Ord's example: neighbours within 15. */
const points = [[10, 10], [20, 10], [40, 10], [15, 20], [30, 20], [30, 30]] as const
const values = [2, 3, 3.2, 5, 8, 7]
const near = points.map(([x, y], i) => points.flatMap(([a, b], j) => (i !== j && Math.hypot(x - a, y - b) <= 15 ? [j] : [])))

describe('local Gi', () => {
  it('gives the printed values with the area itself', () => {
    expect(rounded(localGiStar(values, binaryWeights(near)), 8)).toEqual([-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331])
  })

  it('gives the printed values without it', () => {
    expect(rounded(localGi(values, binaryWeights(near)), 7)).toEqual([-1.0136729, -0.0436159, 1.315587, -0.3141268, 1.1537399, 1.7783394])
  })

  it('does not change when values are shifted or stretched', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (xs, factor) => {
        fc.pre(new Set(xs).size > 1)
        const moved = localGiStar(xs.map((x) => x * factor + 5), binaryWeights(near))
        localGiStar(xs, binaryWeights(near)).forEach((z, i) => expect(moved[i]).toBeCloseTo(z, 8))
      }),
    )
  })
})

describe("Moran's I", () => {
  it('of the six points is as printed', () => {
    const found = moran(values, rowStandardised(near))
    expect([found.index.toFixed(6), found.expected]).toEqual(['0.118990', -0.2])
  })
})

describe('rates standardised for Moran', () => {
  it('are as printed for the eight regions', () => {
    const exposure = [100, 100, 110, 90, 100, 90, 110, 90]
    const group = [30, 25, 25, 15, 33, 21, 30, 20].map((count, i) => ({ count, exposure: exposure[i] ?? 0 }))
    expect(rounded(standardisedRates(group), 8)).toEqual([1.03843594, -0.04099089, -0.56250375, -1.73061861, 1.68609205, -0.37696643, 0.47576252, -0.60257513])
  })
})

describe('false discovery rate', () => {
  it('of the fifteen p-values of Benjamini and Hochberg is as printed', () => {
    const q = falseDiscoveryRates([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34])
    expect(rounded(q, 4)).toEqual([0.015, 0.06, 0.126, 0.126, 0.126, 0.15, 0.1586, ...Array.from({ length: 7 }, () => 0.2946), 0.34])
  })

  it('is never below the p-value, keeps their order, and does not depend on the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (ps) => {
        const q = falseDiscoveryRates(ps)
        const backward = falseDiscoveryRates(ps.toReversed()).toReversed()
        ps.forEach((p, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(p * (1 - 1e-12))
          expect(q[i]).toBeLessThanOrEqual(1)
          expect(backward[i]).toBe(q[i])
        })
      }),
    )
  })
})

describe('kernel density', () => {
  it('of one event is as printed, and all of it is one event', () => {
    const perKm2 = (distance: number) => quarticKernel(distance, 500) * 1e6
    expect([perKm2(0).toFixed(4), perKm2(250).toFixed(4), perKm2(500)]).toEqual(['3.8197', '2.1486', 0])
    let total = 0
    for (let r = 0.5; r < 500; r += 1) total += quarticKernel(r, 500) * 2 * Math.PI * r
    expect(total).toBeCloseTo(1, 4)
  })
})

describe.skipIf(!hasSharedData)(`published areas${whySkipped}`, () => {
  const read = (name: string) => JSON.parse(readFileSync(sharedData('spatial_stats', name), 'utf8'))
  const published = () => read('published_expected.json')
  const computed = () => read('reference_computed.json')
  const column = (file: string, name: string): number[] => {
    const [head, ...lines] = readFileSync(sharedData('spatial_stats', file), 'utf8').trim().split('\n')
    const at = head?.split(',').indexOf(name) ?? -1
    return lines.map((line) => Number(line.split(',')[at]))
  }
  const lists = (file: string, ids: readonly string[]): number[][] => {
    const neighbours: Record<string, string[]> = read(file)
    return ids.map((id) => (neighbours[id] ?? []).map((other) => ids.indexOf(other)))
  }

  it('Columbus: I, variance and z to the printed digits, with both kinds of weights', () => {
    const crime = column('oldcol.csv', 'CRIME')
    const near49 = lists('oldcol_neighbours.json', crime.map((_, i) => String(i + 1)))
    for (const [weights, expected] of [[rowStandardised(near49), published().oldcol.moran_W], [binaryWeights(near49), published().oldcol.moran_B]] as const) {
      const found = moran(crime, weights)
      expect(found.index).toBeCloseTo(expected.I, 8)
      expect(found.variance).toBeCloseTo(expected.V_randomisation, 8)
      expect(found.z.toFixed(4)).toBe(expected.z.toFixed(4))
    }
  })

  it('Columbus: Gi and Gi* of all 49 districts', () => {
    const crime = column('oldcol.csv', 'CRIME')
    const near49 = binaryWeights(lists('oldcol_neighbours.json', crime.map((_, i) => String(i + 1))))
    const { oldcol_CRIME_localG_B: plain, oldcol_CRIME_localGstar_B: star } = computed()
    localGi(crime, near49).forEach((z, i) => expect(z).toBeCloseTo(plain[String(i + 1)], 9))
    localGiStar(crime, near49).forEach((z, i) => expect(z).toBeCloseTo(star[String(i + 1)], 9))
  })

  it('sudden infant death: Moran of the published rates and of the standardised ones', () => {
    const ids = column('sids.csv', 'FIPS').map(String)
    const rate = column('sids.csv', 'SIDR74')
    const contiguous = lists('sids_contiguity.json', ids)
    const found = moran(rate, rowStandardised(contiguous))
    expect(found.index).toBeCloseTo(published().sids2.moran_SIDR74_W.I, 9)
    expect(found.variance).toBeCloseTo(computed().sids_SIDR74_W.V_rand, 9)
  })

  it('sudden infant death: the published empirical Bayes index, with two counties that have no neighbours', () => {
    const ids = column('sids.csv', 'FIPS').map(String)
    const births = column('sids.csv', 'BIR74')
    const deaths = column('sids.csv', 'SID74')
    const weights = binaryWeights(lists('sids_ncCC89.json', ids))
    const { EBI, moran_raw_rate: raw } = published().sids_EB_index
    // the published index counts all hundred counties, that of the raw rates the 98 with neighbours
    const index = moran(standardisedRates(deaths.map((count, i) => ({ count, exposure: births[i] ?? 1 }))), weights).index
    expect(((index * 100) / 98).toFixed(5)).toBe(EBI.toFixed(5))
    expect(moran(deaths.map((count, i) => count / (births[i] ?? 1)), weights).index.toFixed(5)).toBe(raw.toFixed(5))
  })
})
