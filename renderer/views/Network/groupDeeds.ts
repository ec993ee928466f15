import { tell } from '../../parts/toasts.tsx'
import { groupText } from '../../text/networkGroups.ts'
import { arrange } from './arrangements.ts'
import type { Drawing, NodeGroup } from './drawing.ts'
import { planGroups, type GroupBasis } from './groups.ts'
import { act, select } from './networkStore.ts'
import type { Selection } from './selection.ts'
import { visibleOf, type Visible } from './visible.ts'

/** Makes the groups that fall out of the picture and says how many. */
export function groupBy(visible: Visible, basis: GroupBasis): void {
  const plans = planGroups(visible, basis)
  tell(groupText.made(plans.length, plans.reduce((sum, { members }) => sum + members.length, 0)))
  if (plans.length > 0) act({ type: 'group', plans })
}

/** The chosen nodes as one group. */
export function groupChosen(keys: readonly string[]): void {
  act({ type: 'group', plans: [{ label: groupText.own(keys.length), members: keys.toSorted() }] })
}

/** Opens a group; members that never had a place of their own are set round the place of the group. */
export function openGroup(drawing: Drawing, group: NodeGroup): void {
  const members = group.members.flatMap((key) => drawing.nodes.get(key) ?? [])
  const together = new Set(members.map(({ x, y }) => `${x} ${y}`)).size < members.length
  const places = together ? arrange('circle', members.map((node) => ({ ...node, x: group.x, y: group.y })), visibleOf(drawing)) : []
  act({ type: 'openGroup', id: group.id, isOpen: true, places })
  select(new Set(group.members))
}

/** The groups among what is chosen: closed ones themselves, open ones by their members. */
export function chosenGroups(drawing: Drawing, selection: Selection): NodeGroup[] {
  return [...drawing.groups.values()].filter(({ id, members, isOpen }) => selection.has(id) || (isOpen && members.some((key) => selection.has(key))))
}
