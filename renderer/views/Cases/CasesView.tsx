import { Waypoints } from 'lucide-react'
import type { CaseSummary } from '#shared/contract/dossier.ts'
import { formatMoment, formatNumber } from '#shared/text/format.ts'
import { caseStatusLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { DestructionProofs } from '../../parts/DestructionProofs.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { Table } from '../../parts/Table.tsx'
import type { ViewProps } from '../../screens.ts'
import { casesText as text } from '../../text/cases.ts'
import { caseDestroyingText } from '../../text/destruction.ts'
import { screenLabel } from '../../text/frame.ts'
import { CaseFileView } from './CaseFileView.tsx'

/** Casussen: the list, or the case whose number in the vault stands in the route. */
export function CasesView({ subject }: ViewProps) {
  return /^\d+$/.test(subject) ? <CaseFileView key={subject} id={Number(subject)} /> : <CaseList />
}

const { columns: headings } = text
const columns: readonly Column<CaseSummary>[] = [
  { id: 'number', heading: headings.number, text: (row) => row.number, compare: byText((row) => row.number) },
  { id: 'title', heading: headings.title, text: (row) => row.title, grow: 3, width: 160, compare: byText((row) => row.title) },
  { id: 'phenomenon', heading: headings.phenomenon, text: (row) => phenomenonLabel[row.phenomenon], compare: byText((row) => phenomenonLabel[row.phenomenon]) },
  {
    id: 'status', heading: headings.status, width: 132,
    text: (row) => caseStatusLabel[row.status], cell: (row) => <Pill tone={row.status === 'closed' ? 'neutral' : 'accent'}>{caseStatusLabel[row.status]}</Pill>,
    compare: byText((row) => caseStatusLabel[row.status]),
  },
  { id: 'subjects', heading: headings.subjects, text: (row) => formatNumber(row.subjectCount), isNumeric: true, compare: byNumber((row) => row.subjectCount) },
  { id: 'changed', heading: headings.changed, text: (row) => formatMoment(row.changedAt), compare: byText((row) => row.changedAt) },
  { id: 'by', heading: headings.by, text: (row) => row.createdBy, grow: 1, width: 110, compare: byText((row) => row.createdBy) },
]

function CaseList() {
  const { go } = useSession()
  const cases = useAnswer('case.list', {})
  const destructions = useAnswer('case.destructions', {})
  const empty = (
    <EmptyState
      icon={Waypoints}
      title={text.none}
      action={
        <Button variant="primary" icon={Waypoints} onPress={() => go({ screen: 'network', subject: '' })}>
          {text.toNetwork}
        </Button>
      }
    >
      {text.noneWhy}
    </EmptyState>
  )
  return (
    <div className="page">
      <PageHeader title={screenLabel.cases} facts={cases.value && text.count(cases.value.length)} />
      <Card isFlush isTall>
        <Answered answer={cases}>
          {(rows) => <Table label={text.list} columns={columns} rows={rows} rowKey={(row) => String(row.id)} onOpen={(row) => go({ screen: 'cases', subject: String(row.id) })} empty={empty} />}
        </Answered>
      </Card>
      <DestructionProofs title={caseDestroyingText.proofs} destructions={destructions.value} />
    </div>
  )
}
