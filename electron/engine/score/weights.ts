import type { IndicatorBook } from '#shared/model/indicator.ts'
import { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { Weights, type WeightProposal } from '#shared/model/scoreSet.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { decideProposal } from '../store/proposals.ts'
import { approvedRows, insertProposal, proposalRow, proposalRows, type ProposalRow } from '../store/weights.ts'
import { approvedRiskChanges } from '../store/riskBranches.ts'
import { definitions, hashOf } from './definitions.ts'
import { withRiskChange } from './riskList.ts'

/** The definitions as they hold in this vault: those of the application with every approved change of weights and of risk branches, in order. */
export function currentDefinitions(reader: Reader): IndicatorBook {
  const weighed = approvedRows(reader).reduce((book, row) => withVersion(book, row), definitions())
  const changes = approvedRiskChanges(reader)
  return changes.length === 0 ? weighed : rehashed({ ...weighed, riskBranches: changes.reduce(withRiskChange, weighed.riskBranches) })
}

function withVersion(book: IndicatorBook, row: ProposalRow): IndicatorBook {
  const weights = Weights.parse(JSON.parse(row.weights))
  const since = (row.decidedAt ?? row.at).slice(0, 10)
  const indicators = book.indicators.map((one) => {
    const weight = weights[one.id]
    return weight === undefined || weight === one.weight ? one : { ...one, weight, version: one.version + 1, since }
  })
  const set = { ...book.set, version: row.version ?? book.set.version, since, motive: row.motive, owner: `${row.name} (voorstel), ${row.decidedName ?? ''} (besluit)` }
  return rehashed({ ...book, indicators, set })
}

/** The definitions with other weights and nothing else changed, for a set beside the official one. */
export function withWeights(book: IndicatorBook, weights: Weights): IndicatorBook {
  return rehashed({ ...book, indicators: book.indicators.map((one) => ({ ...one, weight: weights[one.id] ?? one.weight })) })
}

function rehashed(book: IndicatorBook): IndicatorBook {
  return { ...book, hash: hashOf(book) }
}

/**
 * @param total whether the points of each phenomenon and subject must add up to 100
 * @throws ProblemError `weights-unfit`
 */
export function requireFit(book: IndicatorBook, weights: Weights, total: boolean): void {
  const scored = new Map(book.indicators.filter(({ role }) => role === 'score').map((one) => [one.id, one]))
  for (const id of Object.keys(weights)) if (!scored.has(id)) throw new ProblemError('weights-unfit', { indicator: id })
  for (const phenomenon of Phenomenon.options) {
    for (const subject of ScoreSubject.options) {
      const own = [...scored.values()].filter((one) => one.subject === subject && one.phenomena.includes(phenomenon))
      const sum = own.reduce((points, one) => points + (weights[one.id] ?? one.weight), 0)
      if (sum === 0 || (total && sum !== 100)) throw new ProblemError('weights-unfit', { points: sum })
    }
  }
}

export function proposals({ store, actor }: Pick<CallContext, 'store' | 'actor'>): WeightProposal[] {
  return proposalRows(store).map((row) => toProposal(row, actor.account))
}

function toProposal({ account, name, decidedName, weights, ...row }: ProposalRow, asker: string): WeightProposal {
  return { ...row, weights: Weights.parse(JSON.parse(weights)), by: name, decidedBy: decidedName, isOwn: account === asker }
}

/** @throws ProblemError `weights-unfit` */
export function propose({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { weights, motive }: { weights: Weights; motive: string }): WeightProposal {
  requireFit(currentDefinitions(store), weights, true)
  const id = store.write((writer) => insertProposal(writer, { at: now, account: actor.account, name: actor.name, motive, weights: JSON.stringify(weights) }))
  return read(store, id, actor.account)
}

/**
 * Decides on a proposal; approved, it makes the next version, and the scores are out of date until they are computed again.
 * @throws ProblemError `not-found`, `second-person` when it is his own, `weights-unfit` when another change came between
 */
export function decide(
  { store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { id, approve, motive }: { id: number; approve: boolean; motive: string },
): WeightProposal {
  store.write((writer) => {
    const row = proposalRow(writer, id)
    if (!row || row.decision !== 'open') throw new ProblemError('not-found')
    if (row.account === actor.account) throw new ProblemError('second-person')
    const book = currentDefinitions(writer)
    if (approve) requireFit(book, Weights.parse(JSON.parse(row.weights)), true)
    const outcome = approve ? { decision: 'approved' as const, version: book.set.version + 1 } : { decision: 'rejected' as const, version: null }
    decideProposal(writer, 'weight_proposal', id, { at: now, account: actor.account, name: actor.name, motive }, outcome)
  })
  return read(store, id, actor.account)
}

function read(reader: Reader, id: number, asker: string): WeightProposal {
  const row = proposalRow(reader, id)
  if (!row) throw new ProblemError('not-found')
  return toProposal(row, asker)
}
