import type { IndicatorBook } from '#shared/model/indicator.ts'
import { CountView, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { setMark, type ComparedScore, type IndicatorChanges, type SetCheck, type SetSummary } from '#shared/model/scoreSet.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { hasDone } from '../store/log.ts'
import { readHead } from '../store/logHead.ts'
import { deleteSet, indicatorRows, insertSet, missingRows, partRows, scoresOf, setInput, setRow, setRows, type ScoreRow, type SetRow } from '../store/scores.ts'
import { openMemory } from './countMemory.ts'
import { isStale, requireSet } from './current.ts'
import { formulas } from './formulas.ts'
import { packInput, unpackInput, withBook, type ScoreInput } from './input.ts'
import { computeViews, gatherInput } from './run.ts'
import { requireFit, withChanges } from './weights.ts'

/** Every stored set, newest first. */
export function listSets({ store }: Pick<CallContext, 'store'>): SetSummary[] {
  return setRows(store).map(toSummary)
}

function toSummary({ id, kind, label, at, name, referenceDate, indicatorSet, ...row }: SetRow): SetSummary {
  return { id, kind, label, at, by: name, referenceDate, indicatorSet, formulas: row.formulas, resultHash: row.resultHash }
}

/**
 * Scores the data of the newest official set with other weights and half-lives and keeps the outcome beside it.
 * @throws ProblemError `no-scores`, `weights-unfit`, `half-life-unfit`, `scores-stale` where ages would have to be counted in other data
 */
export function whatIf(context: CallContext, { label, ...changes }: { label: string } & IndicatorChanges): SetSummary {
  const { store, actor, now } = context
  const official = requireSet(store)
  const packed = setInput(store, official.id)
  if (!packed) throw new ProblemError('no-scores')
  const input = unpackInput(packed)
  requireFit(input.book, changes, false)
  const changed = changedInput(context, official, input, withChanges(input.book, changes))
  const { set, rows } = computeViews(changed, official.inputs, context)
  const id = store.write((writer) => insertSet(writer, { ...set, kind: 'what-if', label, at: now, account: actor.account, name: actor.name }, rows, packInput(changed)))
  return toSummary(required(setRow(store, id)))
}

/** The counts of the official set; by age, where a half-life asks for what it did not count, they are counted in the data it was made from. */
function changedInput(context: CallContext, official: SetRow, input: ScoreInput, book: IndicatorBook): ScoreInput {
  const { store } = context
  const known = new Map(input.book.indicators.map(({ id, halfLife }) => [id, halfLife]))
  if (book.indicators.every(({ id, halfLife }) => halfLife === undefined || known.get(id) !== undefined)) return withBook(input, book)
  if (isStale(store, official)) throw new ProblemError('scores-stale')
  const memory = openMemory(store)
  const counted = gatherInput(store, book, { delivered: input.delivered, day: input.referenceDate, memory, beside: context.vault ?? null }, context)
  store.write((writer) => memory.save(writer))
  return counted
}

/** @throws ProblemError `not-found` for any set but a what-if: official ones are never thrown away by hand */
export function dropWhatIf({ store }: Pick<CallContext, 'store'>, id: number): null {
  store.write((writer) => {
    if (required(setRow(writer, id)).kind !== 'what-if') throw new ProblemError('not-found')
    deleteSet(writer, id)
  })
  return null
}

/**
 * Two sets beside each other, as their scores are shown outside a case: no set of weights gives a small count away.
 * @throws ProblemError `no-scores`, `not-found`
 */
export function compareSets({ store }: Pick<CallContext, 'store'>, { id, level, phenomenon }: { id: number; level: ScoreLevel; phenomenon: Phenomenon }): ComparedScore[] {
  const shownOf = (setId: number): ScoreRow[] => scoresOf(store, setId, { view: 'rounded', level, phenomenon })
  const others = new Map(shownOf(required(setRow(store, id)).id).map((row) => [row.code, row]))
  return shownOf(requireSet(store).id).map(({ code, name, score, class: found, rank }) => {
    const other = others.get(code)
    return { code, name, score, class: found, rank, otherScore: other?.score ?? null, otherClass: other?.class ?? 'insufficient', otherRank: other?.rank ?? null }
  })
}

/** Computes every stored set again from what it was made of, and says whether it, and every row that is shown of it, comes out the same to the last bit. */
export function verifySets(context: CallContext): SetCheck[] {
  const rows = setRows(context.store)
  const endedUntil = readHead(context.log)?.untilAt ?? ''
  return rows.map((row, done) => {
    context.report({ step: 'Scores narekenen', done, total: rows.length })
    context.checkCancelled()
    const summary = toSummary(row)
    const again = recomputed(context, row)
    const isSame = again !== null && isStoredAs(context.store, row, again)
    return { ...summary, isComparable: again !== null, isSame, isLogged: hasDone(context.log, ['score-run', 'score-what-if', 'demo-fill'], setMark(row)) || (row.at <= endedUntil ? null : false) }
  })
}

type Recomputed = ReturnType<typeof computeViews>

/** Null where the set was made with formulas this application no longer has. */
function recomputed(context: CallContext, row: SetRow): Recomputed | null {
  const packed = setInput(context.store, row.id)
  if (!packed || row.formulas !== formulas()) return null
  return computeViews(unpackInput(packed), row.inputs, { ...context, report: () => undefined })
}

/** Whether the hashes and every row that stand in the vault are the ones that were computed. */
function isStoredAs(reader: Reader, row: SetRow, { set, rows }: Recomputed): boolean {
  if (set.resultHash !== row.resultHash || set.dataHash !== row.dataHash || set.definitionsHash !== row.definitionsHash || set.hash !== row.hash) return false
  const topics = ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ level, phenomenon })))
  const wholes = CountView.options.flatMap((view) => topics.map((topic) => ({ view, ...topic })))
  return [
    [wholes.flatMap((whole) => scoresOf(reader, row.id, whole)), rows.scores],
    [wholes.flatMap((whole) => partRows(reader, row.id, whole)), rows.parts],
    [missingRows(reader, row.id), rows.missing],
    [indicatorRows(reader, row.id), rows.indicators],
  ].every(([stored, made]) => fingerprint(stored ?? []) === fingerprint(made ?? []))
}

/** The same for the same rows, in whatever order rows and columns come. */
function fingerprint(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))).toSorted().join('\n')
}

function required(row: SetRow | null): SetRow {
  if (!row) throw new ProblemError('not-found')
  return row
}
