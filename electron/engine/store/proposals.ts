import type { Proposal } from '#shared/model/proposal.ts'
import type { Writer } from './database.ts'
import { identifier } from './sql.ts'

/** What the table of every change that takes two people holds. */
export interface ProposalColumns {
  id: number
  at: string
  account: string
  name: string
  motive: string
  decision: Proposal['decision']
  decidedAt: string | null
  decidedName: string | null
  decidedMotive: string
  version: number | null
}

/** The table itself refuses a decision by who proposed. */
export function decideProposal(
  writer: Writer, table: 'weight_proposal' | 'risk_branch_change', id: number, by: { at: string; account: string; name: string; motive: string },
  outcome: { decision: 'approved' | 'rejected'; version: number | null },
): void {
  writer.run(
    `UPDATE ${identifier(table)} SET decision = ?, decided_at = ?, decided_account = ?, decided_name = ?, decided_motive = ?, version = ? WHERE id = ?`,
    outcome.decision, by.at, by.account, by.name, by.motive, outcome.version, id,
  )
}
