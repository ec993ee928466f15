import type { IndicatorSet } from '#shared/model/indicator.ts'
import type { AttentionClass } from '#shared/model/score.ts'
import type { Measured, Profile } from './compose.ts'
import { dirichletDraw, logGammaDraw, normalStream, randomStream } from './statistics/random.ts'
import { robustZ } from './statistics/robust.ts'

/**
 * How sure a score is. Rates are drawn from their posteriors and weights from a Dirichlet around the chosen ones; the ruler
 * (mean of the group, median and scale of its log ratios) stays as it is. Every unit and indicator has a random stream of its
 * own, so a draw does not depend on which other units there are or in which order they come.
 */
export interface Simulation {
  /** weight draws per indicator id, shared by all units */
  weights: ReadonlyMap<string, Float64Array>
  set: IndicatorSet
  /** names the streams: level and phenomenon */
  topic: string
}

export function startSimulation(indicators: readonly { id: string; weight: number }[], topic: string, set: IndicatorSet): Simulation {
  const random = randomStream(`${set.seed}|${topic}|weights`)
  const normal = normalStream(random)
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const start = indicators.map(({ weight }) => weight / total)
  const weights = new Map(indicators.map(({ id }) => [id, new Float64Array(set.draws)]))
  for (let draw = 0; draw < set.draws; draw += 1) {
    const drawn = dirichletDraw(start, set.weightSpread, random, normal)
    indicators.forEach(({ id }, k) => weights.get(id)?.fill(drawn[k] ?? 0, draw, draw + 1))
  }
  return { weights, set, topic }
}

/** The z of each measured indicator in each draw. */
export interface Draws {
  profile: Profile
  z: Float64Array[]
}

export function drawUnit(profile: Profile, { set, topic }: Simulation): Draws {
  return { profile, z: profile.measured.map((one) => drawIndicator(one, `${set.seed}|${topic}|${profile.unit.code}|${one.indicator.id}`, set.draws)) }
}

function drawIndicator({ indicator, posterior, reference, z }: Measured, seed: string, draws: number): Float64Array {
  const values = new Float64Array(draws)
  if (!posterior.gamma) return values.fill(z)
  const random = randomStream(seed)
  const normal = normalStream(random)
  const { shape, rate } = posterior.gamma
  const logMean = Math.log(rate * reference.prior.mean)
  const sign = indicator.direction === 'less' ? -1 : 1
  for (let draw = 0; draw < draws; draw += 1) {
    values[draw] = sign * robustZ(logGammaDraw(shape, random, normal) - logMean, reference.ruler)
  }
  return values
}

/**
 * The score in each draw, in the order of the draws.
 * @param draws how many of the draws
 * @param leaveOut id of an indicator to do without
 */
export function drawnScores({ profile, z }: Draws, { weights }: Simulation, draws: number, leaveOut = ''): Float64Array {
  const scores = new Float64Array(draws)
  const totals = new Float64Array(draws)
  profile.measured.forEach(({ indicator }, k) => {
    const drawn = weights.get(indicator.id)
    const values = z[k]
    if (indicator.id === leaveOut || !drawn || !values) return
    for (let draw = 0; draw < draws; draw += 1) {
      scores[draw] = (scores[draw] ?? 0) + (drawn[draw] ?? 0) * (values[draw] ?? 0)
      totals[draw] = (totals[draw] ?? 0) + (drawn[draw] ?? 0)
    }
  })
  for (let draw = 0; draw < draws; draw += 1) scores[draw] = (scores[draw] ?? 0) / (totals[draw] ?? 1)
  return scores
}

/** Where the draws lie against the median of the peers in the same draw. */
export interface Verdict {
  class: AttentionClass
  probability: number
  probabilityLower: number
}

/**
 * `higher` only when in at least `certainty` of the draws the score lies more than `distance` above the median of its peers;
 * `lower` likewise below. The median is drawn along: where hardly anything is known of anybody, nobody is lower than the rest.
 * @param medians median of the peers per draw, as many as are to be judged
 */
export function judge(scores: Float64Array, medians: Float64Array, set: IndicatorSet): Verdict {
  let above = 0
  let below = 0
  for (let draw = 0; draw < medians.length; draw += 1) {
    const distance = (scores[draw] ?? 0) - (medians[draw] ?? 0)
    if (distance > set.distance) above += 1
    else if (distance < -set.distance) below += 1
  }
  const probability = above / medians.length
  const probabilityLower = below / medians.length
  const found = probability >= set.certainty ? 'higher' : probabilityLower >= set.certainty ? 'lower' : 'average'
  return { class: found, probability, probabilityLower }
}

/** The median of a group of scores in each draw. */
export function drawnMedians(scores: readonly Float64Array[], draws: number): Float64Array {
  const half = scores.length >> 1
  const medians = new Float64Array(draws)
  forEachDraw(scores, draws, (column, draw) => {
    column.sort()
    const upper = column[half] ?? 0
    medians[draw] = scores.length % 2 === 1 ? upper : ((column[half - 1] ?? 0) + upper) / 2
  })
  return medians
}

/** Draws turned at a time: small enough for the cache of a processor. */
const BLOCK = 32

/** The scores of all units in each draw, one after another; `work` may change the column it is given. */
function forEachDraw(scores: readonly Float64Array[], draws: number, work: (column: Float64Array, draw: number) => void): void {
  const units = scores.length
  const block = new Float64Array(BLOCK * units)
  for (let first = 0; first < draws; first += BLOCK) {
    const size = Math.min(BLOCK, draws - first)
    for (const [unit, own] of scores.entries()) {
      for (let k = 0; k < size; k += 1) block[k * units + unit] = own[first + k] ?? 0
    }
    for (let k = 0; k < size; k += 1) work(block.subarray(k * units, (k + 1) * units), first + k)
  }
}

/** The value below which a share of the sorted draws lies, interpolated between the two nearest. */
export function quantile(sorted: Float64Array | Uint32Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? Number.NaN
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}

/** The place of each unit in each draw, 1 for the highest score. */
export function drawnRanks(scores: readonly Float64Array[], draws: number): Uint32Array[] {
  const ranks = scores.map(() => new Uint32Array(draws))
  const sorted = new Float64Array(scores.length)
  forEachDraw(scores, draws, (column, draw) => {
    sorted.set(column)
    sorted.sort()
    for (let unit = 0; unit < column.length; unit += 1) {
      const own = ranks[unit]
      if (own) own[draw] = 1 + column.length - countAtMost(sorted, column[unit] ?? 0)
    }
  })
  return ranks
}

/** How many of the ascending values are at most `bound`. */
function countAtMost(sorted: Float64Array, bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= bound) low = middle + 1
    else high = middle
  }
  return low
}
