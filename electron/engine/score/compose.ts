import type { Indicator, IndicatorSet } from '#shared/model/indicator.ts'
import { WHOLE_MUNICIPALITY } from '#shared/text/terms.ts'
import { observationOf } from './ageing.ts'
import { median, robustRuler, robustZ, type Ruler } from './statistics/robust.ts'
import type { ByAge } from './statistics/fading.ts'
import { marshallPrior, posteriorRate, type Observation, type RatePosterior, type RatePrior } from './statistics/shrinkage.ts'
import { scoreReasons } from './words.ts'

/** An area or branch that is compared. */
export interface Unit {
  code: string
  name: string
  parent: { code: string; name: string } | null
  /** groups it may be compared with, narrowest first; the last holds everything of its kind */
  groups: readonly PeerGroup[]
  /** addresses or vestigingen there are */
  exposure: number
}

export interface PeerGroup {
  key: string
  label: string
}

/** What one indicator counted: per unit code, or why it could not be counted at all. */
export interface Counted {
  indicator: Indicator
  counts: ReadonlyMap<string, Observation>
  /** where older events count for less: counts up to each step of age but the last, newest first */
  newer?: readonly ReadonlyMap<string, Observation>[]
  unavailable: string | null
  /** which part of those who deliver it have been silent too long, and who; null when nobody has */
  silent: { share: number; reason: string } | null
  /** the buurten of the municipality: what a level with too few units for a group of peers is put beside */
  whole?: readonly Observation[]
}

/** One indicator of one unit, measured against its peers. */
export interface Measured {
  indicator: Indicator
  /** the rows, by age where that counts */
  byAge: ByAge
  /** what they come to, and what everything is computed from */
  observation: Observation
  posterior: RatePosterior
  reference: Reference
  /** signed so that more means riskier */
  z: number
}

/** The group a rate was compared with: what its rates have in common, and the ruler for ln(θ/m). */
export interface Reference {
  label: string
  size: number
  prior: RatePrior
  ruler: Ruler
}

export interface Gap {
  indicator: Indicator
  reason: string
  /** which part of the indicator is missing; 1 where it could not be measured at all */
  share: number
}

export interface Profile {
  unit: Unit
  measured: Measured[]
  /** put beside the municipality, for want of peers; counts in no score */
  compared: Measured[]
  gaps: Gap[]
  /** share of the weights that could be computed, less what silent suppliers leave open */
  completeness: number
}

/** Measures every unit on every indicator; what cannot be measured is a gap with its reason, never a filled-in value. */
export function measureUnits(units: readonly Unit[], counted: readonly Counted[], set: IndicatorSet): Profile[] {
  if (counted.some(({ whole }) => whole) && !counted.some((one) => hasPeers(units, one, set))) return compareUnits(units, counted, set)
  const lookups = counted.map((one) => ({ one, find: referenceFinder(units, one, set) }))
  return units.map((unit) => {
    const measured: Measured[] = []
    const gaps: Gap[] = []
    for (const { one, find } of lookups) {
      const found = measure(unit, one, find, set)
      if ('reason' in found) gaps.push({ ...found, share: 1 })
      else measured.push(found)
      if (!('reason' in found) && one.silent !== null) gaps.push({ indicator: one.indicator, ...one.silent })
    }
    return { unit, measured, compared: [], gaps, completeness: completenessOf(measured, gaps) }
  })
}

const NOTHING: Observation = { count: 0, exposure: 0 }

function byAgeOf({ counts, newer = [] }: Counted, code: string): ByAge {
  const whole = counts.get(code) ?? NOTHING
  const [newest, ...older] = newer.map((one) => one.get(code) ?? NOTHING)
  return newest ? [newest, ...older, whole] : [whole]
}

/** What every unit was measured on, by code. */
export function observationsOf(counted: Counted): ReadonlyMap<string, Observation> {
  if (!counted.newer) return counted.counts
  return new Map([...counted.counts.keys()].map((code) => [code, observationOf(counted.indicator, byAgeOf(counted, code))]))
}

