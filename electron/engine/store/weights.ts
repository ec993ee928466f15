import type { Reader, Writer } from './database.ts'

export interface ProposalRow {
  id: number
  at: string
  account: string
  name: string
  motive: string
  /** JSON of points per indicator */
  weights: string
  decision: 'open' | 'approved' | 'rejected'
  decidedAt: string | null
  decidedName: string | null
  decidedMotive: string
  version: number | null
}

const PROPOSAL = `id, at, account, name, motive, weights, decision, decided_at AS decidedAt, decided_name AS decidedName,
  decided_motive AS decidedMotive, version`

/** Newest first. */
export function proposalRows(reader: Reader): ProposalRow[] {
  return reader.all<ProposalRow>(`SELECT ${PROPOSAL} FROM weight_proposal ORDER BY id DESC`)
}

/** Approved changes in the order in which they took effect. */
export function approvedRows(reader: Reader): ProposalRow[] {
  return reader.all<ProposalRow>(`SELECT ${PROPOSAL} FROM weight_proposal WHERE decision = 'approved' ORDER BY version`)
}

export function proposalRow(reader: Reader, id: number): ProposalRow | null {
  return reader.get<ProposalRow>(`SELECT ${PROPOSAL} FROM weight_proposal WHERE id = ?`, id) ?? null
}

export function insertProposal(writer: Writer, one: Pick<ProposalRow, 'at' | 'account' | 'name' | 'motive' | 'weights'>): number {
  return writer.run('INSERT INTO weight_proposal (at, account, name, motive, weights) VALUES (?,?,?,?,?)', one.at, one.account, one.name, one.motive, one.weights).lastId
}

/** The table itself refuses a decision by who proposed. */
export function decideProposal(
  writer: Writer, id: number, by: { at: string; account: string; name: string; motive: string }, outcome: { decision: 'approved' | 'rejected'; version: number | null },
): void {
  writer.run(
    'UPDATE weight_proposal SET decision = ?, decided_at = ?, decided_account = ?, decided_name = ?, decided_motive = ?, version = ? WHERE id = ?',
    outcome.decision, by.at, by.account, by.name, by.motive, outcome.version, id,
  )
}
