import { z } from 'zod'
import { Indicator } from '#shared/model/indicator.ts'
import {
  ScoreSource, type AttentionScore, type ContextFigure, type Explanation, type Phenomenon, type ScoreLevel, type ScorePart, type ShownCount,
} from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { indicatorsNamed, missingOf, partsOf, scoreOf, scoresOf, type PartRow, type ScoreRow, type Which } from '../store/scores.ts'
import type { Reader } from '../store/database.ts'
import { isStale, requireSet } from './current.ts'
import { fillSentence, shownTotal, type CountView } from './show.ts'
import { shownExpected, shownLevel, shownScore, type ShownLevel } from './shownFigures.ts'
import { positivePredictiveValue } from './statistics/intervals.ts'
import { currentDefinitions } from './weights.ts'

type Asked = Pick<CallContext, 'store' | 'hashKey'>

/**
 * All scores of a level, highest first, as they are shown outside a case.
 * @throws ProblemError `no-scores`
 */
export function ranking({ store, hashKey }: Asked, which: { level: ScoreLevel; phenomenon: Phenomenon }): AttentionScore[] {
  const { id } = requireSet(store)
  const shown = shownLevel(store, id, which, hashKey)
  return scoresOf(store, id, which.level, which.phenomenon).map((row) => toScore(shownScore(row, shown), shownSum(shown, row.code)))
}

/** Over the parts that count; context has no contribution and is left out where there is a score. */
function shownSum({ counts, contributions }: ShownLevel, code: string): ShownCount {
  const counted = contributions.get(code)
  return shownTotal([...(counts.get(code) ?? [])].flatMap(([indicator, count]) => (!counted || counted.has(indicator) ? [count] : [])))
}

/**
 * A score with everything it is made of.
 * @param view `exact` only where purpose and role were checked
 * @throws ProblemError `no-scores`, `not-found`
 */
export function explain({ store, hashKey }: Asked, which: Which, view: CountView = 'exact'): Explanation {
  const set = requireSet(store)
  const row = scoreOf(store, set.id, which)
  if (!row) throw new ProblemError('not-found')
  const rows = partsOf(store, set.id, which)
  const gaps = missingOf(store, set.id, which)
  const kept = keptIndicators(store, set.id, [...rows, ...gaps].map(({ indicator }) => indicator))
  const find = (id: string): Kept => {
    const one = kept.get(id)
    if (!one) throw new Error(`indicator ${id} is not in its set`)
    return one
  }
  const shown = view === 'rounded' ? shownLevel(store, set.id, which, hashKey) : null
  const show = (part: PartRow): Shown => ({
    observed: shown ? (shown.counts.get(which.code)?.get(part.indicator) ?? 0) : part.observed,
    expected: shown ? shownExpected(part.expected) : part.expected,
    contribution: shown ? (shown.contributions.get(which.code)?.get(part.indicator) ?? null) : part.contribution,
    view,
  })
  const parts = rows.filter(({ indicator }) => find(indicator).indicator.role === 'score')
  const context = rows.filter(({ indicator }) => find(indicator).indicator.role === 'context')
  const { prevalence, sensitivity, specificity, source } = currentDefinitions(store).set.baseRate
  const exactSum = parts.reduce((sum, { observed }) => sum + observed, 0)
  return {
    score: shown ? toScore(shownScore(row, shown), shownTotal(parts.map((part) => show(part).observed))) : toScore(row, exactSum),
    parts: parts.map((part) => toPart(part, find(part.indicator), show(part))),
    context: context.map((part) => toContext(part, find(part.indicator), show(part))),
    missing: gaps.map(({ indicator, weight, reason }) => ({ indicator, label: find(indicator).indicator.label, weight: weight / 100, reason })),
    baseRate: { prevalence, sensitivity, specificity, source, value: positivePredictiveValue(prevalence, sensitivity, specificity) },
    counts: view,
    referenceDate: set.referenceDate,
    indicatorSet: set.indicatorSet,
    isStale: isStale(store, set),
  }
}

/** The figures of a part as they are shown. */
interface Shown {
  observed: ShownCount
  expected: number
  contribution: number | null
  view: CountView
}

/** An indicator as it was when the set was made, and what it was counted from. */
interface Kept {
  indicator: Indicator
  sources: ScoreSource[]
}

function keptIndicators(reader: Reader, setId: number, names: readonly string[]): Map<string, Kept> {
  return new Map(
    indicatorsNamed(reader, setId, names).map(({ indicator, definition, sources }) => [
      indicator,
      { indicator: Indicator.parse(JSON.parse(definition)), sources: z.array(ScoreSource).parse(JSON.parse(sources)) },
    ]),
  )
}

function toScore({ parentCode, parentName, ...row }: ScoreRow, observed: ShownCount): AttentionScore {
  return {
    ...row,
    subject: row.level === 'buurt' || row.level === 'wijk' ? 'area' : 'branch',
    parent: parentCode === null ? null : { code: parentCode, name: parentName ?? parentCode },
    observed,
  }
}

function toPart(row: PartRow, { indicator, sources }: Kept, { observed, expected, contribution, view }: Shown): ScorePart {
  const { shrunkRate, lower, upper, referenceVariance, centre, scale, z: distance } = row
  return {
    indicator: indicator.id,
    version: indicator.version,
    label: indicator.label,
    unit: indicator.unit,
    per: indicator.per,
    direction: indicator.direction,
    sentence: fillSentence(indicator.sentence, observed, row.exposure, expected, view),
    observed,
    exposure: row.exposure,
    expected,
    referenceRate: view === 'exact' ? row.referenceRate : expected / row.exposure,
    referenceGroup: row.referenceGroup,
    referenceSize: row.referenceSize,
    figures: view === 'rounded' ? null : { rawRate: row.observed / row.exposure, shrunkRate, lower, upper, referenceVariance, centre, scale, z: distance },
    weight: row.weight,
    contribution,
    classWithout: row.classWithout,
    sources,
  }
}

function toContext(row: PartRow, { indicator, sources }: Kept, { observed, expected, view }: Shown): ContextFigure {
  return {
    indicator: indicator.id,
    label: indicator.label,
    sentence: fillSentence(indicator.sentence, observed, row.exposure, expected, view),
    observed,
    exposure: row.exposure,
    expected,
    unit: indicator.unit,
    per: indicator.per,
    referenceRate: view === 'exact' ? row.referenceRate : expected / row.exposure,
    referenceGroup: row.referenceGroup,
    sources,
  }
}
