import { formatNumber } from '#shared/text/format.ts'
import { byNumber, byText, type Column } from '../../parts/columns.ts'
import { networkText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { Drawing, Hypothesis, NodeGroup } from './drawing.ts'
import type { Visible } from './visible.ts'

const text = networkText.table

/** What somebody supposes, with the names of its ends. */
export type SupposedRow = Hypothesis & { fromLabel: string; toLabel: string }

export function supposedRows(drawing: Drawing, visible: Visible): SupposedRow[] {
  const labelOf = (key: string) => drawing.nodes.get(key)?.label ?? ''
  return visible.hypotheses.map((one) => ({ ...one, fromLabel: labelOf(one.from), toLabel: labelOf(one.to) }))
}

/** A row per group of the picture. */
export const groupColumns: readonly Column<NodeGroup>[] = [
  { id: 'label', heading: text.name, text: ({ label }) => label, grow: 2, width: 200, compare: byText(({ label }) => label) },
  { id: 'count', heading: text.members, text: ({ members }) => formatNumber(members.length), isNumeric: true, compare: byNumber(({ members }) => members.length) },
  { id: 'state', heading: text.state, text: ({ isOpen }) => (isOpen ? text.states.open : text.states.closed), compare: byText(({ isOpen }) => String(isOpen)) },
]

/** A row per supposed connection, said to be no fact by its question mark. */
export const supposedColumns: readonly Column<SupposedRow>[] = [
  { id: 'from', heading: text.between, text: ({ fromLabel }) => fromLabel, grow: 1, width: 150, compare: byText(({ fromLabel }) => fromLabel) },
  { id: 'to', heading: text.and, text: ({ toLabel }) => toLabel, grow: 1, width: 150, compare: byText(({ toLabel }) => toLabel) },
  { id: 'text', heading: text.supposedWords, text: (row) => groupText.hypothesis.words(row.text), grow: 2, width: 180, compare: byText((row) => row.text) },
]
