import type { GoldenNumber } from '#shared/model/insight.ts'
import { EIGHT, LIP_CANCER, P_VALUES, POINTS, SIX } from './goldenData.ts'
import { choynowskiProbabilities } from './statistics/choynowski.ts'
import { falseDiscoveryRates } from './statistics/falseDiscovery.ts'
import { fitAsPrior, fitGammaPoisson } from './statistics/gammaPoissonFit.ts'
import { normalQuantile } from './statistics/gammaFunction.ts'
import { poissonAtLeast, poissonInterval, positivePredictiveValue, wilsonInterval } from './statistics/intervals.ts'
import { exceedance, marshallPrior, posteriorInterval, posteriorRate } from './statistics/shrinkage.ts'
import { binaryWeights, localGi, localGiStar, moran, quarticKernel, rowStandardised, standardisedRates } from './statistics/spatial.ts'
import { standardiseIndirectly } from './statistics/standardise.ts'

/** Six areas with what shrinkage makes of them, as the method page shows them: per 1,000. */
export function workedExample(): { count: number; exposure: number; raw: number; shrunk: number; lower: number; upper: number; above: number }[] {
  const prior = marshallPrior(SIX)
  return SIX.map((one) => {
    const posterior = posteriorRate(one, prior)
    const { lower, upper } = posteriorInterval(posterior)
    return { ...one, raw: (1000 * one.count) / one.exposure, shrunk: 1000 * posterior.mean, lower: 1000 * lower, upper: 1000 * upper, above: exceedance(posterior, prior.mean) }
  })
}

type Check = (source: string, name: string, published: number, computed: number | undefined, digits: number) => void

/** Published numbers against what this application computes, to the digits that were printed. */
export function goldenNumbers(): GoldenNumber[] {
  const found: GoldenNumber[] = []
  const check: Check = (source, name, published, computed = Number.NaN, digits) =>
    void found.push({ source, name, published, computed, digits, holds: Math.abs(published - computed) <= 0.5000001 * 10 ** -digits })
  for (const group of [checkCounts, checkStandardised, checkShrinkage, checkLipCancer, checkSpatial]) group(check)
  return found
}

function checkCounts(check: Check): void {
  const garwood = 'Garwood 1936'
  const byar = 'Byar (Breslow en Day 1987)'
  check(garwood, 'Poisson, 0 voorvallen, bovengrens', 3.6889, poissonInterval(0).upper, 4)
  check(garwood, 'Poisson, 1 voorval, ondergrens', 0.0253, poissonInterval(1).lower, 4)
  check(garwood, 'Poisson, 1 voorval, bovengrens', 5.5716, poissonInterval(1).upper, 4)
  check(garwood, 'Poisson, 5 voorvallen, ondergrens', 1.6235, poissonInterval(5).lower, 4)
  check(garwood, 'Poisson, 5 voorvallen, bovengrens', 11.6683, poissonInterval(5).upper, 4)
  check(byar, 'Poisson, 10 voorvallen, ondergrens', 4.7874, poissonInterval(10).lower, 4)
  check(byar, 'Poisson, 10 voorvallen, bovengrens', 18.3915, poissonInterval(10).upper, 4)
  check(byar, 'Poisson, 20 voorvallen, ondergrens', 12.2114, poissonInterval(20).lower, 4)
  check(byar, 'Poisson, 20 voorvallen, bovengrens', 30.8899, poissonInterval(20).upper, 4)
  check(byar, 'Poisson, 100 voorvallen, ondergrens', 81.3621, poissonInterval(100).lower, 4)
  check(byar, 'Poisson, 100 voorvallen, bovengrens', 121.6279, poissonInterval(100).upper, 4)
  check('Wilson 1927', '0 van 10, bovengrens', 0.2775, wilsonInterval(0, 10).upper, 4)
  check('Wilson 1927', '3 van 20, ondergrens', 0.0524, wilsonInterval(3, 20).lower, 4)
  check('Wilson 1927', '3 van 20, bovengrens', 0.3604, wilsonInterval(3, 20).upper, 4)
  check('Newcombe 1998', 'Wilson, 15 van 148, ondergrens', 0.0624, wilsonInterval(15, 148).lower, 4)
  check('Newcombe 1998', 'Wilson, 15 van 148, bovengrens', 0.1605, wilsonInterval(15, 148).upper, 4)
  check('Poisson', 'P(X ≥ 3) bij verwachting 0,4', 0.00793, poissonAtLeast(3, 0.4), 5)
  check('Poisson', 'P(X ≥ 1) bij verwachting 0,02', 0.0198, poissonAtLeast(1, 0.02), 4)
  check('Bayes', 'waarde van een signaal bij 0,5 %, 90/95', 0.083, positivePredictiveValue(0.005, 0.9, 0.95), 3)
  check('Bayes', 'waarde van een signaal bij 0,5 %, 80/99', 0.287, positivePredictiveValue(0.005, 0.8, 0.99), 3)
}

