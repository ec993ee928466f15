import type { Backtest, BacktestMethod } from '#shared/model/control.ts'
import type { Phenomenon } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { findingsByArea } from '../store/controls.ts'
import { lensKinds } from '../store/deliveryLens.ts'
import { areaRows } from '../store/scoreInputs.ts'
import type { ScoreRow } from '../store/scores.ts'
import { lastDayOf, monthsBefore } from './days.ts'
import type { ScoreInput } from './input.ts'
import { computePast } from './run.ts'
import { wilsonInterval } from './statistics/intervals.ts'

/** A tenth of the areas, and at least five, count as on top. */
const TOP_SHARE = 0.1
const TOP_LEAST = 5

/**
 * Scores the buurten as of a past day, from what had been delivered by that day and had happened by then, and compares the areas on top with where something
 * was found in the months after; against the raw rate as of the same day, and against chance. What was found follows where
 * inspectors went: the figure says how well a ranking would have served the practice there was, not how much there is.
 * @throws ProblemError `no-areas`
 */
export function backtest(context: CallContext, { phenomenon, day, months }: { phenomenon: Phenomenon; day: string; months: number }): Backtest {
  const { store } = context
  const { rows, input } = computePast(store, day, context)
  const scored = rows.scores.filter((row) => row.level === 'buurt' && row.phenomenon === phenomenon && row.score !== null)
  const until = monthsBefore(day, -months)
  const codes = new Map(areaRows(store).map(({ id, code }) => [id, code]))
  const findings = new Map([...findingsByArea(store, phenomenon, day, until)].map(([id, n]) => [codes.get(id) ?? '', n]))
  const total = scored.reduce((sum, { code }) => sum + (findings.get(code) ?? 0), 0)
  const top = Math.min(scored.length, Math.max(TOP_LEAST, Math.round(scored.length * TOP_SHARE)))
  const rate = ({ observed, exposure }: ScoreRow) => (exposure === 0 ? 0 : observed / exposure)
  const judge = (name: 'score' | 'raw', by: (row: ScoreRow) => number): BacktestMethod => {
    const best = scored.toSorted((a, b) => by(b) - by(a) || (a.code < b.code ? -1 : 1)).slice(0, top)
    const found = best.reduce((sum, { code }) => sum + (findings.get(code) ?? 0), 0)
    return { name, found, hitAreas: best.filter(({ code }) => findings.has(code)).length, ...shareOf(found, total) }
  }
  const expected = scored.length === 0 ? 0 : (total * top) / scored.length
  const hitAreas = scored.length === 0 ? 0 : (scored.filter(({ code }) => findings.has(code)).length * top) / scored.length
  const chance: BacktestMethod = { name: 'chance', found: expected, hitAreas, ...shareOf(expected, total) }
  return {
    phenomenon, day, until, areas: scored.length, top, findings: total,
    methods: [judge('score', ({ score }) => score ?? 0), judge('raw', rate), chance],
    known: knownThen(input, phenomenon),
  }
}

function shareOf(found: number, total: number): { share: number | null; lower: number; upper: number } {
  return total === 0 ? { share: null, lower: 0, upper: 1 } : { share: found / total, ...wilsonInterval(found, total) }
}

/** Per indicator the day of the newest delivery it could be counted from; null where one of the kinds it needs had not been delivered. */
function knownThen({ book, delivered }: ScoreInput, phenomenon: Phenomenon): Backtest['known'] {
  const own = book.indicators.filter((one) => one.subject === 'area' && one.role === 'score' && one.phenomena.includes(phenomenon))
  return own.map(({ id, label, requires }) => {
    const needed = requires.filter((kind) => lensKinds.includes(kind)).map((kind) => delivered.filter((one) => one.kind === kind))
    const days = needed.flat().map(({ referenceDate, received }) => referenceDate ?? received)
    const newest = days.toSorted((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1)).at(-1)
    return { indicator: id, label, newest: needed.every((list) => list.length > 0) ? (newest ?? null) : null }
  })
}
