import { hash } from 'node:crypto'

/** A stream of numbers from 0 up to 1, the same for the same seed on every machine. */
export type RandomStream = () => number

/**
 * Small fast counter generator `sfc32` of Chris Doty-Humphrey (PractRand, 2010; public domain): 128 bits of state, passes
 * PractRand and TestU01. Seeded with the SHA-256 of a text, so that each area and indicator has a stream of its own: adding
 * an area or computing in another order changes no other number.
 * @param seed any text; the same text gives the same stream
 */
export function randomStream(seed: string): RandomStream {
  const digest = hash('sha256', seed, 'buffer')
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = 1
  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
}

/** Standard normal draws by Marsaglia's polar method (1962), which needs no sine or cosine. */
export function normalStream(random: RandomStream): RandomStream {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    let x = 0
    let y = 0
    let square = 0
    do {
      x = 2 * random() - 1
      y = 2 * random() - 1
      square = x * x + y * y
    } while (square >= 1 || square === 0)
    const factor = Math.sqrt((-2 * Math.log(square)) / square)
    spare = y * factor
    return x * factor
  }
}

/**
 * Logarithms of gamma draws (rate 1) by Marsaglia and Tsang's method (2000); shapes below 1 by the boost
 * G(a) = G(a + 1) · U^(1/a), which in logarithms cannot underflow.
 */
export function logGammaStream(shape: number, random: RandomStream, normal: RandomStream): RandomStream {
  if (shape < 1) {
    const boosted = logGammaStream(shape + 1, random, normal)
    return () => boosted() + Math.log(1 - random()) / shape
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  return () => {
    for (;;) {
      const z = normal()
      const root = 1 + c * z
      if (root <= 0) continue
      const v = root * root * root
      const u = 1 - random()
      const square = z * z
      if (u < 1 - 0.0331 * square * square || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) return Math.log(d * v)
    }
  }
}

/**
 * Weights drawn around given ones from a Dirichlet distribution. Its concentration is chosen such that a weight of average
 * size varies by `spread` (its standard deviation divided by its mean): c = (K − 1) / spread² − 1.
 * @param weights positive, summing to 1
 */
export function dirichletDraw(weights: readonly number[], spread: number, random: RandomStream, normal: RandomStream): number[] {
  if (weights.length < 2) return [...weights]
  const concentration = (weights.length - 1) / (spread * spread) - 1
  const draws = weights.map((weight) => Math.exp(logGammaStream(weight * concentration, random, normal)()))
  const sum = draws.reduce((total, one) => total + one, 0)
  return draws.map((one) => one / sum)
}
