import { useMemo, useState } from 'react'
import { bundleId } from '#shared/picture/bundles.ts'
import { linkForward } from '#shared/text/links.ts'
import { entityKindLabel, linkStrengthLabel } from '#shared/text/terms.ts'
import { KindMark } from '../../parts/KindMark.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { Table } from '../../parts/Table.tsx'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { formatNumber, formatPeriod } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import { partsText } from '../../text/parts.ts'
import type { Drawing, DrawnNode } from './drawing.ts'
import { closedGroups } from './groups.ts'
import { groupColumns, supposedColumns, supposedRows } from './layerTables.ts'
import { select } from './networkStore.ts'
import { linesOf, linkRows, type LinkRow } from './rows.ts'
import type { Selection } from './selection.ts'
import type { Visible } from './visible.ts'

type Shown = 'nodes' | 'links' | 'groups' | 'supposed'
type NodeRow = DrawnNode & { shownLinks: number; state: string; group: string; note: string; path: string }

const text = networkText.table

/** The picture as tables with the same selection: row for row the same nodes, links, groups and suppositions. */
export function NetworkTables({ drawing, visible, selection }: { drawing: Drawing; visible: Visible; selection: Selection }) {
  const [shown, setShown] = useState<Shown>('nodes')
  const nodes = useMemo(() => nodeRows(drawing, visible), [drawing, visible])
  const links = useMemo(() => linkRows(drawing, visible), [drawing, visible])
  const groups = [...drawing.groups.values()]
  const supposed = supposedRows(drawing, visible)
  const isGone = (shown === 'groups' && groups.length === 0) || (shown === 'supposed' && supposed.length === 0)
  const chosenLinks = new Set(links.filter((link) => selection.has(bundleId(link))).map(({ id }) => String(id)))
  return (
    <div className="network-tables">
      <Tabs<Shown>
        label={networkText.view.table}
        value={isGone ? 'nodes' : shown}
        onChange={setShown}
        tabs={[
          {
            id: 'nodes', label: text.nodes, count: nodes.length,
            content: <Table label={text.nodes} columns={columnsFor(nodes)} rows={nodes} rowKey={({ key }) => key} selection={{ keys: selection, onChange: select }} />,
          },
          {
            id: 'links', label: text.links, count: links.length,
            content: (
              <Table
                label={text.links}
                columns={linkColumns}
                rows={links}
                rowKey={({ id }) => String(id)}
                selection={{ keys: chosenLinks, onChange: (keys) => select(linesOf(links, chosenLinks, keys)) }}
              />
            ),
          },
          ...(groups.length === 0 ? [] : [{ id: 'groups' as const, label: text.groups, count: groups.length, content: <Table label={text.groups} columns={groupColumns} rows={groups} rowKey={({ id }) => id} selection={{ keys: selection, onChange: select }} /> }]),
          ...(supposed.length === 0 ? [] : [{ id: 'supposed' as const, label: text.supposed, count: supposed.length, content: <Table label={text.supposed} columns={supposedColumns} rows={supposed} rowKey={({ id }) => id} selection={{ keys: selection, onChange: select }} /> }]),
        ]}
      />
    </div>
  )
}

function nodeRows(drawing: Drawing, visible: Visible): NodeRow[] {
  const counts = new Map<string, number>()
  for (const { from, to } of visible.links) for (const key of new Set([from, to])) counts.set(key, (counts.get(key) ?? 0) + 1)
  const closed = closedGroups(drawing)
  const stateOf = (node: DrawnNode): string => {
    if (node.isHidden) return text.states.hidden
    if (drawing.filter.offKinds.includes(node.kind)) return text.states.off
    if (closed.has(node.key)) return text.states.grouped
    if (!visible.insideNodes.has(node.key)) return text.states.faded
    return node.pinned ? text.states.pinned : text.states.shown
  }
  const groupOf = new Map([...drawing.groups.values()].flatMap(({ label, members }) => members.map((key) => [key, label] as const)))
  const noteOf = new Map(visible.notes.map(({ about, text: words }) => [about, words]))
  return [...drawing.nodes.values()].map((node) => ({
    ...node, shownLinks: counts.get(node.key) ?? 0, state: stateOf(node), group: groupOf.get(node.key) ?? '', note: noteOf.get(node.key) ?? '', path: pathStep(drawing, node.key),
  }))
}

