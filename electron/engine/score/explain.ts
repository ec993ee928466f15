import { z } from 'zod'
import { Indicator } from '#shared/model/indicator.ts'
import {
  AreaLevel, ScoreSource, type AttentionScore, type ContextFigure, type CountView, type Explanation, type Phenomenon, type ScoreLevel, type ScorePart, type ShownCount,
} from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { indicatorsNamed, missingOf, observedSums, partsOf, scoreOf, scoresOf, type PartRow, type ScoreRow, type Which } from '../store/scores.ts'
import type { Reader } from '../store/database.ts'
import { isStale, requireSet } from './current.ts'
import { courseAbsent } from './dated.ts'
import { fadedSentence, fillSentence, shownAs, shownTotal } from './show.ts'
import { positivePredictiveValue } from './statistics/intervals.ts'
import { currentDefinitions } from './weights.ts'

type Asked = Pick<CallContext, 'store'>

/**
 * All scores of a level, highest first, as they are shown outside a case.
 * @throws ProblemError `no-scores`
 */
export function ranking({ store }: Asked, which: { level: ScoreLevel; phenomenon: Phenomenon }): AttentionScore[] {
  const { id } = requireSet(store)
  const sums = observedSums(store, id, { view: 'rounded', ...which })
  // over the parts that count; context has no contribution and is left out where there is a score
  const sumOf = ({ code, score }: ScoreRow): number => sums.get(code)?.[score === null ? 'all' : 'scored'] ?? 0
  return scoresOf(store, id, { view: 'rounded', ...which }).map((row) => toScore(row, shownTotal([sumOf(row)])))
}

/**
 * A score with everything it is made of.
 * @param view `exact` only where purpose and role were checked
 * @throws ProblemError `no-scores`, `not-found`
 */
export function explain({ store }: Asked, which: Which, view: CountView = 'exact'): Explanation {
  const set = requireSet(store)
  const row = scoreOf(store, set.id, which, view)
  if (!row) throw new ProblemError('not-found')
  const rows = partsOf(store, set.id, which, view)
  const gaps = missingOf(store, set.id, which)
  const kept = keptIndicators(store, set.id, [...rows, ...gaps].map(({ indicator }) => indicator))
  const find = (id: string): Kept => {
    const one = kept.get(id)
    if (!one) throw new Error(`indicator ${id} is not in its set`)
    return one
  }
  const parts = rows.filter(({ indicator }) => find(indicator).indicator.role === 'score')
  const context = rows.filter(({ indicator }) => find(indicator).indicator.role === 'context')
  const { prevalence, sensitivity, specificity, source } = currentDefinitions(store).set.baseRate
  return {
    score: toScore(row, view === 'exact' ? row.observed : shownTotal(parts.map(({ observed }) => shownAs(observed)))),
    parts: parts.map((part) => toPart(part, find(part.indicator))),
    context: context.map((part) => toContext(part, find(part.indicator))),
    missing: gaps.map(({ indicator, weight, reason }) => ({ indicator, label: find(indicator).indicator.label, weight: weight / 100, reason })),
    baseRate: { prevalence, sensitivity, specificity, source, value: positivePredictiveValue(prevalence, sensitivity, specificity) },
    counts: view,
    referenceDate: set.referenceDate,
    indicatorSet: set.indicatorSet,
    isStale: isStale(store, set),
  }
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

function toScore({ view: _view, parentCode, parentName, ...row }: ScoreRow, observed: ShownCount): AttentionScore {
  return {
    ...row,
    subject: AreaLevel.options.some((level) => level === row.level) ? 'area' : 'branch',
    parent: parentCode === null ? null : { code: parentCode, name: parentName ?? parentCode },
    observed,
  }
}

function toPart(row: PartRow, { indicator, sources }: Kept): ScorePart {
  const { shrunkRate, lower, upper, referenceVariance, centre, scale, z: distance } = row
  const faded = fadedOf(row, indicator)
  return {
    indicator: indicator.id,
    version: indicator.version,
    label: indicator.label,
    hasCourse: courseAbsent(indicator) === null,
    unit: indicator.unit,
    per: indicator.per,
    direction: indicator.direction,
    ...countedWords(row, indicator),
    faded,
    referenceRate: row.referenceRate,
    referenceGroup: row.referenceGroup,
    referenceSize: row.referenceSize,
    figures: row.view === 'rounded' ? null : { rawRate: faded ? faded.count / faded.exposure : row.observed / row.exposure, shrunkRate, lower, upper, referenceVariance, centre, scale, z: distance },
    weight: row.weight,
    contribution: row.contribution,
    classWithout: row.classWithout,
    sources,
  }
}

function fadedOf({ weighted, fadedCount, fadedExposure }: PartRow, { halfLife }: Indicator): ScorePart['faded'] {
  if (halfLife === undefined || weighted === null || fadedCount === null || fadedExposure === null) return null
  return { halfLife, weighted, count: fadedCount, exposure: fadedExposure }
}

function toContext(row: PartRow, { indicator, sources }: Kept): ContextFigure {
  return {
    indicator: indicator.id,
    label: indicator.label,
    hasCourse: courseAbsent(indicator) === null,
    ...countedWords(row, indicator),
    unit: indicator.unit,
    per: indicator.per,
    referenceRate: row.referenceRate,
    referenceGroup: row.referenceGroup,
    sources,
  }
}

/** What was counted, in figures and in a sentence. */
function countedWords({ view, observed, exposure, expected, weighted }: PartRow, { sentence, halfLife }: Indicator): Pick<ScorePart, 'sentence' | 'observed' | 'exposure' | 'expected'> {
  const shown = view === 'exact' ? observed : shownAs(observed)
  const filled = fillSentence(sentence, shown, exposure, expected, view)
  return { sentence: halfLife === undefined || weighted === null || weighted === 0 ? filled : `${filled} ${fadedSentence(weighted, halfLife)}`, observed: shown, exposure, expected }
}
