import type { Reader, Writer } from './database.ts'
import type { ProposalColumns } from './proposals.ts'

export interface ProposalRow extends ProposalColumns {
  /** JSON of points per indicator */
  weights: string
  /** JSON of months per indicator, null where a half-life is taken away */
  halfLives: string
}

const PROPOSAL = 'id, at, account, name, motive, weights, half_lives AS halfLives, decision, decided_at AS decidedAt, decided_name AS decidedName, decided_motive AS decidedMotive, version'

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

export function insertProposal(writer: Writer, one: Pick<ProposalRow, 'at' | 'account' | 'name' | 'motive' | 'weights' | 'halfLives'>): number {
  return writer.run('INSERT INTO weight_proposal (at, account, name, motive, weights, half_lives) VALUES (?,?,?,?,?,?)', one.at, one.account, one.name, one.motive, one.weights, one.halfLives).lastId
}
