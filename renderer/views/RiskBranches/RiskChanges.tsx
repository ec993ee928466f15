import type { RiskBranchChange } from '#shared/model/indicator.ts'
import { riskBranchesText } from '../../text/riskBranches.ts'
import { ProposalList } from '../Scores/ProposalList.tsx'

const text = riskBranchesText.changes

/** Changes of the list that were proposed. */
export function RiskChanges({ changes }: { changes: readonly RiskBranchChange[] }) {
  return (
    <ProposalList proposals={changes} words={text} decide="branch.decideRisk">
      {({ entry }) => entry && <p className="small soft">{text.becomes(entry)}</p>}
    </ProposalList>
  )
}
