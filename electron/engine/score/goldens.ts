import type { GoldenNumber } from '#shared/model/insight.ts'
import { falseDiscoveryRates } from './statistics/falseDiscovery.ts'
import { poissonAtLeast, poissonInterval, positivePredictiveValue, wilsonInterval } from './statistics/intervals.ts'
import { exceedance, marshallPrior, posteriorInterval, posteriorRate } from './statistics/shrinkage.ts'
import { binaryWeights, localGiStar, moran, quarticKernel, rowStandardised, standardisedRates } from './statistics/spatial.ts'
import { standardiseIndirectly } from './statistics/standardise.ts'

const SIX = [{ count: 2, exposure: 100 }, { count: 0, exposure: 50 }, { count: 10, exposure: 1000 }, { count: 1, exposure: 20 }, { count: 30, exposure: 1500 }, { count: 4, exposure: 800 }]
const EIGHT = [[30, 100], [25, 100], [25, 110], [15, 90], [33, 100], [21, 90], [30, 110], [20, 90]].map(([count = 0, exposure = 1]) => ({ count, exposure }))
/** Six points, neighbours within 15. */
const POINTS = { values: [2, 3, 3.2, 5, 8, 7], lists: [[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]] }
const P_VALUES = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]

/** Six areas with what shrinkage makes of them, as the method page shows them: per 1,000. */
export function workedExample(): { count: number; exposure: number; raw: number; shrunk: number; lower: number; upper: number; above: number }[] {
  const prior = marshallPrior(SIX)
  return SIX.map((one) => {
    const posterior = posteriorRate(one, prior)
    const { lower, upper } = posteriorInterval(posterior)
    return { ...one, raw: (1000 * one.count) / one.exposure, shrunk: 1000 * posterior.mean, lower: 1000 * lower, upper: 1000 * upper, above: exceedance(posterior, prior.mean) }
  })
}

/** Published numbers against what this application computes, to the digits that were printed. */
export function goldenNumbers(): GoldenNumber[] {
  const found: GoldenNumber[] = []
  const check = (source: string, name: string, published: number, computed: number, digits: number) =>
    void found.push({ source, name, published, computed, digits, holds: Math.abs(published - computed) <= 0.5000001 * 10 ** -digits })
  const example = workedExample()
  const at = (i: number) => example[i] ?? { shrunk: Number.NaN, lower: Number.NaN, upper: Number.NaN }
  const standard = [[100, 1000], [45, 900], [120, 1000], [100, 900]].map(([events = 0, exposure = 1]) => ({ events, exposure }))
  const ratio = standardiseIndirectly([[30, 100], [25, 100], [25, 110], [15, 90]].map(([events = 0, exposure = 1]) => ({ events, exposure })), standard)
  check('Garwood 1936', 'Poisson, 5 voorvallen, ondergrens', 1.6235, poissonInterval(5).lower, 4)
  check('Garwood 1936', 'Poisson, 5 voorvallen, bovengrens', 11.6683, poissonInterval(5).upper, 4)
  check('Byar (Breslow en Day 1987)', 'Poisson, 20 voorvallen, ondergrens', 12.2114, poissonInterval(20).lower, 4)
  check('Byar (Breslow en Day 1987)', 'Poisson, 100 voorvallen, bovengrens', 121.6279, poissonInterval(100).upper, 4)
  check('Newcombe 1998', 'Wilson, 15 van 148, ondergrens', 0.0624, wilsonInterval(15, 148).lower, 4)
  check('Newcombe 1998', 'Wilson, 15 van 148, bovengrens', 0.1605, wilsonInterval(15, 148).upper, 4)
  check('Poisson', 'P(X ≥ 3) bij verwachting 0,4', 0.00793, poissonAtLeast(3, 0.4), 5)
  check('PySAL esda', 'Indirecte standaardisatie, verhouding', 2.4869, ratio.ratio, 4)
  check('PySAL esda', 'Indirecte standaardisatie, Byar, bovengrens', 3.0402, ratio.upper, 4)
  check('Marshall 1991', 'Krimpen, 2 van 100, per 1.000', 14.6027, at(0).shrunk, 4)
  check('Marshall 1991', 'Krimpen, 1 van 20, per 1.000', 14.92, at(3).shrunk, 4)
  check('Marshall 1991', 'Krimpen, 30 van 1.500, ondergrens', 12.922, at(4).lower, 3)
  check('Marshall 1991, niet onder nul', 'Krimpen zonder verschil, 30 van 100', 0.251899, posteriorRate({ count: 30, exposure: 100 }, marshallPrior(EIGHT)).mean, 6)
  check('Getis en Ord 1992; PySAL esda', 'Gi*, eerste van zes punten', -1.39727626, localGiStar(POINTS.values, binaryWeights(POINTS.lists))[0] ?? 0, 8)
  check('Moran', 'I van zes punten', 0.11899, moran(POINTS.values, rowStandardised(POINTS.lists)).index, 6)
  check('Assunção en Reis 1999; PySAL esda', 'gestandaardiseerd cijfer, eerste van acht', 1.03843594, standardisedRates(EIGHT)[0] ?? 0, 8)
  check('Benjamini en Hochberg 1995', 'q van de tweede van vijftien', 0.06, falseDiscoveryRates(P_VALUES)[1] ?? 0, 4)
  check('Kwartische kern', 'dichtheid op 250 m bij 500 m, per km²', 2.1486, 1e6 * quarticKernel(250, 500), 4)
  check('Bayes', 'waarde van een signaal bij 0,5 %, 90/95', 0.083, positivePredictiveValue(0.005, 0.9, 0.95), 3)
  return found
}
