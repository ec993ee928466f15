import { Indicator, type IndicatorBook, type IndicatorBookView } from '#shared/model/indicator.ts'
import { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import { HalfLives, Weights, type IndicatorChanges, type WeightProposal } from '#shared/model/scoreSet.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { decideProposal } from '../store/proposals.ts'
import { approvedRows, insertProposal, proposalRow, proposalRows, type ProposalRow } from '../store/weights.ts'
import { approvedRiskChanges } from '../store/riskBranches.ts'
import { agingIndicators, requireAges } from './dated.ts'
import { definitions, hashOf } from './definitions.ts'
import { withRiskChange } from './riskList.ts'

/** The definitions as they hold in this vault: those of the application with every approved change of weights and of risk branches, in order. */
export function currentDefinitions(reader: Reader): IndicatorBook {
  const weighed = approvedRows(reader).reduce((book, row) => withVersion(book, row), definitions())
  const changes = approvedRiskChanges(reader)
  return changes.length === 0 ? weighed : rehashed({ ...weighed, riskBranches: changes.reduce(withRiskChange, weighed.riskBranches) })
}

/** The same for who reads them. */
export function indicatorBook(reader: Reader): IndicatorBookView {
  const book = currentDefinitions(reader)
  return { ...book, aging: agingIndicators(book.indicators) }
}

function withVersion(book: IndicatorBook, row: ProposalRow): IndicatorBook {
  const changes = changesOf(row)
  const since = dayOf(row.decidedAt ?? row.at)
  const indicators = book.indicators.map((one) => {
    const changed = withChange(one, changes)
    return changed === one ? one : { ...changed, version: one.version + 1, since }
  })
  const set = { ...book.set, version: row.version ?? book.set.version, since, motive: row.motive, owner: `${row.name} (voorstel), ${row.decidedName ?? ''} (besluit)` }
  return rehashed({ ...book, indicators, set })
}

function changesOf({ weights, halfLives }: Pick<ProposalRow, 'weights' | 'halfLives'>): IndicatorChanges {
  return { weights: Weights.parse(JSON.parse(weights)), halfLives: HalfLives.parse(JSON.parse(halfLives)) }
}

/** The definitions with other weights or half-lives and nothing else changed, for a set beside the official one. */
export function withChanges(book: IndicatorBook, changes: IndicatorChanges): IndicatorBook {
  return rehashed({ ...book, indicators: book.indicators.map((one) => withChange(one, changes)) })
}

/** The very same where nothing changes; else with its fields in the order of the model, in which it is read back too. */
function withChange(one: Indicator, { weights, halfLives }: IndicatorChanges): Indicator {
  const weight = weights[one.id] ?? one.weight
  const given = halfLives[one.id]
  const halfLife = given === undefined ? one.halfLife : (given ?? undefined)
  return weight === one.weight && halfLife === one.halfLife ? one : Indicator.parse({ ...one, weight, halfLife })
}

function rehashed(book: IndicatorBook): IndicatorBook {
  return { ...book, hash: hashOf(book) }
}

/**
 * @param total whether the points of each phenomenon and subject must add up to 100
 * @throws ProblemError `weights-unfit`, `half-life-unfit`
 */
export function requireFit(book: IndicatorBook, { weights, halfLives }: IndicatorChanges, total: boolean): void {
  requireAges(book.indicators, Object.keys(halfLives))
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

function toProposal({ account, name, decidedName, weights, halfLives, ...row }: ProposalRow, asker: string): WeightProposal {
  return { ...row, ...changesOf({ weights, halfLives }), by: name, decidedBy: decidedName, isOwn: account === asker }
}

/** @throws ProblemError `weights-unfit`, `half-life-unfit` */
export function propose({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { weights, halfLives, motive }: IndicatorChanges & { motive: string }): WeightProposal {
  requireFit(currentDefinitions(store), { weights, halfLives }, true)
  const changes = { weights: JSON.stringify(weights), halfLives: JSON.stringify(halfLives) }
  const id = store.write((writer) => insertProposal(writer, { at: now, account: actor.account, name: actor.name, motive, ...changes }))
  return read(store, id, actor.account)
}

/**
 * Decides on a proposal; approved, it makes the next version, and the scores are out of date until they are computed again.
 * @throws ProblemError `not-found`, `second-person` when it is his own, `weights-unfit` or `half-life-unfit` when another change came between
 */
export function decide(
  { store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { id, approve, motive }: { id: number; approve: boolean; motive: string },
): WeightProposal {
  store.write((writer) => {
    const row = proposalRow(writer, id)
    if (!row || row.decision !== 'open') throw new ProblemError('not-found')
    if (row.account === actor.account) throw new ProblemError('second-person')
    const book = currentDefinitions(writer)
    if (approve) requireFit(book, changesOf(row), true)
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
