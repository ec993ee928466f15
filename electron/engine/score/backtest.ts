import type { Backtest, BacktestMethod } from '#shared/model/control.ts'
import { SourceDate } from '#shared/model/entity.ts'
import type { Phenomenon } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { newestEvent } from '../store/counting.ts'
import { findingsByArea } from '../store/controls.ts'
import { areaRows } from '../store/scoreInputs.ts'
import type { ScoreRow } from '../store/scores.ts'
import { givenFor, measureOf } from './count.ts'
import { monthsBefore } from './days.ts'
import { computeScores } from './run.ts'
import { wilsonInterval } from './statistics/intervals.ts'
import { currentDefinitions } from './weights.ts'

/** A tenth of the areas, and at least five, count as on top. */
const TOP_SHARE = 0.1
const TOP_LEAST = 5

/**
 * Scores the buurten as of a past day, from rows of that day and before only, and compares the areas on top with where something
 * was found in the months after; against the raw rate as of the same day, and against chance. What was found follows where
 * inspectors went: the figure says how well a ranking would have served the practice there was, not how much there is.
 * @throws ProblemError `no-areas`
 */
export function backtest(context: CallContext, { phenomenon, day, months }: { phenomenon: Phenomenon; day: string; months: number }): Backtest {
  const { store } = context
  const { rows } = computeScores(store, context.now, context, day)
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
    known: newestKnown(context, phenomenon, day),
  }
}

function shareOf(found: number, total: number): { share: number | null; lower: number; upper: number } {
  return total === 0 ? { share: null, lower: 0, upper: 1 } : { share: found / total, ...wilsonInterval(found, total) }
}

function newestKnown({ store }: Pick<CallContext, 'store'>, phenomenon: Phenomenon, day: string): Backtest['known'] {
  const { indicators, riskBranches } = currentDefinitions(store)
  const own = indicators.filter((one) => one.subject === 'area' && one.role === 'score' && one.phenomena.includes(phenomenon))
  return own.map((indicator) => {
    const newest = SourceDate.safeParse(newestEvent(store, measureOf(indicator), givenFor(indicator, day, riskBranches)))
    return { indicator: indicator.id, label: indicator.label, newest: newest.success ? newest.data : null }
  })
}
