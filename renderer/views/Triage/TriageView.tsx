import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { TriageShown, type TriagedSignal } from '#shared/contract/triage.ts'
import { formatDate, formatDay } from '#shared/text/format.ts'
import { triageStateLabel } from '#shared/text/triage.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { useSettled } from '../../lib/settled.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { DestructionProofs } from '../../parts/DestructionProofs.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Table } from '../../parts/Table.tsx'
import { TextField } from '../../parts/TextField.tsx'
import type { ViewProps } from '../../screens.ts'
import { signalDestroyingText } from '../../text/destruction.ts'
import { screenLabel } from '../../text/frame.ts'
import { triageText as text } from '../../text/triage.ts'
import { TakeDialog } from './TakeDialog.tsx'
import { TriageFileView } from './TriageFileView.tsx'
import './Triage.css'

const LIMIT = 200
/** ms without a key before the list is asked anew */
const PAUSE = 200

/** Which signals one was looking at; kept while one opens one of them. */
const chosenList = createStore<TriageShown>('received')

/** Wegen: the list, or the signal whose number in the vault stands in the route. */
export function TriageView({ subject }: ViewProps) {
  return /^\d+$/.test(subject) ? <TriageFileView key={subject} id={Number(subject)} /> : <TriageList />
}

function TriageList() {
  const { go } = useSession()
  const shown = useStore(chosenList)
  const [filter, setFilter] = useState('')
  const [taking, setTaking] = useState<TriagedSignal | null>(null)
  const destructions = useAnswer('triage.destructions', {}, { enabled: shown === 'due' })
  const open = (signal: TriagedSignal) => (signal.id === null ? setTaking(signal) : go({ screen: 'triage', subject: String(signal.id) }))
  return (
    <div className="page">
      <PageHeader title={screenLabel.triage} />
      <div className="triage-bar">
        <Segmented label={text.show} options={TriageShown.options.map((id) => ({ id, label: text.shown(id) }))} value={shown} onChange={(next) => chosenList.set(next)} />
        <TextField label={text.filter} isLabelHidden placeholder={text.filter} value={filter} onChange={setFilter} maxLength={100} />
      </div>
      <Signals key={shown} shown={shown} filter={useSettled(filter, PAUSE)} onOpen={open} />
      {shown === 'due' && <DestructionProofs title={signalDestroyingText.proofs} answer={destructions} />}
      {taking && <TakeDialog signal={taking} onClose={() => setTaking(null)} />}
    </div>
  )
}

/** One list; another has other columns, so its rows are never drawn in this one. */
function Signals({ shown, filter, onOpen }: { shown: TriageShown; filter: string; onOpen: (signal: TriagedSignal) => void }) {
  const answer = useAnswer('triage.list', { shown, text: filter, limit: LIMIT })
  const { title, why } = text.none[shown]
  const empty = (
    <EmptyState icon={Inbox} title={title}>
      {why}
    </EmptyState>
  )
  return (
    <>
      <Card isFlush isTall>
        <Answered answer={answer}>
          {({ signals }) => <Table label={text.list(shown)} columns={shown === 'received' ? waiting : taken} rows={signals} rowKey={({ recordId }) => String(recordId)} onOpen={onOpen} empty={empty} />}
        </Answered>
      </Card>
      {answer.value && <p className="small soft">{text.count(answer.value.signals.length, answer.value.total, shown)}</p>}
    </>
  )
}

const headings = text.columns
const subject: Column<TriagedSignal> = { id: 'subject', heading: headings.subject, text: (row) => row.subject || text.unknownSubject, grow: 4, width: 140, compare: byText((row) => row.subject) }
const department: Column<TriagedSignal> = { id: 'department', heading: headings.department, text: (row) => row.department, grow: 3, width: 120, compare: byText((row) => row.department) }
const kind: Column<TriagedSignal> = { id: 'kind', heading: headings.kind, text: (row) => row.kind, grow: 4, width: 120, compare: byText((row) => row.kind) }

const waiting: readonly Column<TriagedSignal>[] = [
  { id: 'date', heading: headings.date, text: (row) => (row.date === null ? '' : formatDate(row.date)), compare: byText((row) => row.date ?? '') },
  { id: 'signal', heading: headings.signal, width: 132, text: (row) => row.signalNumber, compare: byText((row) => row.signalNumber) },
  department,
  kind,
  subject,
]

const taken: readonly Column<TriagedSignal>[] = [
  { id: 'number', heading: headings.number, width: 124, text: (row) => row.number, compare: byText((row) => row.number) },
  { id: 'state', heading: headings.state, text: (row) => triageStateLabel[row.state], compare: byText((row) => triageStateLabel[row.state]) },
  department,
  kind,
  subject,
  { id: 'since', heading: headings.since, text: (row) => formatDay(row.since), compare: byText((row) => row.since) },
  { id: 'review', heading: headings.review, text: (row) => (row.reviewOn === null ? '' : formatDate(row.reviewOn)), compare: byText((row) => row.reviewOn ?? '') },
]
