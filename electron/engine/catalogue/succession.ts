import type { Fact } from '#shared/contract/catalogue.ts'
import { SuccessionLane, type Succession, type SuccessionEntry } from '#shared/model/succession.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { findAddress } from '../store/entitiesFacts.ts'
import { todayOf } from '../today.ts'
import { factsOf } from './facts.ts'
import { lookUpReferences } from './references.ts'

const laneOf: Record<Fact['category'], SuccessionLane> = {
  ownership: 'owner', establishment: 'company', residence: 'resident', office: 'company', permit: 'permit', inspection: 'measure', measure: 'measure',
}
/** Shorter than this nobody between two users or owners means nothing. */
const SHORTEST_GAP = 60
const MILLISECONDS_A_DAY = 86_400_000

/**
 * What followed what at an address: owners, companies, residents, permits, signals (as the index knows them, without
 * content) and measures, each in order of time; and the periods between two in which no owner or no user is known.
 * @throws ProblemError `not-found`
 */
export function readSuccession(context: Pick<CallContext, 'store' | 'now'>, key: EntityKey): Succession {
  const { kind, id } = splitKey(key)
  if (kind !== 'address' || !findAddress(context.store, id)) throw new ProblemError('not-found')
  const entries = factsOf(context.store, 'address', id).map((fact): SuccessionEntry => ({
    lane: laneOf[fact.category], label: fact.other?.label ?? fact.text, text: fact.text, other: fact.other?.key ?? null, start: fact.start, end: fact.end, source: fact.source,
  }))
  const signals = lookUpReferences(context, key).flatMap(({ department, references }) =>
    references.map((one): SuccessionEntry => ({ lane: 'signal', label: department, text: one.kind, other: null, start: one.from, end: one.to, source: null })),
  )
  const all = [...entries, ...signals]
  const of = (...lanes: SuccessionLane[]) => all.filter(({ lane }) => lanes.includes(lane))
  const today = todayOf(context)
  return {
    lanes: SuccessionLane.options.map((lane) => ({ lane, entries: of(lane).sort(byStart) })),
    gaps: [...gapsIn(of('owner'), 'owner', today), ...gapsIn(of('company', 'resident'), 'user', today)],
  }
}

function byStart(first: SuccessionEntry, second: SuccessionEntry): number {
  const [one, other] = [first.start ?? '', second.start ?? '']
  return one === other ? (first.label < second.label ? -1 : 1) : one < other ? -1 : 1
}

/** Periods between two entries that no entry covers; what has no beginning covers nothing, what has no end lasts. */
function gapsIn(entries: readonly SuccessionEntry[], what: 'owner' | 'user', today: string): Succession['gaps'] {
  const periods = entries.flatMap(({ start, end }) => (start === null ? [] : [{ start: firstDay(start), end: end === null ? today : lastDay(end) }]))
  periods.sort((a, b) => (a.start < b.start ? -1 : 1))
  let until = periods[0]?.end ?? today
  return periods.flatMap(({ start, end }) => {
    const [from, days] = [until, daysBetween(until, start)]
    if (end > until) until = end
    return days >= SHORTEST_GAP ? [{ what, from, to: start, days }] : []
  })
}

function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

function lastDay(date: string): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-28` : `${date}-12-31`
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY)
}
