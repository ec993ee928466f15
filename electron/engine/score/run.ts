import { createHash } from 'node:crypto'
import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import { OwnAreaLevel, Phenomenon, ScoreLevel, type CountView } from '#shared/model/score.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { countingOnly, lensKinds } from '../store/deliveryLens.ts'
import { countedDeliveries, deliveredKinds, inputStamp, type DeliveryRow } from '../store/scoreInputs.ts'
import { confirmSet, insertSet, newestSet, type IndicatorRow, type ScoreRows, type SetRow, type Whole } from '../store/scores.ts'
import { todayOf } from '../today.ts'
import { assemble, type Comparison, type Outcome } from './assemble.ts'
import type { Counted, Unit } from './compose.ts'
import { countIndicators, type Tally } from './count.ts'
import { currentSet } from './current.ts'
import { lastDayOf } from './days.ts'
import { formulas } from './formulas.ts'
import { packInput, type ScoreInput } from './input.ts'
import { knownOn } from './silence.ts'
import { shownTallies } from './shownTallies.ts'
import { roundingKeyOf } from './roundingKey.ts'
import { readSubjects, type Subject } from './units.ts'
import { currentDefinitions } from './weights.ts'

type Progress = Pick<CallContext, 'report' | 'checkCancelled'>

/** Outside a case chances are told from fewer draws: they are shown in steps, and the counts they follow from are rounded. */
const SHOWN_DRAWS = 400

/**
 * Counts and scores every area and branch for every phenomenon and keeps the outcome as a set. Made again from the same
 * definitions, data and seed it is the same to the last bit; then the newest set is kept and only confirmed.
 * @throws ProblemError `no-areas` when neither areas nor companies were delivered
 */
export function runScores(context: CallContext): ScoreSet {
  const { store } = context
  const { set, rows, input } = computeScores(store, todayOf(context), context)
  const shown = shownRows(input, roundingKeyOf(context), context)
  const asked = { at: context.now, account: context.actor.account, name: context.actor.name }
  store.write((writer) => {
    const newest = newestSet(writer, set.formulas)
    if (newest?.hash === set.hash && newest.resultHash === set.resultHash) confirmSet(writer, newest.id, { ...asked, inputs: set.inputs })
    else insertSet(writer, { ...set, ...asked, kind: 'official', label: '' }, withShown(rows, shown), packInput(input))
  })
  const made = currentSet(context)
  if (!made) throw new Error('a score set that was just stored is gone')
  return made
}

type Numbers = Omit<SetRow, 'id' | 'at' | 'account' | 'name' | 'kind' | 'label'>

/** The numbers of a set, from the store alone; nothing is written. */
export function computeScores(reader: Reader, today: string, progress: Progress): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const delivered = deliveredKinds(reader)
  const input = gatherInput(reader, delivered, referenceDay(delivered, today), progress)
  return { input, ...computeFrom(input, inputStamp(reader), progress) }
}

/**
 * The numbers as they would have come out on a past day: from rows that were delivered by then, and of those what had happened by then.
 * Where addresses and areas lie is taken as it is now.
 */
export function computePast(reader: Reader, day: string, progress: Progress): { set: Numbers; rows: ScoreRows; input: ScoreInput } {
  const known = countedDeliveries(reader).filter((one) => !lensKinds.includes(one.kind) || knownOn(one) <= day)
  const delivered = known.map(({ kind, supplier, referenceDate, received }) => ({ kind, supplier, referenceDate, received }))
  const input = countingOnly(reader, lensKinds, known.map(({ id }) => id), () => gatherInput(reader, delivered, day, progress))
  return { input, ...computeFrom(input, inputStamp(reader), progress) }
}

/** Scores and parts as they are shown outside a case, computed from the counts as they are shown there. @param key of the vault */
export function shownRows({ book, subjects, tallies }: ScoreInput, key: string, progress: Progress): Outcome {
  const set = { ...book.set, draws: Math.min(SHOWN_DRAWS, book.set.draws) }
  return scoreAll('rounded', { subjects, book: { ...book, set }, tallies: shownTallies({ subjects, tallies }, key) }, progress)
}

/** What could not be computed is the same for both. */
export function withShown(rows: ScoreRows, shown: Outcome): ScoreRows {
  return { ...rows, scores: [...rows.scores, ...shown.scores], parts: [...rows.parts, ...shown.parts] }
}

