import { digamma, logGamma, trigamma } from './gammaFunction.ts'
import { marshallPrior, type Observation, type RatePrior } from './shrinkage.ts'

export interface GammaPoissonFit {
  shape: number
  rate: number
  logLikelihood: number
}

/**
 * Maximum likelihood of the gamma-Poisson (negative binomial) model, O ~ Poisson(θE), θ ~ Gamma(shape, rate)
 * (Clayton & Kaldor 1987). Newton's method on the logarithms of shape and mean with halved steps, from Marshall's moments.
 * @returns null when the counts vary no more than chance, so that the likelihood has no maximum at a finite shape
 */
export function fitGammaPoisson(group: readonly Observation[]): GammaPoissonFit | null {
  const start = marshallPrior(group)
  if (start.variance === 0) return null
  let at = { logShape: Math.log((start.mean * start.mean) / start.variance), logMean: Math.log(start.mean) }
  let best = logLikelihood(group, at)
  for (let round = 0; round < 200; round += 1) {
    const step = newtonStep(group, at)
    let scale = 1
    let next = at
    let value = Number.NEGATIVE_INFINITY
    while (value < best && scale > 1e-12) {
      next = { logShape: at.logShape + scale * step.logShape, logMean: at.logMean + scale * step.logMean }
      value = logLikelihood(group, next)
      scale /= 2
    }
    const isDone = value - best < 1e-13 * Math.abs(best)
    if (value >= best) {
      at = next
      best = value
    }
    if (isDone) break
  }
  if (at.logShape > 20) return null
  const shape = Math.exp(at.logShape)
  return { shape, rate: shape / Math.exp(at.logMean), logLikelihood: best }
}

/** The fit as mean and variance of the true rates. */
export function fitAsPrior(fit: GammaPoissonFit): RatePrior {
  return { mean: fit.shape / fit.rate, variance: fit.shape / (fit.rate * fit.rate) }
}

interface Point {
  logShape: number
  logMean: number
}

function logLikelihood(group: readonly Observation[], at: Point): number {
  const shape = Math.exp(at.logShape)
  const rate = shape / Math.exp(at.logMean)
  return group.reduce((sum, { count, exposure }) => {
    const counted = logGamma(count + shape) - logGamma(shape) - logGamma(count + 1)
    const shared = shape * Math.log(rate / (rate + exposure))
    return sum + counted + shared + (count === 0 ? 0 : count * Math.log(exposure / (rate + exposure)))
  }, 0)
}

/** Gradient and Hessian in shape a and mean μ (expected count e = μE), turned to their logarithms; falls back to the gradient. */
function newtonStep(group: readonly Observation[], at: Point): Point {
  const a = Math.exp(at.logShape)
  const mean = Math.exp(at.logMean)
  let da = 0
  let daa = 0
  let dm = 0
  let dmm = 0
  let dam = 0
  for (const { count, exposure } of group) {
    const e = mean * exposure
    const sum = a + e
    da += digamma(count + a) - digamma(a) + Math.log(a / sum) + 1 - (count + a) / sum
    daa += trigamma(count + a) - trigamma(a) + 1 / a - 1 / sum - (e - count) / (sum * sum)
    // derivatives in ln μ
    dm += count - ((count + a) * e) / sum
    dmm -= ((count + a) * e * a) / (sum * sum)
    dam += (e * (count - e)) / (sum * sum)
  }
  const gradient = a * da
  const haa = a * a * daa + a * da
  const ham = a * dam
  const determinant = haa * dmm - ham * ham
  const isMaximum = haa < 0 && determinant > 0
  if (!isMaximum) return { logShape: Math.sign(gradient) * Math.min(1, Math.abs(gradient)), logMean: 0 }
  return { logShape: -(dmm * gradient - ham * dm) / determinant, logMean: -(haa * dm - ham * gradient) / determinant }
}
