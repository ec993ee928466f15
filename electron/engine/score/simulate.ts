import type { IndicatorSet } from '#shared/model/indicator.ts'
import type { AttentionClass } from '#shared/model/score.ts'
import type { Measured, Profile } from './compose.ts'
import { dirichletDraws, drawLogGamma } from './statistics/gammaDraws.ts'
import { robustZ } from './statistics/robust.ts'
import { countAbove, medianFinder } from './statistics/select.ts'

/**
 * How sure a score is. Rates are drawn from their posteriors and weights from a Dirichlet around the chosen ones; the ruler
 * (mean of the group, median and scale of its log ratios) stays as it is. Every unit and indicator has a random stream of its
 * own, so a draw does not depend on which other units there are or in which order they come.
 */
export interface Simulation {
  /** weight draws per indicator id, shared by all units */
  weights: ReadonlyMap<string, Float64Array>
  /** sums of them over the indicators a unit was measured on, by their ids: most units are measured on the same */
  sums: Map<string, Float64Array>
  /** room for the draws of one indicator */
  values: Float64Array
  set: IndicatorSet
  /** names the streams: level and phenomenon */
  topic: string
}

export function startSimulation(indicators: readonly { id: string; weight: number }[], topic: string, set: IndicatorSet): Simulation {
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const drawn = dirichletDraws(indicators.map(({ weight }) => weight / total), set.weightSpread, set.draws, `${set.seed}|${topic}|weights`)
  return { weights: new Map(indicators.map(({ id }, k) => [id, drawn[k] ?? new Float64Array(set.draws)])), sums: new Map(), values: new Float64Array(set.draws), set, topic }
}

/** What a class would be without an indicator is told from fewer draws than the class itself. */
const DRAWS_WITHOUT = 400

/** A unit as it was drawn: its score in every draw, and for the first of them what it takes to leave an indicator out. */
export interface Draws {
  profile: Profile
  scores: Float64Array
  /** sums over the measured indicators, of weight × z and of the weights, and z of each: less exactly, there are very many of them */
  first: { products: Float64Array; weights: Float64Array; z: Float32Array[] }
}

/** How many units, by how many indicators, in how many draws. */
export interface DrawSize {
  units: number
  indicators: number
  draws: number
}

/** One piece of memory for the draws of all units: tens of thousands of small pieces take longer to clear away than to fill. */
export interface DrawRoom {
  scores: Float64Array
  products: Float64Array
  z: Float32Array
}

/** Room in which nothing was drawn yet. @param Memory of this thread, or such as several share */
export function drawRoom({ units, indicators, draws }: DrawSize, Memory: new (bytes: number) => ArrayBufferLike = ArrayBuffer): DrawRoom {
  const first = units * Math.min(DRAWS_WITHOUT, draws)
  return {
    scores: new Float64Array(new Memory(Float64Array.BYTES_PER_ELEMENT * units * draws)),
    products: new Float64Array(new Memory(Float64Array.BYTES_PER_ELEMENT * first)),
    z: new Float32Array(new Memory(Float32Array.BYTES_PER_ELEMENT * first * indicators)),
  }
}

/** Draws units. @param undrawn their places in the list, of those that are to be drawn here; all are when it ends */
export function drawUnits(profiles: readonly Profile[], simulation: Simulation, room: DrawRoom, undrawn: Iterable<number>): Draws[] {
  const draws = profiles.map((profile, i) => drawsIn(room, i, profile, simulation))
  for (const i of undrawn) {
    const one = draws[i]
    if (one) drawUnit(one, simulation)
  }
  return draws
}

function drawsIn({ scores, products, z }: DrawRoom, i: number, profile: Profile, simulation: Simulation): Draws {
  const { weights, set: { draws } } = simulation
  const first = Math.min(DRAWS_WITHOUT, draws)
  const from = i * weights.size
  return {
    profile,
    scores: scores.subarray(i * draws, (i + 1) * draws),
    first: {
      products: products.subarray(i * first, (i + 1) * first),
      weights: weightSums(profile, simulation).subarray(0, first),
      z: profile.measured.map((_, k) => z.subarray((from + k) * first, (from + k + 1) * first)),
    },
  }
}

function drawUnit({ profile, scores, first: { products, z } }: Draws, simulation: Simulation): void {
  const { weights, values, set, topic } = simulation
  profile.measured.forEach((one, k) => {
    drawIndicator(one, `${set.seed}|${topic}|${profile.unit.code}|${one.indicator.id}`, values)
    addProducts(scores, weights.get(one.indicator.id) ?? values, values)
    z[k]?.set(values.subarray(0, products.length))
  })
  products.set(scores.subarray(0, products.length))
  const sums = weightSums(profile, simulation)
  for (let draw = 0; draw < scores.length; draw += 1) scores[draw] = (scores[draw] ?? 0) / (sums[draw] ?? 1)
}

function addProducts(products: Float64Array, weights: Float64Array, z: Float64Array): void {
  for (let draw = 0; draw < products.length; draw += 1) products[draw] = (products[draw] ?? 0) + (weights[draw] ?? 0) * (z[draw] ?? 0)
}