/** What a set is made of, read from the registers. @param referenceDate last day that counts */
function gatherInput(reader: Reader, delivered: readonly DeliveryRow[], referenceDate: string, progress: Progress): ScoreInput {
  const book = currentDefinitions(reader)
  const subjects = readSubjects(reader, book.peers, referenceDate)
  if (ScoreLevel.options.every((level) => (subjects[level] ?? []).length === 0)) throw new ProblemError('no-areas')
  return { book, delivered, referenceDate, subjects, tallies: countAll(reader, book, referenceDate, delivered, progress) }
}

/** The numbers that follow from an input, and from nothing else. */
export function computeFrom(input: ScoreInput, stamp: string, progress: Progress): { set: Numbers; rows: ScoreRows } {
  const { book, delivered, referenceDate, subjects, tallies } = input
  const outcome = scoreAll('exact', input, progress)
  const dataHash = sha256([referenceDate, subjects, [...tallies].map(([id, tally]) => [id, [...tally].map(([level, { counts, unavailable, silent }]) => [level, [...counts], unavailable, silent])])])
  return {
    set: {
      formulas: formulas(),
      referenceDate,
      indicatorSet: book.set.version,
      seed: book.set.seed,
      definitionsHash: book.hash,
      dataHash,
      hash: sha256([book.hash, dataHash, book.set.seed]),
      resultHash: sha256([outcome.scores, outcome.parts, outcome.missing]),
      inputs: stamp,
    },
    rows: { ...outcome, indicators: indicatorRows(book.indicators, delivered) },
  }
}

/** The day of the newest delivery: what is known up to then. Never later than today. */
function referenceDay(delivered: readonly DeliveryRow[], today: string): string {
  const days = delivered.flatMap(({ kind, referenceDate }) => (kind === 'area' || referenceDate === null ? [] : [lastDayOf(referenceDate)]))
  const newest = days.toSorted().at(-1) ?? today
  return newest < today ? newest : today
}

function countAll(reader: Reader, { indicators, riskBranches }: IndicatorBook, day: string, delivered: readonly DeliveryRow[], progress: Progress): Map<string, Tally> {
  return countIndicators(reader, indicators, { day, riskBranches, delivered }, (done, total) => {
    progress.checkCancelled()
    progress.report({ step: 'Tellen', done, total })
  })
}

function scoreAll(view: CountView, input: Counts, progress: Progress): Outcome {
  const all: Outcome = { scores: [], parts: [], missing: [] }
  const topics = ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ level, phenomenon })))
  topics.forEach((topic, done) => {
    progress.report({ step: 'Scores berekenen', done, total: topics.length })
    const outcome = assemble(comparisonOf(input, { view, ...topic }), input.book.set, progress.checkCancelled)
    all.scores.push(...outcome.scores)
    all.parts.push(...outcome.parts)
    all.missing.push(...outcome.missing)
  })
  return all
}

type Counts = Pick<ScoreInput, 'subjects' | 'tallies' | 'book'>

/** All that is compared at one level for one phenomenon. */
export function comparisonOf({ subjects, tallies, book }: Counts, { view, level, phenomenon }: Whole): Comparison {
  const of = (role: Indicator['role']) =>
    book.indicators
      .filter((one) => one.role === role && one.phenomena.includes(phenomenon) && (role === 'context' || one.weight > 0))
      .flatMap(({ id }) => countedAt(tallies.get(id), level))
  return { view, level, phenomenon, units: (subjects[level] ?? []).map((subject) => unitOf(subject, phenomenon)), counted: of('score'), context: of('context') }
}

/** What an indicator counted at a level; for own areas with the buurten of the municipality beside it. */
function countedAt(tally: Tally | undefined, level: ScoreLevel): Counted[] {
  const counted = tally?.get(level)
  if (!counted) return []
  const isOwn = OwnAreaLevel.options.some((own) => own === level)
  return [isOwn ? { ...counted, whole: [...(tally?.get('buurt')?.counts.values() ?? [])] } : counted]
}

/** Money laundering goes through companies, the other phenomena through premises; a branch consists of vestigingen only. */
function unitOf(subject: Subject, phenomenon: Phenomenon): Unit {
  const { code, name, parent, groups, addresses, locations } = subject
  const isOfCompanies = phenomenon === 'witwassen' || code.includes(':')
  return { code, name, parent, groups, exposure: isOfCompanies ? locations : addresses }
}

function indicatorRows(indicators: readonly Indicator[], delivered: readonly DeliveryRow[]): IndicatorRow[] {
  return indicators.map((indicator) => ({
    indicator: indicator.id,
    definition: JSON.stringify(indicator),
    // that of the events stands first among the kinds an indicator requires
    sources: JSON.stringify(indicator.requires.filter((kind) => kind !== 'area').flatMap((kind) => delivered.filter((one) => one.kind === kind))),
  }))
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