function checkStandardised(check: Check): void {
  const strata = (pairs: readonly (readonly [number, number])[]) => pairs.map(([events, exposure]) => ({ events, exposure }))
  const first = standardiseIndirectly(strata([[30, 100], [25, 100], [25, 110], [15, 90]]), strata([[100, 1000], [45, 900], [120, 1000], [100, 900]]))
  const second = standardiseIndirectly(strata([[33, 100], [21, 90], [30, 110], [20, 90]]), strata([[50, 1000], [30, 900], [200, 1000], [80, 900]]))
  check('PySAL esda', 'Indirecte standaardisatie, eerste verhouding', 2.4869, first.ratio, 4)
  check('PySAL esda', 'eerste verhouding, Byar, ondergrens', 2.012, first.lower, 4)
  check('PySAL esda', 'eerste verhouding, Byar, bovengrens', 3.0402, first.upper, 4)
  check('PySAL esda', 'Indirecte standaardisatie, tweede verhouding', 2.7368, second.ratio, 4)
  check('PySAL esda', 'tweede verhouding, Byar, ondergrens', 2.2361, second.lower, 4)
  check('PySAL esda', 'tweede verhouding, Byar, bovengrens', 3.3162, second.upper, 4)
  const [low, high] = choynowskiProbabilities([{ count: 95, exposure: 400 }, { count: 104, exposure: 390 }])
  check('Choynowski 1959; PySAL esda', 'kans in het eerste gebied', 0.304, low, 3)
  check('Choynowski 1959; PySAL esda', 'kans in het tweede gebied', 0.294, high, 3)
}

function checkShrinkage(check: Check): void {
  const source = 'Marshall 1991'
  const printed = [[14.6027, 6.646, 25.638], [12.3356, 4.923, 23.093], [11.1974, 6.512, 17.132], [14.92, 6.404, 26.975], [18.3618, 12.922, 24.742], [8.3271, 4.143, 13.947]]
  workedExample().forEach(({ count, exposure, shrunk, lower, upper }, i) => {
    const name = `${count} van ${exposure}, per 1.000`
    const [theta = 0, least = 0, most = 0] = printed[i] ?? []
    check(source, `Krimpen, ${name}`, theta, shrunk, 4)
    check(source, `Krimpen, ${name}, ondergrens`, least, lower, 3)
    check(source, `Krimpen, ${name}, bovengrens`, most, upper, 3)
  })
  const prior = marshallPrior(SIX)
  check(source, 'gemiddelde van zes gebieden, per 1.000', 13.5447, 1000 * prior.mean, 4)
  check(source, 'spreiding tussen de ware cijfers', 2.655117e-5, prior.variance, 11)
  check('Gamma-Poisson', 'vorm van zes gebieden', 6.9096, (prior.mean * prior.mean) / prior.variance, 4)
  check('Gamma-Poisson', 'maat van zes gebieden', 510.1345, prior.mean / prior.variance, 4)
  check(`${source}, niet onder nul`, 'Krimpen zonder verschil, 30 van 100', 0.251899, posteriorRate({ count: 30, exposure: 100 }, marshallPrior(EIGHT)).mean, 6)
}

