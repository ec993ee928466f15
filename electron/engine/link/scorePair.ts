import type { PairPart, PairTier } from '../store/linkPairs.ts'
import type { Frequencies } from './frequencies.ts'
import { lesserTier, levelWeight, type LinkModel, type Thresholds } from './linkModel.ts'

/**
 * What a comparison found: the level it reached and the values it compared, in one spelling, of which the frequency counts.
 * A comparison for which one side has nothing says nothing.
 */
export type Say = (comparison: string, level: string, left: string, right: string) => void
/** Compares two records on everything they both have. */
export type Compare<Evidence> = (left: Evidence, right: Evidence, say: Say) => void

export interface PairScore {
  /** log2 of the odds that both are the same, before knowing how many there are: the sum of the parts */
  weight: number
  /** share of the evidence the model knows that stands on both sides, 0 to 1 */
  completeness: number
  tier: PairTier
  /** whether the comparisons agree without which nothing links by itself */
  hasNeeds: boolean
  /** whether they differ in what two records of one never differ in */
  isExcluded: boolean
  parts: PairPart[]
}

export type Scorer<Evidence> = (left: Evidence, right: Evidence) => PairScore

const PAIR = 2
/** What a level stays below the more exact one with the same values. */
const STEP = 0.5

/**
 * The one scoring function: the sum of log2(m/u) over the comparisons (Fellegi and Sunter 1969), where for equal values u is how
 * common that value is (Winkler 1989). A less exact level never weighs as much as equality on those values would, so that exact
 * stays above normalised and normalised above fuzzy, and nothing is cut off above. Of what goes together with another comparison
 * (`within`) u is how common the value is among those that have the value of that one.
 */
export function makeScorer<Evidence>(model: LinkModel, compare: Compare<Evidence>, frequencies: Frequencies, { smoothing }: Pick<Thresholds, 'smoothing'>): Scorer<Evidence> {
  const comparisons = describeAll(model)
  const total = [...comparisons.values()].reduce((sum, { best }) => sum + best, 0)
  const { weigh, weighWithin } = makeWeigher(frequencies, smoothing)

  /** The level of the comparison this one goes together with, where the two have one value of it. */
  const sharedBy = (parts: readonly PairPart[], { within }: Described): { wider: DescribedLevel; value: string } | null => {
    const shared = parts.find(({ comparison }) => comparison === within)
    const wider = shared && comparisons.get(shared.comparison)
    return shared && shared.left === shared.right && wider?.equal[0] && wider.levels.get(shared.level)?.isByFrequency ? { wider: wider.equal[0], value: shared.left } : null
  }

  return (left, right) => {
    const parts: PairPart[] = []
    let weight = 0
    let known = 0
    let tier: PairTier = 'exact'
    compare(left, right, (id, levelId, leftValue, rightValue) => {
      const comparison = comparisons.get(id)
      const level = comparison?.levels.get(levelId)
      if (!comparison || !level) throw new Error(`the model has no level ${levelId} of ${id}`)
      const isWithin = comparison.within !== undefined && level.isByFrequency
      const part = isWithin ? weighWithin(level, leftValue, sharedBy(parts, comparison)) : weigh(comparison.equal, level, leftValue, rightValue)
      parts.push({ comparison: id, level: levelId, weight: part, left: leftValue, right: rightValue })
      weight += part
      known += comparison.best
      if (level.tier) tier = lesserTier(tier, level.tier)
    })
    const reaches = ({ comparison: id, levels }: LinkModel['excludes'][number]): boolean => {
      const part = parts.find((one) => one.comparison === id)
      return part === undefined ? levels.length === 0 : levels.includes(part.level)
    }
    const hasNeeds = model.automaticNeeds.length === 0 || model.automaticNeeds.some((way) => way.every(reaches))
    return { weight, completeness: total === 0 ? 0 : known / total, tier, hasNeeds, isExcluded: model.excludes.some(reaches), parts }
  }
}

/** Bits a level of a comparison weighs at most, whoever the other is, for somebody of whom these are the values it may be said of. */
export type Ceiling = (comparison: string, level: string, values: readonly string[]) => number

/** What {@link makeScorer} gives at most: a level that goes by how common values are never weighs more than the value of one side does. Not for comparisons that go together with another. */
export function makeCeiling(model: LinkModel, frequencies: Frequencies, { smoothing }: Pick<Thresholds, 'smoothing'>): Ceiling {
  const comparisons = describeAll(model)
  const { weighEqual } = makeWeigher(frequencies, smoothing)
  // many have a name in common
  const known = new Map<DescribedLevel, Map<string, number>>()
  const ofValue = (top: DescribedLevel, level: DescribedLevel, value: string): number => {
    const own = known.get(level) ?? new Map<string, number>()
    known.set(level, own)
    const before = own.get(value)
    if (before !== undefined) return before
    const weight = weighEqual(top, level, value)
    own.set(value, weight)
    return weight
  }
  return (id, levelId, values) => {
    const comparison = comparisons.get(id)
    const [level, top] = [comparison?.levels.get(levelId), comparison?.equal[0]]
    if (!level) throw new Error(`the model has no level ${levelId} of ${id}`)
    return level.isByFrequency && top ? Math.max(...values.map((value) => ofValue(top, level, value))) : level.weight
  }
}

