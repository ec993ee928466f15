import { ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import type { CaseFile } from '#shared/contract/dossier.ts'
import type { SavedIntervention } from '#shared/contract/intervention.ts'
import { interventionKindLabel, interventionStatusLabel } from '#shared/text/interventions.ts'
import { isSettled } from '#shared/model/intervention.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { Table } from '../../parts/Table.tsx'
import { planText as text } from '../../text/plan.ts'
import { InterventionDialog } from './InterventionDialog.tsx'

/** The plan of a case: its interventions, each with its ground, who does it and what came of it. */
export function PlanTab({ file }: { file: CaseFile }) {
  const [open, setOpen] = useState<SavedIntervention | 'new' | null>(null)
  const isClosed = file.status === 'closed'
  const empty = (
    <EmptyState icon={ListChecks} title={text.none}>
      {text.noneWhy}
    </EmptyState>
  )
  const add = (
    <Button icon={Plus} onPress={() => setOpen('new')}>
      {text.add}
    </Button>
  )
  return (
    <>
      <p className="soft case-plan-why">{text.why}</p>
      <Card title={text.title} isFlush isTall {...(isClosed ? {} : { aside: add })}>
        <Table label={text.title} columns={columns} rows={file.interventions} rowKey={({ id }) => String(id)} rowHeight={48} empty={empty} {...(isClosed ? {} : { onOpen: setOpen })} />
      </Card>
      {open !== null && <InterventionDialog file={file} saved={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

/** What is said in a sentence needs more than one line. */
function TwoLines({ children }: { children: string }) {
  return <span className="case-plan-lines">{children}</span>
}

const headings = text.columns
const columns: readonly Column<SavedIntervention>[] = [
  { id: 'kind', heading: headings.kind, text: ({ kind }) => interventionKindLabel[kind], grow: 1, width: 200, compare: byText(({ kind }) => interventionKindLabel[kind]) },
  { id: 'subject', heading: headings.subject, text: ({ subjectLabel }) => subjectLabel || text.whole, grow: 1, width: 110, compare: byText(({ subjectLabel }) => subjectLabel) },
  { id: 'goal', heading: headings.goal, text: ({ goal }) => goal, cell: ({ goal }) => <TwoLines>{goal}</TwoLines>, grow: 2, width: 150 },
  { id: 'executor', heading: headings.executor, text: ({ executor }) => executor, cell: ({ executor }) => <TwoLines>{executor}</TwoLines>, grow: 1, width: 130, compare: byText(({ executor }) => executor) },
  { id: 'planned', heading: headings.planned, text: ({ plannedOn }) => text.day(plannedOn), compare: byText(({ plannedOn }) => plannedOn ?? '') },
  {
    id: 'status', heading: headings.status, width: 126,
    text: ({ status }) => interventionStatusLabel[status],
    cell: (row) => <Pill tone={isSettled(row) ? 'neutral' : 'accent'}>{interventionStatusLabel[row.status]}</Pill>,
    compare: byText(({ status }) => interventionStatusLabel[status]),
  },
  { id: 'result', heading: headings.result, text: ({ result }) => result, cell: ({ result }) => <TwoLines>{result}</TwoLines>, grow: 3, width: 150 },
]