/** Whether enough units can be measured on an indicator to be each other's peers. */
function hasPeers(units: readonly Unit[], counted: Counted, set: IndicatorSet): boolean {
  const counts = observationsOf(counted)
  return units.filter(({ code }) => (counts.get(code)?.exposure ?? 0) >= set.minimumExposure).length >= set.minimumPeers
}

/** A level with too few units to be each other's peers: each is put beside the municipality, indicator by indicator, and gets no score. */
function compareUnits(units: readonly Unit[], counted: readonly Counted[], set: IndicatorSet): Profile[] {
  const references = new Map(counted.map(({ indicator, whole = [] }) => [indicator.id, wholeReference(whole)]))
  return units.map((unit) => {
    const found = counted.map((one) => measure(unit, one, () => references.get(one.indicator.id) ?? null, set))
    const compared = found.flatMap((one) => ('reason' in one ? [] : [one]))
    const gaps = found.flatMap((one) => ('reason' in one ? [{ ...one, share: 1 }] : []))
    return { unit, measured: [], compared, gaps, completeness: completenessOf(compared, gaps) }
  })
}

/** The rates of the buurten of the municipality, without a ruler: nothing is placed by it. */
function wholeReference(whole: readonly Observation[]): Reference {
  const members = whole.filter(({ exposure }) => exposure > 0)
  return { label: WHOLE_MUNICIPALITY, size: members.length, prior: marshallPrior(members), ruler: { centre: 0, scale: 0 } }
}

/** Each indicator is either measured or a gap of share 1; a smaller gap takes off from what was measured. */
function completenessOf(measured: readonly Measured[], gaps: readonly Gap[]): number {
  const known = sum(measured.map(({ indicator }) => indicator.weight))
  const total = known + sum(gaps.filter(({ share }) => share === 1).map(({ indicator }) => indicator.weight))
  const open = sum(gaps.filter(({ share }) => share < 1).map(({ indicator, share }) => indicator.weight * share))
  return total === 0 ? 0 : (known - open) / total
}

function measure(unit: Unit, counted: Counted, find: (unit: Unit) => Reference | null, set: IndicatorSet): Measured | Omit<Gap, 'share'> {
  const { indicator, unavailable } = counted
  if (unavailable !== null) return { indicator, reason: unavailable }
  const byAge = byAgeOf(counted, unit.code)
  const observation = observationOf(indicator, byAge)
  if (observation.exposure === 0) return { indicator, reason: scoreReasons.noExposure(indicator.unit) }
  if (observation.exposure < set.minimumExposure) return { indicator, reason: scoreReasons.littleExposure(indicator.unit, set.minimumExposure) }
  const reference = find(unit)
  if (!reference) return { indicator, reason: scoreReasons.fewPeers(set.minimumPeers) }
  const posterior = posteriorRate(observation, reference.prior)
  return { indicator, byAge, observation, posterior, reference, z: signedZ(indicator, posterior, reference) }
}

/** The same unit with other counts, against the same references; what then has too little exposure is a gap. */
export function withCounts(profile: Profile, counts: ReadonlyMap<string, ByAge>, set: IndicatorSet): Profile {
  const changed = profile.measured.map((one) => remeasured(one, counts.get(one.indicator.id) ?? one.byAge))
  const measured = changed.filter(({ observation }) => observation.exposure >= set.minimumExposure)
  const lost = changed.filter((one) => !measured.includes(one)).map(({ indicator }) => ({ indicator, reason: scoreReasons.noExposure(indicator.unit), share: 1 }))
  const gaps = [...profile.gaps.filter(({ indicator }) => !lost.some((one) => one.indicator.id === indicator.id)), ...lost]
  return { ...profile, measured, gaps, completeness: completenessOf(measured, gaps) }
}