interface Weigher {
  /** of a level that goes by how common a value is, for that value */
  weighEqual(top: DescribedLevel, level: DescribedLevel, value: string): number
  /** @param equal the levels of the comparison at which values are equal, the most exact one first */
  weigh(equal: readonly DescribedLevel[], level: DescribedLevel, left: string, right: string): number
  /** of a level of one value that goes together with another value; its weight by itself where the two do not share that one */
  weighWithin(level: DescribedLevel, value: string, shared: { wider: DescribedLevel; value: string } | null): number
}

function makeWeigher(frequencies: Frequencies, smoothing: number): Weigher {
  // P(level | not the same) = P(the value) × P(level | the same value)
  const byFrequency = ({ m, u, ofEqual, countedAs }: DescribedLevel, value: string): number => {
    const { count, of } = frequencies.count(countedAs, value)
    const equal = u / ofEqual
    // the two have it in any case: what counts is how many others do
    const others = Math.max(0, count - PAIR) + smoothing * equal
    return Math.log2(m / ((others / (Math.max(0, of - PAIR) + smoothing)) * ofEqual))
  }
  const weighEqual = (top: DescribedLevel, level: DescribedLevel, value: string): number => {
    const exact = byFrequency(top, value)
    return level === top ? exact : Math.min(byFrequency(level, value), exact - STEP)
  }
  const weigh = ([top, ...others]: readonly DescribedLevel[], level: DescribedLevel, left: string, right: string): number => {
    if (!top) return level.weight
    const values = left === right ? [left] : [left, right]
    if (level.isByFrequency) return Math.min(...values.map((value) => weighEqual(top, level, value)))
    if (level.weight <= 0) return level.weight
    const ceiling = Math.min(...values.flatMap((value) => [top, ...others].map((equal) => weighEqual(top, equal, value)))) - STEP
    return Math.min(level.weight, Math.max(ceiling, 0))
  }
  // P(the value | the value it goes together with)
  const weighWithin: Weigher['weighWithin'] = ({ m, u, weight }, value, shared) => {
    if (!shared) return weight
    const { countedAs, u: shareEqual, ofEqual } = shared.wider
    const others = (comparison: string, one: string): number => Math.max(0, frequencies.count(comparison, one).count - PAIR)
    const unseen = (smoothing * shareEqual) / ofEqual
    return Math.log2((m * (others(countedAs, shared.value) + unseen)) / (others(together(countedAs), `${shared.value}|${value}`) + unseen * u))
  }
  return { weighEqual, weigh, weighWithin }
}

/** Under what a value and one that goes together with it are counted, as `wider|value`. @param wider what the wider one is counted as */
export function together(wider: string): string {
  return `${wider}, together`
}

function describeAll(model: LinkModel): Map<string, Described> {
  return new Map(model.comparisons.map((comparison) => [comparison.id, describe(comparison)]))
}

/** A comparison: its levels, the most it weighs by its levels alone, and those at which values are equal. */
interface Described {
  levels: Map<string, DescribedLevel>
  best: number
  equal: DescribedLevel[]
  within: string | undefined
}

interface DescribedLevel {
  m: number
  u: number
  weight: number
  tier: PairTier | undefined
  isByFrequency: boolean
  /** share of this level among the levels at which values are equal, in pairs that are not the same */
  ofEqual: number
  /** what its values are counted as */
  countedAs: string
}

function describe({ id: comparison, levels, byFrequency, countedAs, optional, within }: LinkModel['comparisons'][number]): Described {
  const equalShare = byFrequency.reduce((sum, id) => sum + (levels[id]?.u ?? 0), 0)
  const described = new Map(Object.entries(levels).map(([id, level]): [string, DescribedLevel] => {
    const isByFrequency = byFrequency.includes(id)
    return [id, { m: level.m, u: level.u, weight: levelWeight(level), tier: level.tier, isByFrequency, ofEqual: isByFrequency ? level.u / equalShare : 1, countedAs: countedAs[id] ?? comparison }]
  }))
  const best = optional ? 0 : Math.max(0, ...[...described.values()].map(({ weight }) => weight))
  return { levels: described, best, within, equal: byFrequency.flatMap((id) => described.get(id) ?? []) }
}
