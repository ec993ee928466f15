/**
 * The gamma function and what follows from it. Only + − × ÷, sqrt, log and exp are used: V8 computes those the same on
 * every platform, so that a score can be recomputed to the last bit.
 */

/** Lanczos approximation with g = 7 and nine terms (Godfrey's coefficients); about 15 digits for x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)
const EPSILON = 1e-16
const TINY = 1e-300

/** Natural logarithm of Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  const y = x - 1
  const series = LANCZOS.reduce((sum, term, i) => (i === 0 ? term : sum + term / (y + i)), 0)
  const t = y + 7.5
  return HALF_LOG_TWO_PI + (y + 0.5) * Math.log(t) - t + Math.log(series)
}

/**
 * Share of a gamma distribution (shape a, rate 1) at or below x: the regularised lower incomplete gamma function P(a, x).
 * Series below the mean, Lentz's continued fraction above it (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** Share above x, without the loss of digits of `1 − gammaBelow` in the far tail. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

function logDensityTerm(a: number, x: number): number {
  return a * Math.log(x) - x - logGamma(a)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; Math.abs(term) > Math.abs(sum) * EPSILON && n < 100_000; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(logDensityTerm(a, x))
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let product = d
  for (let n = 1; n < 100_000; n += 1) {
    const step = n * (a - n)
    b += 2
    d = 1 / nonZero(step * d + b)
    c = nonZero(b + step / c)
    const change = d * c
    product *= change
    if (Math.abs(change - 1) < EPSILON * 4) break
  }
  return product * Math.exp(logDensityTerm(a, x))
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}

/**
 * The value below which share p of a gamma distribution (shape a, rate 1) lies. Newton steps on the logarithm of x, kept
 * within a bracket, from Wilson and Hilferty's start (1931).
 * @param p 0 < p < 1
 */
export function gammaQuantile(p: number, a: number): number {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let x = startValue(p, a)
  for (let round = 0; round < 200; round += 1) {
    const excess = gammaBelow(a, x) - p
    if (excess > 0) high = x
    else low = x
    const slope = Math.exp(logDensityTerm(a, x))
    const next = slope > 0 ? x * Math.exp(clamp(-excess / slope, -2, 2)) : Number.NaN
    const inside = next > low && next < high ? next : middle(low, high, x)
    if (Math.abs(inside - x) <= 1e-14 * x) return inside
    x = inside
  }
  return x
}

function startValue(p: number, a: number): number {
  const z = normalQuantile(p)
  const cubeRoot = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  const guess = a * cubeRoot * cubeRoot * cubeRoot
  // for small shapes P(a, x) ≈ x^a / (a Γ(a))
  return cubeRoot > 0.1 ? guess : Math.max(TINY, Math.exp((Math.log(p) + logGamma(a + 1)) / a))
}

function middle(low: number, high: number, x: number): number {
  return Number.isFinite(high) ? (low + high) / 2 : x * 2
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x))
}

/** Share of the standard normal distribution above z. */
export function normalAbove(z: number): number {
  const tail = gammaAbove(0.5, (z * z) / 2) / 2
  return z >= 0 ? tail : 1 - tail
}

/** Quantile of the chi-square distribution. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2)
}

/** Derivative of `logGamma`: recurrence up to 12, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < 12; y += 1) shift -= 1 / y
  const q = 1 / (y * y)
  return shift + Math.log(y) - 0.5 / y - q * (1 / 12 - q * (1 / 120 - q * (1 / 252 - q * (1 / 240 - q / 132))))
}

/** Second derivative of `logGamma` (Abramowitz & Stegun 6.4.12). */
export function trigamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < 12; y += 1) shift += 1 / (y * y)
  const q = 1 / (y * y)
  return shift + 1 / y + q / 2 + (q / y) * (1 / 6 - q * (1 / 30 - q * (1 / 42 - q * (1 / 30 - (q * 5) / 66))))
}

/** Share of the standard normal distribution at or below z: through P(½, z²/2). */
export function normalBelow(z: number): number {
  const tail = gammaAbove(0.5, (z * z) / 2) / 2
  return z < 0 ? tail : 1 - tail
}

/** Quantile of the standard normal distribution: a rational start (Abramowitz & Stegun 26.2.23), then Newton. */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  const start = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  let z = start
  for (let round = 0; round < 20; round += 1) {
    const density = Math.exp(-(z * z) / 2 - HALF_LOG_TWO_PI)
    const step = (normalBelow(-z) - tail) / density
    z += step
    if (Math.abs(step) < 1e-15 * Math.max(1, z)) break
  }
  return p < 0.5 ? -z : z
}
