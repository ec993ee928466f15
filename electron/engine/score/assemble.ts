import type { IndicatorSet } from '#shared/model/indicator.ts'
import type { AttentionClass, CountView, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { MissingRow, PartRow, ScoreRow } from '../store/scores.ts'
import { agesOf, wholeOf } from './ageing.ts'
import { contributions, measureUnits, scoreOf, without, withCounts, type Counted, type Measured, type PeerGroup, type Profile, type Unit } from './compose.ts'
import { alone, type Hands } from './hands.ts'
import { rank, type Place } from './places.ts'
import { drawnMedians, drawnWithout, drawUnits, judge, startSimulation, type Draws, type Simulation, type Verdict } from './simulate.ts'
import { median } from './statistics/robust.ts'
import { weightedSum, type ByAge } from './statistics/fading.ts'
import { quantileFinder } from './statistics/select.ts'
import { posteriorInterval } from './statistics/shrinkage.ts'

/** All that is compared at one level for one phenomenon. */
export interface Comparison {
  view: CountView
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
  /** at least 90 % of the draws, and the score */
  lower: number
  upper: number
  /** class without each measured indicator, in their order */
  classesWithout: AttentionClass[]
}

/** The group a score is judged in. */
interface Peers {
  label: string
  size: number
  median: number
  /** per draw */
  medians: Float64Array
}

/** A scored unit with its draws, all indicators together or all but one. */
interface Scored {
  unit: Unit
  score: number
  drawn: Float64Array
}

/** Scores one level for one phenomenon. @param hands who draws, this thread or several: the outcome is the same */
export function assemble(comparison: Comparison, set: IndicatorSet, hands: Hands): Outcome {
  const { units, context, level, phenomenon } = comparison
  if (units.length === 0) return { scores: [], parts: [], missing: [] }
  const { profiles, draws, simulation } = drawAll(comparison, set, hands)
  const judged = judgeAll(draws, simulation)
  const places = rank([...judged.values()].map(({ profile, score }) => ({ unit: profile.unit, score })), hands.places(draws))
  const beside = new Map(measureUnits(units, context, set).map((profile) => [profile.unit.code, profile]))
  return {
    scores: profiles.map((profile) => scoreRow(comparison, profile, judged.get(profile.unit.code), places.get(profile.unit.code))),
    parts: profiles.flatMap((profile) => partRows(comparison, profile, judged.get(profile.unit.code), besideOf(beside.get(profile.unit.code)))),
    missing: profiles.flatMap(({ unit, gaps }) => gaps.map(({ indicator, reason, share }) => ({ level, phenomenon, code: unit.code, indicator: indicator.id, weight: indicator.weight * share, reason }))),
  }
}

/** Every unit measured, and those that have a score drawn. */
export function drawAll(comparison: Comparison, set: IndicatorSet, hands: Pick<Hands, 'room' | 'undrawn'>): { profiles: Profile[]; draws: Draws[]; simulation: Simulation } {
  const { units, counted } = comparison
  const profiles = measureUnits(units, counted, set)
  const simulation = simulationOf(comparison, set)
  const scored = profiles.filter((profile) => scoreOf(profile, set) !== null)
  return { profiles, draws: drawnOf(scored, simulation, hands), simulation }
}

function simulationOf({ counted, level, phenomenon }: Comparison, set: IndicatorSet): Simulation {
  return startSimulation(counted.map(({ indicator }) => indicator), `${level}|${phenomenon}`, set)
}

function drawnOf(profiles: readonly Profile[], simulation: Simulation, hands: Pick<Hands, 'room' | 'undrawn'>): Draws[] {
  const room = hands.room({ units: profiles.length, indicators: simulation.weights.size, draws: simulation.set.draws })
  return drawUnits(profiles, simulation, room, hands.undrawn(profiles.length))
}

/** What the score and class of one unit would be with other counts, all else staying as it is. */
export interface Rejudge {
  measured: readonly Measured[]
  judged: { score: number | null; class: AttentionClass }
  /** no score where too little is left to have one. @param counts per indicator that differs */
  with(counts: ReadonlyMap<string, ByAge>): { score: number | null; class: AttentionClass }
}

/** Prepares to judge one unit again and again; null where it has no score. Only the group it is judged in is drawn. */
export function rejudge(comparison: Comparison, set: IndicatorSet, { code, checkCancelled }: { code: string; checkCancelled: () => void }): Rejudge | null {
  const scored = measureUnits(comparison.units, comparison.counted, set).filter((profile) => scoreOf(profile, set) !== null)
  const profile = scored.find(({ unit }) => unit.code === code)
  if (!profile) return null
  const simulation = simulationOf(comparison, set)
  const members = membersOf(scored)
  const group = members.get(groupOf(profile.unit, members, set)?.key ?? '') ?? []
  const peers = peerFinder(scoresOfAll(drawnOf(group, simulation, alone(checkCancelled)), simulation), set)(profile.unit)
  if (!peers) return null
  const judgeProfile = (changed: Profile) => {
    const score = scoreOf(changed, set)
    const [own] = score === null ? [] : drawnOf([changed], simulation, alone(() => undefined))
    const verdict = own ? judge(own.scores, peers.medians, set) : null
    return { score, class: verdict?.class ?? ('insufficient' as const) }
  }
  return {
    measured: profile.measured,
    judged: judgeProfile(profile),
    with: (counts) => judgeProfile(withCounts(profile, counts, set)),
  }
}

function judgeAll(draws: readonly Draws[], simulation: Simulation): Map<string, Judged> {
  const { set } = simulation
  const scored = scoresOfAll(draws, simulation)
  const find = peerFinder(scored, set)
  const bounds = quantileFinder(set.draws, [0.05, 0.95])
  const room = roomFor(draws)
  const classes = new Map([...simulation.weights.keys()].map((id) => [id, classesWithout(draws, { simulation, id, room })]))
  return new Map(
    draws.flatMap(({ profile }) => {
      const own = scored.get(profile.unit.code)
      const peers = own && find(own.unit)
      if (!own || !peers) return []
      // the logarithm of a mean lies above the mean of logarithms, far above where few events leave a rate open: the score, measured by the
      // shrunk rates that are shown, can then lie beyond 95 % of the draws
      const [lower = Number.NaN, upper = Number.NaN] = bounds(own.drawn)
      const one: Judged = {
        profile,
        score: own.score,
        peers,
        verdict: judge(own.drawn, peers.medians, set),
        lower: Math.min(lower, own.score),
        upper: Math.max(upper, own.score),
        classesWithout: profile.measured.map(({ indicator }) => classes.get(indicator.id)?.get(profile.unit.code) ?? 'insufficient'),
      }
      return [[profile.unit.code, one]]
    }),
  )
}

function scoresOfAll(draws: readonly Draws[], { set }: Simulation): Map<string, Scored> {
  return new Map(draws.map(({ profile, scores }) => [profile.unit.code, { unit: profile.unit, score: scoreOf(profile, set) ?? 0, drawn: scores }]))
}

/** For the first draws of every unit; lent to one indicator after another, for to touch fresh memory takes longer than to compute. */
function roomFor(draws: readonly Draws[]): Float64Array {
  return new Float64Array(draws.length * (draws[0]?.first.products.length ?? 0))
}

/** Every unit that still has a score when one indicator is left out, judged without it. */
function classesWithout(draws: readonly Draws[], { simulation, id, room }: { simulation: Simulation; id: string; room: Float64Array }): Map<string, AttentionClass> {
  const first = draws[0]?.first.products.length ?? 0
  const scored = new Map(
    draws.flatMap((one, i): [string, Scored][] => {
      const score = scoreOf(without(one.profile, id), simulation.set)
      const { unit } = one.profile
      return score === null ? [] : [[unit.code, { unit, score, drawn: drawnWithout(one, simulation, id, room.subarray(i * first, (i + 1) * first)) }]]
    }),
  )
  const find = peerFinder(scored, simulation.set)
  return new Map(
    [...scored].flatMap(([code, { unit, drawn }]) => {
      const peers = find(unit)
      return peers ? [[code, judge(drawn, peers.medians, simulation.set).class]] : []
    }),
  )
}

/** Finds the narrowest group of a unit with enough scores, or the whole level where none has. */
function peerFinder(scored: ReadonlyMap<string, Scored>, set: IndicatorSet): (unit: Unit) => Peers | undefined {
  const members = membersOf(scored.values())
  const made = new Map<string, Peers>()
  return (unit) => {
    const group = groupOf(unit, members, set)
    const of = group && members.get(group.key)
    if (!group || !of) return undefined
    const known = made.get(group.key) ?? {
      label: group.label,
      size: of.length,
      median: median(of.map(({ score }) => score)),
      medians: drawnMedians(of.map(({ drawn }) => drawn)),
    }
    made.set(group.key, known)
    return known
  }
}

/** What belongs to each group. */
function membersOf<One extends { unit: Unit }>(all: Iterable<One>): Map<string, One[]> {
  const members = new Map<string, One[]>()
  for (const one of all) {
    for (const { key } of one.unit.groups) {
      const group = members.get(key)
      if (group) group.push(one)
      else members.set(key, [one])
    }
  }
  return members
}

function groupOf({ groups }: Unit, members: ReadonlyMap<string, readonly unknown[]>, set: IndicatorSet): PeerGroup | undefined {
  return groups.find(({ key }) => (members.get(key)?.length ?? 0) >= set.minimumPeers) ?? groups.at(-1)
}

function besideOf(profile: Profile | undefined): readonly Measured[] {
  return profile ? [...profile.measured, ...profile.compared] : []
}

function scoreRow({ view, level, phenomenon }: Comparison, profile: Profile, judged: Judged | undefined, place: Place | undefined): ScoreRow {
  const { unit, measured, compared, completeness } = profile
  return {
    view,
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
    observed: [...measured, ...compared].reduce((sum, { byAge }) => sum + wholeOf(byAge).count, 0),
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
  const beside = [...profile.compared, ...context].map((one, k) => ({
    ...measuredRow(comparison, profile.unit.code, scored.length + k, one),
    weight: 0,
    contribution: null,
    classWithout: judged?.verdict.class ?? ('insufficient' as const),
  }))
  return [...scored, ...beside]
}

function measuredRow({ view, level, phenomenon }: Comparison, code: string, position: number, one: Measured): Omit<PartRow, 'weight' | 'contribution' | 'classWithout'> {
  const { indicator, byAge, posterior, reference, z } = one
  const { count, exposure } = wholeOf(byAge)
  return {
    view,
    level,
    phenomenon,
    code,
    position,
    indicator: indicator.id,
    observed: count,
    exposure,
    expected: reference.prior.mean * exposure,
    ...fadedOf(one),
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

/** What rows of different weight come to; nothing where all count in full. */
function fadedOf({ indicator, byAge, observation }: Measured): Pick<PartRow, 'weighted' | 'fadedCount' | 'fadedExposure'> {
  if (indicator.halfLife === undefined) return { weighted: null, fadedCount: null, fadedExposure: null }
  return { weighted: weightedSum(byAge, agesOf(indicator).map(({ weight }) => weight), 'count'), fadedCount: observation.count, fadedExposure: observation.exposure }
}