function remeasured(one: Measured, byAge: ByAge): Measured {
  const { indicator, reference } = one
  const observation = observationOf(indicator, byAge)
  if (observation.exposure === 0) return { ...one, byAge, observation }
  const posterior = posteriorRate(observation, reference.prior)
  return { ...one, byAge, observation, posterior, z: signedZ(indicator, posterior, reference) }
}

/** Counted everywhere and seen nowhere: known, and no difference. */
function signedZ({ direction }: Indicator, posterior: RatePosterior, { prior, ruler }: Reference): number {
  const z = prior.mean === 0 ? 0 : robustZ(Math.log(posterior.mean / prior.mean), ruler)
  return direction === 'less' ? -z : z
}

/** Finds, per unit, the narrowest of its groups with enough members that can be measured on this indicator. */
function referenceFinder(units: readonly Unit[], counted: Counted, set: IndicatorSet): (unit: Unit) => Reference | null {
  const counts = observationsOf(counted)
  const members = new Map<string, Observation[]>()
  for (const unit of units) {
    const observation = counts.get(unit.code)
    if (!observation || observation.exposure < set.minimumExposure) continue
    for (const { key } of unit.groups) {
      const group = members.get(key)
      if (group) group.push(observation)
      else members.set(key, [observation])
    }
  }
  const made = new Map<string, Reference>()
  return (unit) => {
    const group = unit.groups.find(({ key }) => (members.get(key)?.length ?? 0) >= set.minimumPeers)
    if (!group) return null
    const known = made.get(group.key) ?? makeReference(group.label, members.get(group.key) ?? [])
    made.set(group.key, known)
    return known
  }
}

function makeReference(label: string, members: readonly Observation[]): Reference {
  const prior = marshallPrior(members)
  if (prior.mean === 0) return { label, size: members.length, prior, ruler: robustRuler([]) }
  const posteriors = members.map((one) => posteriorRate(one, prior))
  const ruler = robustRuler(posteriors.map(({ mean }) => Math.log(mean / prior.mean)))
  return { label, size: members.length, prior, ruler: { centre: ruler.centre, scale: atLeastError(ruler.scale, posteriors) } }
}

/**
 * The ruler is never finer than the measuring error: its scale is the larger of the robust one and the usual relative error of
 * a rate in the group, 1/√shape of its posterior. Shrunk rates of which little is known lie close together; by their spread
 * alone, differences of noise would be measured as large, and areas without a single event would come out on top.
 */
function atLeastError(scale: number, posteriors: readonly RatePosterior[]): number {
  if (scale === 0) return 0
  return Math.max(scale, median(posteriors.map(({ gamma }) => (gamma ? 1 / Math.sqrt(gamma.shape) : 0))))
}

/** Contributions are kept on a grid of 2⁻⁴⁰: multiples of it add up without rounding, in whatever order they are added. */
const GRID = 2 ** 40

/**
 * What each measured indicator adds to the score: weight × z, the weights renormalised over those measured. Their plain sum
 * is the score, exactly.
 */
export function contributions(measured: readonly Measured[]): { weight: number; contribution: number }[] {
  const total = sum(measured.map(({ indicator }) => indicator.weight))
  return measured.map(({ indicator, z }) => {
    const weight = indicator.weight / total
    return { weight, contribution: Math.round(weight * z * GRID) / GRID }
  })
}

/** The score itself, or null below the completeness that is asked. */
export function scoreOf(profile: Profile, set: IndicatorSet): number | null {
  if (profile.measured.length === 0 || profile.completeness < set.minimumCompleteness) return null
  return sum(contributions(profile.measured).map(({ contribution }) => contribution))
}

/** A profile as it would be had one indicator not existed. */
export function without(profile: Profile, id: string): Profile {
  const measured = profile.measured.filter(({ indicator }) => indicator.id !== id)
  const gaps = profile.gaps.filter(({ indicator }) => indicator.id !== id)
  return { unit: profile.unit, measured, compared: [], gaps, completeness: completenessOf(measured, gaps) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