/** `stap 2 van 4` of the marked path. */
function pathStep({ path }: Drawing, key: string): string {
  const step = path?.keys.indexOf(key) ?? -1
  return step < 0 ? '' : text.step(step + 1, path?.keys.length ?? 0)
}

/** Columns that would be empty throughout are left out. */
function columnsFor(rows: readonly NodeRow[]): Column<NodeRow>[] {
  return [...nodeColumns, ...(['path', 'group', 'note'] as const).filter((id) => rows.some((row) => row[id] !== '')).map((id): Column<NodeRow> => ({ id, heading: text[id], text: (row) => row[id], grow: 1, compare: byText((row) => row[id]) }))]
}

const nodeColumns: readonly Column<NodeRow>[] = [
  {
    id: 'name', heading: text.name, text: ({ label }) => label, grow: 2, width: 160, compare: byText(({ label }) => label),
    cell: ({ kind, label }) => <span className="network-name"><KindMark kind={kind} /><span className="ellipsis">{label}</span></span>,
  },
  { id: 'kind', heading: text.kind, text: ({ kind }) => entityKindLabel[kind], compare: byText(({ kind }) => entityKindLabel[kind]) },
  { id: 'detail', heading: text.detail, text: ({ detail }) => detail, grow: 3, compare: byText(({ detail }) => detail) },
  { id: 'shown', heading: text.shownLinks, text: (row) => unlessPerson(row, row.shownLinks), isNumeric: true, compare: byNumber(({ kind, shownLinks }) => (kind === 'person' ? null : shownLinks)) },
  { id: 'known', heading: text.knownLinks, text: (row) => unlessPerson(row, row.degree), isNumeric: true, compare: byNumber(({ kind, degree }) => (kind === 'person' ? null : degree)) },
  { id: 'references', heading: text.references, text: ({ references }) => (references === 0 ? '' : formatNumber(references)), isNumeric: true, compare: byNumber(({ references }) => references) },
  { id: 'state', heading: text.state, text: ({ state }) => state, compare: byText(({ state }) => state) },
]

/** Persons are not put in order of how much they are connected, and so not counted here. */
function unlessPerson({ kind }: NodeRow, count: number): string {
  return kind === 'person' ? '' : formatNumber(count)
}

const linkColumns: readonly Column<LinkRow>[] = [
  { id: 'from', heading: text.from, text: ({ fromLabel }) => fromLabel, grow: 1, width: 150, compare: byText(({ fromLabel }) => fromLabel) },
  { id: 'relation', heading: text.relation, text: linkForward, compare: byText(linkForward) },
  { id: 'to', heading: text.to, text: ({ toLabel }) => toLabel, grow: 1, width: 150, compare: byText(({ toLabel }) => toLabel) },
  { id: 'words', heading: text.words, text: ({ label }) => label, compare: byText(({ label }) => label) },
  { id: 'period', heading: text.period, text: ({ start, end }) => formatPeriod(start, end), compare: byText(({ start, end }) => start ?? end ?? '') },
  { id: 'strength', heading: text.strength, text: ({ strength }) => linkStrengthLabel[strength], compare: byText(({ strength }) => strength) },
  {
    id: 'source', heading: text.source, text: ({ source }) => partsText.source.place(source.file, source.sheet, source.row), grow: 1, width: 160,
    cell: ({ source }) => <SourceLink source={source} />,
  },
  { id: 'ground', heading: text.ground, text: ({ ground }) => ground, grow: 1 },
]
