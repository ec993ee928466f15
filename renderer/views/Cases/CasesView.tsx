import { Archive, Waypoints } from 'lucide-react'
import type { CaseSummary } from '#shared/contract/dossier.ts'
import { formatDate, formatMoment, formatNumber } from '#shared/text/format.ts'
import { caseStatusLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { createStore, useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { DestructionProofs } from '../../parts/DestructionProofs.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
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
  { id: 'kept', heading: headings.kept, text: (row) => (row.keptUntil === null ? '' : formatDate(row.keptUntil)), compare: byText((row) => row.keptUntil ?? '') },
  { id: 'by', heading: headings.by, text: (row) => row.createdBy, grow: 1, width: 110, compare: byText((row) => row.createdBy) },
]

const shownCases = ['all', 'due'] as const
/** Which cases one was looking at; kept while one opens one of them. */
const chosenList = createStore<(typeof shownCases)[number]>('all')

function CaseList() {
  const { go } = useSession()
  const shown = useStore(chosenList)
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
  const noneDue = (
    <EmptyState icon={Archive} title={text.noneDue}>
      {text.noneDueWhy}
    </EmptyState>
  )
  return (
    <div className="page">
      <PageHeader title={screenLabel.cases} facts={cases.value && text.count(cases.value.length)} />
      <div>
        <Segmented label={text.show} options={shownCases.map((id) => ({ id, label: text.shown[id](cases.value?.filter(({ isListed }) => isListed).length ?? 0) }))} value={shown} onChange={chosenList.set} />
      </div>
      <Card isFlush isTall>
        <Answered answer={cases}>
          {(rows) => {
            const some = rows.filter(({ isListed }) => shown === 'all' || isListed)
            return <Table label={text.list} columns={columns} rows={some} rowKey={(row) => String(row.id)} onOpen={(row) => go({ screen: 'cases', subject: String(row.id) })} empty={shown === 'all' ? empty : noneDue} />
          }}
        </Answered>
      </Card>
      <DestructionProofs title={caseDestroyingText.proofs} answer={destructions} />
    </div>
  )
}
