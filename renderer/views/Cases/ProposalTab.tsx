import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import type { SavedRequest } from '#shared/contract/caseProposal.ts'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { Partner } from '#shared/model/caseProposal.ts'
import { partnerLabel } from '#shared/text/caseProposal.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Table } from '../../parts/Table.tsx'
import { proposalText as text } from '../../text/proposal.ts'
import { PartnerDialog } from './PartnerDialog.tsx'
import { ProposalForm } from './ProposalForm.tsx'

/** What the partners need to weigh the case: what is asked of whom, and why nothing less would do. */
export function ProposalTab({ file }: { file: CaseFile }) {
  return (
    <div className="case-scroll">
      <Partners file={file} />
      <Card title={text.title}>
        <ProposalForm key={file.proposal?.changedAt ?? ''} file={file} />
      </Card>
    </div>
  )
}

function Partners({ file }: { file: CaseFile }) {
  const { partnerRequests: requests } = file
  const [open, setOpen] = useState<SavedRequest | 'new' | null>(null)
  const isClosed = file.status === 'closed'
  const add = (
    <Button icon={Plus} onPress={() => setOpen('new')} isDisabled={requests.length === Partner.options.length}>
      {text.add}
    </Button>
  )
  return (
    <Card title={text.partners} isFlush {...(isClosed ? {} : { aside: add })}>
      {requests.length === 0 ? (
        <EmptyState icon={Users} title={text.none}>
          {text.noneWhy}
        </EmptyState>
      ) : (
        <Table label={text.partners} columns={columns} rows={requests} rowKey={({ partner }) => partner} rowHeight={48} {...(isClosed ? {} : { onOpen: setOpen })} />
      )}
      {open !== null && <PartnerDialog file={file} saved={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

/** What is said in a sentence needs more than one line. */
function lines(words: string) {
  return <span className="case-plan-lines">{words}</span>
}

const headings = text.columns
const columns: readonly Column<SavedRequest>[] = [
  { id: 'partner', heading: headings.partner, text: ({ partner }) => partnerLabel[partner], width: 170, grow: 1, compare: byText(({ partner }) => partnerLabel[partner]) },
  { id: 'reason', heading: headings.reason, text: ({ reason }) => reason, cell: ({ reason }) => lines(reason), width: 200, grow: 2 },
  { id: 'information', heading: headings.information, text: ({ information }) => information, cell: ({ information }) => lines(information), width: 200, grow: 2 },
  { id: 'ground', heading: headings.ground, text: ({ ground }) => ground, cell: ({ ground }) => lines(ground), width: 170, grow: 1 },
]
