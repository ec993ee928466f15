import type { Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { ComparedScore, SetCheck, SetSummary, Weights } from '#shared/model/scoreSet.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { deleteSet, insertSet, scoresOf, setInput, setRow, setRows, type SetRow } from '../store/scores.ts'
import { requireSet } from './current.ts'
import { packInput, unpackInput, withBook } from './input.ts'
import { computeFrom, FORMULAS } from './run.ts'
import { requireFit, withWeights } from './weights.ts'

/** Every stored set, newest first. */
export function listSets({ store }: Pick<CallContext, 'store'>): SetSummary[] {
  return setRows(store).map(toSummary)
}

function toSummary({ id, kind, label, at, name, referenceDate, indicatorSet, formulas }: SetRow): SetSummary {
  return { id, kind, label, at, by: name, referenceDate, indicatorSet, formulas }
}

/**
 * Scores the data of the newest official set with other weights and keeps the outcome beside it.
 * @throws ProblemError `no-scores`, `weights-unfit`
 */
export function whatIf(context: CallContext, { label, weights }: { label: string; weights: Weights }): SetSummary {
  const { store, actor, now } = context
  const official = requireSet(store)
  const packed = setInput(store, official.id)
  if (!packed) throw new ProblemError('no-scores')
  const input = unpackInput(packed)
  requireFit(input.book, weights, false)
  const changed = withBook(input, withWeights(input.book, weights))
  const { set, rows } = computeFrom(changed, official.inputs, context)
  const id = store.write((writer) => insertSet(writer, { ...set, kind: 'what-if', label, at: now, account: actor.account, name: actor.name }, rows, packInput(changed)))
  return toSummary(required(setRow(store, id)))
}

/** @throws ProblemError `not-found` for any set but a what-if: official ones are never thrown away by hand */
export function dropWhatIf({ store }: Pick<CallContext, 'store'>, id: number): null {
  store.write((writer) => {
    if (required(setRow(writer, id)).kind !== 'what-if') throw new ProblemError('not-found')
    deleteSet(writer, id)
  })
  return null
}

/** @throws ProblemError `no-scores`, `not-found` */
export function compareSets({ store }: Pick<CallContext, 'store'>, { id, level, phenomenon }: { id: number; level: ScoreLevel; phenomenon: Phenomenon }): ComparedScore[] {
  const official = requireSet(store)
  const others = new Map(scoresOf(store, required(setRow(store, id)).id, level, phenomenon).map((row) => [row.code, row]))
  return scoresOf(store, official.id, level, phenomenon).map(({ code, name, score, class: found, rank }) => {
    const other = others.get(code)
    return { code, name, score, class: found, rank, otherScore: other?.score ?? null, otherClass: other?.class ?? 'insufficient', otherRank: other?.rank ?? null }
  })
}

/** Computes every stored set again from what it was made of, and says whether it comes out the same to the last bit. */
export function verifySets(context: CallContext): SetCheck[] {
  const { store } = context
  const rows = setRows(store)
  return rows.map((row, done) => {
    context.report({ step: 'Scores narekenen', done, total: rows.length })
    context.checkCancelled()
    const packed = setInput(store, row.id)
    if (!packed || row.formulas !== FORMULAS) return { ...toSummary(row), isComparable: false, isSame: false, resultHash: row.resultHash }
    const { set } = computeFrom(unpackInput(packed), row.inputs, { ...context, report: () => undefined })
    const isSame = set.resultHash === row.resultHash && set.dataHash === row.dataHash && set.definitionsHash === row.definitionsHash
    return { ...toSummary(row), isComparable: true, isSame, resultHash: set.resultHash }
  })
}

function required(row: SetRow | null): SetRow {
  if (!row) throw new ProblemError('not-found')
  return row
}
