import { useMemo } from 'react'
import { bundleId } from '#shared/picture/bundles.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { linkForward } from '#shared/text/links.ts'
import { useSession } from '../../lib/session.tsx'
import { useSettled } from '../../lib/settled.ts'
import { byText, type Column } from '../../parts/columns.ts'
import { Table } from '../../parts/Table.tsx'
import { networkText } from '../../text/network.ts'
import { chartText } from '../../text/networkTime.ts'
import type { Drawing } from './drawing.ts'
import { select } from './networkStore.ts'
import { linesOf, linkRows, type LinkRow } from './rows.ts'
import { selectedNodes, type Selection } from './selection.ts'
import { barOf, spanOf, type Span } from './spans.ts'
import { SuccessionLanes } from './SuccessionLanes.tsx'
import type { Visible } from './visible.ts'

/** ms an address is chosen before its sheet is asked for */
const PAUSE = 500

/** The links of the picture as bars on one time axis, with the same selection; for one chosen address also its succession. */
export function NetworkChart({ drawing, visible, selection }: { drawing: Drawing; visible: Visible; selection: Selection }) {
  const rows = useMemo(() => linkRows(drawing, visible).filter(({ start, end }) => start !== null || end !== null), [drawing, visible])
  const { today } = useSession()
  const span = useMemo(() => spanOf(rows, today), [rows, today])
  const columns = useMemo(() => columnsFor(span, today), [span, today])
  const chosenNodes = selectedNodes(visible, selection)
  const near = chosenNodes.length === 0 ? rows : rows.filter(({ from, to }) => selection.has(from) || selection.has(to))
  const chosen = new Set(rows.filter((row) => selection.has(bundleId(row))).map(({ id }) => String(id)))
  const [only] = chosenNodes.filter(({ kind }) => kind === 'address')
  const settled = useSettled(chosenNodes.length === 1 ? (only?.key ?? '') : '', PAUSE)
  return (
    <div className="network-chart">
      {settled === '' ? <p className="small soft network-chart-hint">{chartText.chooseAddress}</p> : <SuccessionLanes key={settled} address={settled} label={only?.label ?? ''} today={today} />}
      <Table
        label={chartText.label}
        columns={columns}
        rows={near}
        rowKey={({ id }) => String(id)}
        initialSort={{ column: 'bar', isDescending: false }}
        selection={{ keys: chosen, onChange: (keys) => select(linesOf(near, chosen, keys)) }}
        empty={chartText.none}
      />
      {rows.length < visible.links.length && <p className="small soft network-chart-hint">{chartText.undated(visible.links.length - rows.length)}</p>}
    </div>
  )
}

function columnsFor(span: Span, today: string): Column<LinkRow>[] {
  return [
    { id: 'from', heading: networkText.table.from, text: ({ fromLabel }) => fromLabel, width: 170, compare: byText(({ fromLabel }) => fromLabel) },
    { id: 'relation', heading: networkText.table.relation, text: linkForward, compare: byText(linkForward) },
    { id: 'to', heading: networkText.table.to, text: ({ toLabel }) => toLabel, width: 170, compare: byText(({ toLabel }) => toLabel) },
    {
      id: 'bar', heading: `${span.first} – ${span.last}`, text: ({ start, end }) => formatPeriod(start, end), grow: 3, width: 260, compare: byText(({ start, end }) => start ?? end ?? ''),
      cell: (row) => <Bar row={row} span={span} today={today} />,
    },
    { id: 'period', heading: networkText.table.period, text: ({ start, end }) => formatPeriod(start, end), compare: byText(({ start, end }) => start ?? end ?? '') },
  ]
}

function Bar({ row, span, today }: { row: LinkRow; span: Span; today: string }) {
  const { from, to } = barOf(row, span, today)
  return (
    <svg className="chart-bar" height="16" aria-hidden>
      <rect x={`${from * 100}%`} y="3" width={`${Math.max(0.4, (to - from) * 100)}%`} height="10" rx="2.5" data-kind={row.kind} data-unsure={row.strength === 'confirmed' ? undefined : true} />
    </svg>
  )
}
