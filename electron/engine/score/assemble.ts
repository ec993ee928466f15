import type { IndicatorSet } from '#shared/model/indicator.ts'
import type { AttentionClass, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { MissingRow, PartRow, ScoreRow } from '../store/scores.ts'
import { contributions, measureUnits, scoreOf, without, type Counted, type Measured, type Profile, type Unit } from './compose.ts'
import { drawnRanks, drawnScores, drawUnit, judge, quantile, startSimulation, type Draws, type Simulation, type Verdict } from './simulate.ts'
import { median } from './statistics/robust.ts'
import { posteriorInterval } from './statistics/shrinkage.ts'

/** All that is compared at one level for one phenomenon. */
export interface Comparison {
  level: ScoreLevel
  phenomenon: Phenomenon
  units: readonly Unit[]
  /** indicators that count, in the order in which their contributions are added */
  counted: readonly Counted[]
  /** indicators shown beside the score */
  context: readonly Counted[]
}

export interface Outcome {
  scores: ScoreRow[]
  parts: PartRow[]
  missing: MissingRow[]
}

interface Judged {
  profile: Profile
  score: number
  peers: Peers
  verdict: Verdict
  /** 90 % of the draws */
  lower: number
  upper: number
  drawn: Float64Array
  /** class without each measured indicator, in their order */
  classesWithout: AttentionClass[]
}

/** The group a score is judged in. */
interface Peers {
  label: string
  size: number
  median: number
}

/**
 * Scores one level for one phenomenon.
 * @param checkCancelled called before every unit, which takes a few milliseconds at most
 */
export function assemble(comparison: Comparison, set: IndicatorSet, checkCancelled: () => void): Outcome {
  const { units, counted, context, level, phenomenon } = comparison
  const profiles = measureUnits(units, counted, set)
  const simulation = startSimulation(counted.map(({ indicator }) => indicator), `${level}|${phenomenon}`, set)
  const medians = new Map(['', ...counted.map(({ indicator }) => indicator.id)].map((id) => [id, mediansWithout(profiles, id, set)]))
  const judged = new Map<string, Judged>()
  for (const profile of profiles) {
    checkCancelled()
    const found = judgeUnit(profile, simulation, medians, set)
    if (found) judged.set(profile.unit.code, found)
  }
  const places = rank([...judged.values()], set)
  const beside = new Map(measureUnits(units, context, set).map((profile) => [profile.unit.code, profile]))
  return {
    scores: profiles.map((profile) => scoreRow(comparison, profile, judged.get(profile.unit.code), places.get(profile.unit.code))),
    parts: profiles.flatMap((profile) => partRows(comparison, profile, judged.get(profile.unit.code), beside.get(profile.unit.code)?.measured ?? [])),
    missing: profiles.flatMap(({ unit, gaps }) => gaps.map(({ indicator, reason }) => ({ level, phenomenon, code: unit.code, indicator: indicator.id, weight: indicator.weight, reason }))),
  }
}

/** Per group: how many of it have a score when one indicator is left out, and the median of those scores. */
function mediansWithout(profiles: readonly Profile[], id: string, set: IndicatorSet): Map<string, Peers> {
  const scores = new Map<string, { label: string; values: number[] }>()
  for (const profile of profiles) {
    const score = scoreOf(id === '' ? profile : without(profile, id), set)
    if (score === null) continue
    for (const { key, label } of profile.unit.groups) {
      const group = scores.get(key) ?? { label, values: [] }
      group.values.push(score)
      scores.set(key, group)
    }
  }
  return new Map([...scores].map(([key, { label, values }]) => [key, { label, size: values.length, median: median(values) }]))
}

/** The narrowest group with enough scores; the whole level where none has. */
function peersOf({ groups }: Unit, medians: ReadonlyMap<string, Peers>, set: IndicatorSet): Peers | undefined {
  const enough = groups.find(({ key }) => (medians.get(key)?.size ?? 0) >= set.minimumPeers) ?? groups.at(-1)
  return enough && medians.get(enough.key)
}

function judgeUnit(profile: Profile, simulation: Simulation, medians: ReadonlyMap<string, Map<string, Peers>>, set: IndicatorSet): Judged | null {
  const score = scoreOf(profile, set)
  const peers = peersOf(profile.unit, medians.get('') ?? new Map(), set)
  if (score === null || !peers) return null
  const draws = drawUnit(profile, simulation)
  const drawn = drawnScores(draws, simulation)
  const sorted = drawn.toSorted()
  return {
    profile,
    score,
    peers,
    verdict: judge(drawn, peers.median, set),
    lower: quantile(sorted, 0.05),
    upper: quantile(sorted, 0.95),
    drawn,
    classesWithout: profile.measured.map(({ indicator }) => classWithout(draws, simulation, indicator.id, medians, set)),
  }
}

function classWithout(draws: Draws, simulation: Simulation, id: string, medians: ReadonlyMap<string, Map<string, Peers>>, set: IndicatorSet): AttentionClass {
  const score = scoreOf(without(draws.profile, id), set)
  const peers = peersOf(draws.profile.unit, medians.get(id) ?? new Map(), set)
  if (score === null || !peers) return 'insufficient'
  return judge(drawnScores(draws, simulation, id), peers.median, set).class
}

interface Place {
  rank: number
  rankLower: number
  rankUpper: number
}

/** Places from the highest score down; equal scores in order of code. */
function rank(judged: readonly Judged[], set: IndicatorSet): Map<string, Place> {
  const ranks = drawnRanks(judged.map(({ drawn }) => drawn), set.draws)
  const order = judged.toSorted((a, b) => b.score - a.score || (a.profile.unit.code < b.profile.unit.code ? -1 : 1))
  const positions = new Map(order.map(({ profile }, i) => [profile.unit.code, i + 1]))
  return new Map(
    judged.map(({ profile: { unit } }, i) => {
      const sorted = (ranks[i] ?? new Uint32Array(1)).toSorted()
      const place = { rank: positions.get(unit.code) ?? 0, rankLower: Math.round(quantile(sorted, 0.05)), rankUpper: Math.round(quantile(sorted, 0.95)) }
      return [unit.code, place]
    }),
  )
}

function scoreRow({ level, phenomenon }: Comparison, profile: Profile, judged: Judged | undefined, place: Place | undefined): ScoreRow {
  const { unit, measured, completeness } = profile
  return {
    level,
    phenomenon,
    code: unit.code,
    name: unit.name,
    parentCode: unit.parent?.code ?? null,
    parentName: unit.parent?.name ?? null,
    score: judged?.score ?? null,
    lower: judged?.lower ?? null,
    upper: judged?.upper ?? null,
    class: judged?.verdict.class ?? 'insufficient',
    probability: judged?.verdict.probability ?? null,
    probabilityLower: judged?.verdict.probabilityLower ?? null,
    completeness,
    peerGroup: judged?.peers.label ?? unit.groups[0]?.label ?? '',
    peers: judged?.peers.size ?? 0,
    peerMedian: judged?.peers.median ?? null,
    rank: place?.rank ?? null,
    rankLower: place?.rankLower ?? null,
    rankUpper: place?.rankUpper ?? null,
    observed: measured.reduce((sum, { observation }) => sum + observation.count, 0),
    exposure: unit.exposure,
  }
}

function partRows(comparison: Comparison, profile: Profile, judged: Judged | undefined, context: readonly Measured[]): PartRow[] {
  const shares = contributions(profile.measured)
  const scored = profile.measured.map((one, k) => ({
    ...measuredRow(comparison, profile.unit.code, k, one),
    weight: shares[k]?.weight ?? 0,
    contribution: judged ? (shares[k]?.contribution ?? 0) : null,
    classWithout: judged?.classesWithout[k] ?? ('insufficient' as const),
  }))
  const beside = context.map((one, k) => ({
    ...measuredRow(comparison, profile.unit.code, scored.length + k, one),
    weight: 0,
    contribution: null,
    classWithout: judged?.verdict.class ?? ('insufficient' as const),
  }))
  return [...scored, ...beside]
}

function measuredRow({ level, phenomenon }: Comparison, code: string, position: number, one: Measured): Omit<PartRow, 'weight' | 'contribution' | 'classWithout'> {
  const { indicator, observation, posterior, reference, z } = one
  return {
    level,
    phenomenon,
    code,
    position,
    indicator: indicator.id,
    observed: observation.count,
    exposure: observation.exposure,
    expected: reference.prior.mean * observation.exposure,
    shrunkRate: posterior.mean,
    ...posteriorInterval(posterior),
    referenceRate: reference.prior.mean,
    referenceVariance: reference.prior.variance,
    referenceGroup: reference.label,
    referenceSize: reference.size,
    centre: reference.ruler.centre,
    scale: reference.ruler.scale,
    z,
  }
}
