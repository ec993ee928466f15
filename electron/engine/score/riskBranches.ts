import { RiskBranch, type IndicatorBook, type RiskBranchChange } from '#shared/model/indicator.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { decideProposal } from '../store/proposals.ts'
import { insertRiskChange, riskChangeRow, riskChangeRows, type RiskChangeRow } from '../store/riskBranches.ts'
import { isBranchStart } from './branches.ts'
import { currentDefinitions } from './weights.ts'

/** Every change of the list that was proposed, newest first. */
export function riskChanges({ store, actor }: Pick<CallContext, 'store' | 'actor'>): RiskBranchChange[] {
  return riskChangeRows(store).map((row) => toChange(row, actor.account))
}

function toChange({ account, name, decidedName, entry, ...row }: RiskChangeRow, asker: string): RiskBranchChange {
  return { ...row, entry: entry === null ? null : RiskBranch.parse(JSON.parse(entry)), by: name, decidedBy: decidedName, isOwn: account === asker }
}

type Asked = Pick<CallContext, 'store' | 'actor' | 'now'>

/**
 * Proposes to put a branch on the list, to change it there, or to take it off.
 * @throws ProblemError `risk-branch-unfit` when a code is none of its version, or what is to go does not stand on the list
 */
export function proposeRisk({ store, actor, now }: Asked, { label, entry, motive }: { label: string; entry: RiskBranch | null; motive: string }): RiskBranchChange {
  requireFit(currentDefinitions(store), label, entry)
  const id = store.write((writer) => insertRiskChange(writer, { at: now, account: actor.account, name: actor.name, motive, label, entry: entry === null ? null : JSON.stringify(entry) }))
  return read(store, id, actor.account)
}

/**
 * Decides on a change; approved, it makes the next version of the list, and the scores are out of date until they are computed again.
 * @throws ProblemError `not-found`, `second-person` when it is his own, `risk-branch-unfit` when another change came between
 */
export function decideRisk({ store, actor, now }: Asked, { id, approve, motive }: { id: number; approve: boolean; motive: string }): RiskBranchChange {
  store.write((writer) => {
    const row = riskChangeRow(writer, id)
    if (!row || row.decision !== 'open') throw new ProblemError('not-found')
    if (row.account === actor.account) throw new ProblemError('second-person')
    const book = currentDefinitions(writer)
    if (approve) requireFit(book, row.label, toChange(row, actor.account).entry)
    const outcome = approve ? { decision: 'approved' as const, version: book.riskBranches.version + 1 } : { decision: 'rejected' as const, version: null }
    decideProposal(writer, 'risk_branch_change', id, { at: now, account: actor.account, name: actor.name, motive }, outcome)
  })
  return read(store, id, actor.account)
}

function requireFit({ riskBranches }: IndicatorBook, label: string, entry: RiskBranch | null): void {
  if (entry === null) {
    if (!riskBranches.entries.some((one) => one.label === label)) throw new ProblemError('risk-branch-unfit', { label })
    return
  }
  const codes = Object.entries(entry.codes).flatMap(([version, starts]) => starts.map((start) => ({ version, start })))
  const wrong = codes.find(({ version, start }) => !isBranchStart(version, start))
  if (codes.length === 0 || wrong) throw new ProblemError('risk-branch-unfit', { label, ...(wrong && { code: `SBI ${wrong.version}: ${wrong.start}` }) })
}

function read(reader: Reader, id: number, asker: string): RiskBranchChange {
  const row = riskChangeRow(reader, id)
  if (!row) throw new ProblemError('not-found')
  return toChange(row, asker)
}