/** Districts 1, 2, 49 and 56, by moments and by maximum likelihood. */
function checkLipCancer(check: Check): void {
  const source = 'Lipkanker in Schotland (Clayton en Kaldor 1987)'
  const moments = marshallPrior(LIP_CANCER)
  check(source, 'spreiding volgens Marshall', 0.805404, moments.variance, 6)
  const fit = fitGammaPoisson(LIP_CANCER)
  check(source, 'aannemelijkst: vorm', 1.87596, fit?.shape, 5)
  check(source, 'aannemelijkst: maat', 1.31742, fit?.rate, 5)
  check(source, 'aannemelijkst: −logaritme', 181.63214, fit ? -fit.logLikelihood : undefined, 5)
  const printed = [[1, 3.9066, 4.032], [2, 4.0642, 4.0968], [49, 0.3253, 0.332], [56, 0.4136, 0.6096]] as const
  for (const [district, byMoments, byLikelihood] of printed) {
    const own = LIP_CANCER[district - 1] ?? { count: 0, exposure: 1 }
    check(source, `district ${district}, krimpen`, byMoments, posteriorRate(own, moments).mean, 4)
    check(source, `district ${district}, aannemelijkst`, byLikelihood, fit ? posteriorRate(own, fitAsPrior(fit)).mean : undefined, 4)
  }
  const last = fit && posteriorInterval(posteriorRate(LIP_CANCER[55] ?? { count: 0, exposure: 1 }, fitAsPrior(fit)))
  check(source, 'district 56, ondergrens', 0.0665, last?.lower, 4)
  check(source, 'district 56, bovengrens', 1.74, last?.upper, 4)
}

function checkSpatial(check: Check): void {
  const getis = 'Getis en Ord 1992; PySAL esda'
  const star = localGiStar(POINTS.values, binaryWeights(POINTS.lists))
  for (const [i, printed] of [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331].entries()) check(getis, `Gi*, punt ${i + 1} van zes`, printed, star[i], 8)
  const open = localGi(POINTS.values, binaryWeights(POINTS.lists))
  for (const [i, printed] of [-1.0136729, -0.0436159, 1.315587, -0.3141268, 1.1537399, 1.7783394].entries()) check(getis, `Gi, punt ${i + 1} van zes`, printed, open[i], 7)
  check('Moran', 'I van zes punten', 0.11899, moran(POINTS.values, rowStandardised(POINTS.lists)).index, 6)
  const rates = standardisedRates(EIGHT)
  const printed = [1.03843594, -0.04099089, -0.56250375, -1.73061861, 1.68609205, -0.37696643, 0.47576252, -0.60257513]
  for (const [i, rate] of printed.entries()) check('Assunção en Reis 1999; PySAL esda', `gestandaardiseerd cijfer ${i + 1} van acht`, rate, rates[i], 8)
  const q = falseDiscoveryRates(P_VALUES)
  for (const [i, value] of [[0, 0.015], [1, 0.06], [2, 0.126], [5, 0.15], [6, 0.1586], [7, 0.2946], [14, 0.34]] as const) {
    check('Benjamini en Hochberg 1995', `q ${i + 1} van vijftien`, value, q[i], 4)
  }
  check('Bonferroni', 'grens voor 150 buurten, tweezijdig', 3.588, normalQuantile(1 - 0.025 / 150), 3)
  check('Kwartische kern', 'dichtheid op 0 m bij 500 m, per km²', 3.8197, 1e6 * quarticKernel(0, 500), 4)
  check('Kwartische kern', 'dichtheid op 250 m bij 500 m, per km²', 2.1486, 1e6 * quarticKernel(250, 500), 4)
}
