import { Files, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Delivery } from '#shared/contract/sources.ts'
import { formatDate, formatMoment, formatNumber } from '#shared/text/format.ts'
import { sheetBeside } from '#shared/text/source.ts'
import type { Answer } from '../../lib/engine.ts'
import { usePages } from '../../lib/pages.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { Table } from '../../parts/Table.tsx'
import { sourcesText } from '../../text/sources.ts'
import { IssueTable } from './IssueTable.tsx'
import { MappingMemory } from './MappingMemory.tsx'
import { SaveRows } from './SaveRows.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import type { RowIssue } from '#shared/model/source.ts'

const text = sourcesText.history

/** What came in before, newest first; each opens to what happened to its rows. */
export function Deliveries({ answer }: { answer: Answer<Delivery[]> }) {
  const [open, setOpen] = useState<Delivery | null>(null)
  return (
    <Card isFlush isTall>
      <Answered answer={answer}>
        {(deliveries) => (
          <Table
            label={sourcesText.deliveries}
            columns={columns}
            rows={deliveries}
            rowKey={({ id }) => String(id)}
            onOpen={setOpen}
            openKey={open === null ? null : String(open.id)}
            empty={<EmptyState icon={Files} title={text.none}>{text.noneWhy}</EmptyState>}
          />
        )}
      </Answered>
      <MappingMemory />
      <DeliveryDrawer delivery={open} onClose={() => setOpen(null)} />
    </Card>
  )
}

function DeliveryDrawer({ delivery, onClose }: { delivery: Delivery | null; onClose: () => void }) {
  return (
    <Drawer title={delivery?.kindLabel ?? ''} subtitle={delivery ? text.subtitle(delivery.supplier, delivery.referenceDate) : ''} isOpen={delivery !== null} onClose={onClose}>
      {delivery && <DeliveryDetails key={delivery.id} delivery={delivery} onGone={onClose} />}
    </Drawer>
  )
}

const pageSize = 200

function DeliveryDetails({ delivery, onGone }: { delivery: Delivery; onGone: () => void }) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { may } = useSession()
  const pages = usePages({
    name: 'sources.issues',
    key: String(delivery.id),
    inputOf: (known: readonly RowIssue[]) => ({ deliveryId: delivery.id, offset: known.length, limit: pageSize }),
    pageOf: ({ issues, total }) => ({ rows: issues, total }),
  })
  const { columns: labels } = text
  const sheet = sheetBeside(delivery.file, delivery.sheet)
  return (
    <div className="sources-delivery">
      <PropertyList
        properties={[
          { label: labels.file, value: delivery.file },
          ...(sheet === '' ? [] : [{ label: labels.sheet, value: sheet }]),
          { label: labels.at, value: `${formatMoment(delivery.at)}, ${delivery.by}` },
          { label: labels.purpose, value: delivery.purpose },
          { label: labels.hash, value: <code className="sources-hash">{delivery.hash}</code> },
          { label: labels.rowsRead, value: formatNumber(delivery.rowsRead) },
          { label: labels.accepted, value: formatNumber(delivery.accepted) },
          { label: labels.repaired, value: formatNumber(delivery.repaired) },
          { label: labels.refused, value: formatNumber(delivery.refused) },
          ...(delivery.seriesId === delivery.id ? [] : [{ label: labels.change, value: text.change(delivery.added, delivery.changed, delivery.gone) }]),
        ]}
      />
      {delivery.withdrawnAt !== null && <Notice>{text.withdrawn(delivery.withdrawnAt, delivery.withdrawnBy ?? '', delivery.withdrawnReason ?? '')}</Notice>}
      {delivery.withdrawnAt === null && may('sources.withdraw') && (
        <div className="sources-deeds">
          <Button icon={Undo2} onPress={() => setWithdrawing(true)}>
            {sourcesText.withdraw.open}
          </Button>
        </div>
      )}
      {isWithdrawing && <WithdrawDialog delivery={delivery} onClose={() => setWithdrawing(false)} onDone={onGone} />}
      {delivery.withdrawnAt === null && <SaveRows deliveryId={delivery.id} file={delivery.file} refused={delivery.refused} issues={pages.total} />}
      {pages.problem && <ProblemNotice problem={pages.problem} onRetry={pages.ask} />}
      {delivery.withdrawnAt === null && pages.state === 'ready' && pages.total === 0 && <p className="soft">{sourcesText.report.fine}</p>}
      {pages.total > 0 && <IssueTable issues={pages.rows} total={pages.total} onReachEnd={pages.more} />}
    </div>
  )
}

function KindCell({ delivery }: { delivery: Delivery }) {
  if (delivery.withdrawnAt === null) return delivery.kindLabel
  return (
    <span className="sources-withdrawn">
      {delivery.kindLabel} <Pill tone="hatched">{text.withdrawnMark}</Pill>
    </span>
  )
}

const headings = text.columns
const columns: readonly Column<Delivery>[] = [
  { id: 'at', heading: headings.at, text: ({ at }) => formatMoment(at), compare: byText(({ at }) => at) },
  { id: 'kind', heading: headings.kind, text: ({ kindLabel, withdrawnAt }) => (withdrawnAt === null ? kindLabel : `${kindLabel}, ${text.withdrawnMark}`), cell: (delivery) => <KindCell delivery={delivery} />, grow: 1.4, width: 150, compare: byText(({ kindLabel }) => kindLabel) },
  { id: 'file', heading: headings.file, text: ({ file }) => file, grow: 1.4, width: 150, compare: byText(({ file }) => file) },
  { id: 'sheet', heading: headings.sheet, text: ({ file, sheet }) => sheetBeside(file, sheet), grow: 0.8, width: 90 },
  { id: 'supplier', heading: headings.supplier, text: ({ supplier }) => supplier, grow: 1, width: 110, compare: byText(({ supplier }) => supplier) },
  { id: 'referenceDate', heading: headings.referenceDate, text: ({ referenceDate }) => (referenceDate === null ? text.noDate : formatDate(referenceDate)) },
  { id: 'rowsRead', heading: headings.rowsRead, text: ({ rowsRead }) => formatNumber(rowsRead), isNumeric: true, compare: byNumber(({ rowsRead }) => rowsRead) },
  { id: 'accepted', heading: headings.accepted, text: ({ accepted }) => formatNumber(accepted), isNumeric: true, compare: byNumber(({ accepted }) => accepted) },
  { id: 'repaired', heading: headings.repaired, text: ({ repaired }) => formatNumber(repaired), isNumeric: true, compare: byNumber(({ repaired }) => repaired) },
  { id: 'refused', heading: headings.refused, text: ({ refused }) => formatNumber(refused), isNumeric: true, compare: byNumber(({ refused }) => refused) },
]