function weightSums({ measured }: Profile, { weights, sums, set }: Simulation): Float64Array {
  const ids = measured.map(({ indicator }) => indicator.id)
  const known = sums.get(ids.join())
  if (known) return known
  const sum = new Float64Array(set.draws)
  for (const id of ids) weights.get(id)?.forEach((weight, draw) => (sum[draw] = (sum[draw] ?? 0) + weight))
  sums.set(ids.join(), sum)
  return sum
}

function drawIndicator({ indicator, posterior, reference, z }: Measured, seed: string, values: Float64Array): void {
  if (!posterior.gamma) {
    values.fill(z)
    return
  }
  const { shape, rate } = posterior.gamma
  const logMean = Math.log(rate * reference.prior.mean)
  const sign = indicator.direction === 'less' ? -1 : 1
  drawLogGamma(values, shape, seed)
  for (let draw = 0; draw < values.length; draw += 1) values[draw] = sign * robustZ((values[draw] ?? 0) - logMean, reference.ruler)
}

/** The score in the first draws, had one measured indicator not existed. @param scores room for it */
export function drawnWithout({ profile, first }: Draws, { weights }: Simulation, id: string, scores: Float64Array): Float64Array {
  const { products, weights: sums } = first
  const k = profile.measured.findIndex(({ indicator }) => indicator.id === id)
  const [drawn, z] = [weights.get(id), first.z[k]]
  if (!drawn || !z) {
    for (let draw = 0; draw < scores.length; draw += 1) scores[draw] = (products[draw] ?? 0) / (sums[draw] ?? 1)
    return scores
  }
  for (let draw = 0; draw < scores.length; draw += 1) {
    const weight = drawn[draw] ?? 0
    scores[draw] = ((products[draw] ?? 0) - weight * (z[draw] ?? 0)) / ((sums[draw] ?? 1) - weight)
  }
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
export function drawnMedians(scores: readonly Float64Array[]): Float64Array {
  const draws = scores[0]?.length ?? 0
  const medians = new Float64Array(draws)
  const find = medianFinder(scores.length)
  forEachDraw(scores, draws, (column, draw) => {
    medians[draw] = find(column)
  })
  return medians
}

/** Draws and units turned at a time: as many as a line of the cache of a processor holds. */
const BLOCK = 32
const TILE = 8

/** The scores of all units in each draw, one after another; `work` may change the column it is given. */
function forEachDraw(scores: readonly Float64Array[], draws: number, work: (column: Float64Array, draw: number) => void): void {
  const units = scores.length
  const block = new Float64Array(BLOCK * units)
  const columns = Array.from({ length: BLOCK }, (_, k) => block.subarray(k * units, (k + 1) * units))
  for (let first = 0; first < draws; first += BLOCK) {
    const size = Math.min(BLOCK, draws - first)
    for (let unit = 0; unit < units; unit += TILE) turn(scores, unit, { block, first, size })
    columns.slice(0, size).forEach((column, k) => work(column, first + k))
  }
}

/** Puts some draws of a few units next to each other, per draw. */
function turn(scores: readonly Float64Array[], from: number, { block, first, size }: { block: Float64Array; first: number; size: number }): void {
  const units = scores.length
  const to = Math.min(from + TILE, units)
  for (let unit = from; unit < to; unit += 1) {
    const own = scores[unit]
    if (own) for (let k = 0; k < size; k += 1) block[k * units + unit] = own[first + k] ?? 0
  }
}

/** Bounds of the place of a unit, 1 for the highest score, between which 90 % of the draws lie. */
export interface PlaceBounds {
  lower: number
  upper: number
}

/** Between which places each unit lies over the draws. Equal scores share a place. */
export function drawnPlaces(scores: readonly Float64Array[]): PlaceBounds[] {
  const draws = scores[0]?.length ?? 0
  const places = new Uint32Array(draws * scores.length)
  const above = countAbove(scores.length)
  forEachDraw(scores, draws, (column, draw) => {
    const higher = above(column)
    for (let unit = 0; unit < higher.length; unit += 1) places[unit * draws + draw] = higher[unit] ?? 0
  })
  const counts = new Uint32Array(scores.length)
  return scores.map((_, unit) => {
    tally(places, unit * draws, draws, counts)
    const bounds = { lower: Math.round(placeAt(counts, 0.05, draws)), upper: Math.round(placeAt(counts, 0.95, draws)) }
    counts.fill(0)
    return bounds
  })
}

/** Counts how often each place occurs among so many. */
function tally(places: Uint32Array, from: number, size: number, counts: Uint32Array): void {
  for (let i = from; i < from + size; i += 1) {
    const place = places[i] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
}

/** The place below which a share of the draws lies, interpolated between the two nearest. */
function placeAt(counts: Uint32Array, share: number, draws: number): number {
  const at = share * (draws - 1)
  const below = Math.floor(at)
  let [place, seen] = [0, 0]
  for (; seen + (counts[place] ?? 1) <= below; place += 1) seen += counts[place] ?? 0
  const low = place
  for (; seen + (counts[place] ?? 1) <= Math.min(below + 1, draws - 1); place += 1) seen += counts[place] ?? 0
  return low + 1 + (at - below) * (place - low)
}
