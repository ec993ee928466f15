import type { Reader, Writer } from './database.ts'
import type { ProposalColumns } from './proposals.ts'

export interface RiskChangeRow extends ProposalColumns {
  label: string
  /** JSON of the entry as it is to be; null takes it off the list */
  entry: string | null
}

const CHANGE = 'id, at, account, name, motive, label, entry, decision, decided_at AS decidedAt, decided_name AS decidedName, decided_motive AS decidedMotive, version'

/** Newest first. */
export function riskChangeRows(reader: Reader): RiskChangeRow[] {
  return reader.all<RiskChangeRow>(`SELECT ${CHANGE} FROM risk_branch_change ORDER BY id DESC`)
}

/** Approved changes in the order in which they took effect. */
export function approvedRiskChanges(reader: Reader): RiskChangeRow[] {
  return reader.all<RiskChangeRow>(`SELECT ${CHANGE} FROM risk_branch_change WHERE decision = 'approved' ORDER BY version`)
}

export function riskChangeRow(reader: Reader, id: number): RiskChangeRow | null {
  return reader.get<RiskChangeRow>(`SELECT ${CHANGE} FROM risk_branch_change WHERE id = ?`, id) ?? null
}

export function insertRiskChange(writer: Writer, one: Pick<RiskChangeRow, 'at' | 'account' | 'name' | 'motive' | 'label' | 'entry'>): number {
  return writer.run('INSERT INTO risk_branch_change (at, account, name, motive, label, entry) VALUES (?,?,?,?,?,?)', one.at, one.account, one.name, one.motive, one.label, one.entry).lastId
}
