import type { EntityKey, LinkKind } from '#shared/model/entity.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { Drawing, DrawnNode, NodeGroup } from './drawing.ts'
import type { Visible } from './visible.ts'

/** A group to be made: what it is called and what goes in. */
export interface GroupPlan {
  label: string
  members: readonly EntityKey[]
}

export type GroupBasis = 'address' | 'holding' | 'family' | 'leaves'

const SMALLEST = 2
const offices: readonly LinkKind[] = ['director', 'partner']

/** The groups that fall out of the visible part of a drawing, the largest first; nodes that are in a group already stay there. */
export function planGroups(visible: Visible, basis: GroupBasis): GroupPlan[] {
  const plans = { address: atAddresses, holding: holdings, family: families, leaves }[basis](visible)
  const taken = new Set<EntityKey>()
  return plans
    .toSorted((one, other) => other.members.length - one.members.length || (one.label < other.label ? -1 : 1))
    .flatMap(({ label, members }) => {
      const free = members.filter((key) => !taken.has(key))
      if (free.length < SMALLEST) return []
      for (const key of free) taken.add(key)
      return [{ label, members: free.toSorted() }]
    })
}

/** The companies that are registered at one address; the address itself stays in sight. */
function atAddresses({ nodes, links }: Visible): GroupPlan[] {
  const members = new Map<EntityKey, Set<EntityKey>>()
  for (const { kind, from, to } of links) if (kind === 'established-at') members.set(to, (members.get(to) ?? new Set()).add(from))
  return named(members, nodes, groupText.atAddress)
}

/** Companies that hold shares in each other, directly or by way of others. */
function holdings({ nodes, links }: Visible): GroupPlan[] {
  const companies = new Set(nodes.filter(({ kind }) => kind === 'company').map(({ key }) => key))
  const owning = links.filter(({ kind, from, to }) => kind === 'shareholder' && companies.has(from) && companies.has(to))
  const owned = new Set(owning.map(({ to }) => to))
  return connected(owning).map((members) => {
    const top = members.find((key) => !owned.has(key)) ?? members[0] ?? ''
    return { label: groupText.holding(labelOf(nodes, top), members.length), members }
  })
}

/** Companies with a director or partner in common. The person stays in sight. */
function families({ nodes, links }: Visible): GroupPlan[] {
  const byPerson = new Map<EntityKey, EntityKey[]>()
  for (const { kind, from, to } of links) if (offices.includes(kind) && from.startsWith('person')) byPerson.set(from, [...(byPerson.get(from) ?? []), to])
  const shared = [...byPerson.values()].flatMap(([first, ...others]) => others.flatMap((other) => (first === undefined ? [] : [{ from: first, to: other }])))
  return connected(shared).map((members) => ({ label: groupText.family(labelOf(nodes, members[0] ?? ''), members.length), members }))
}

/** What hangs by one line on one node. */
function leaves({ nodes, links }: Visible): GroupPlan[] {
  const neighbours = new Map<EntityKey, Set<EntityKey>>()
  for (const { from, to } of links) {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to))
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from))
  }
  const members = new Map<EntityKey, Set<EntityKey>>()
  for (const { key, pinned } of nodes) {
    const [hub, ...others] = neighbours.get(key) ?? []
    if (pinned || hub === undefined || others.length > 0 || (neighbours.get(hub)?.size ?? 0) < 2) continue
    members.set(hub, (members.get(hub) ?? new Set()).add(key))
  }
  return named(members, nodes, groupText.leaves)
}

function named(members: ReadonlyMap<EntityKey, ReadonlySet<EntityKey>>, nodes: readonly DrawnNode[], words: (label: string, count: number) => string): GroupPlan[] {
  const labels = new Map(nodes.map(({ key, label }) => [key, label]))
  return [...members].map(([key, keys]) => ({ label: words(labels.get(key) ?? '', keys.size), members: [...keys] }))
}

function labelOf(nodes: readonly DrawnNode[], key: EntityKey): string {
  return nodes.find((node) => node.key === key)?.label ?? ''
}

/** The connected parts of pairs, each in the order of its keys. */
function connected(pairs: readonly { from: EntityKey; to: EntityKey }[]): EntityKey[][] {
  const partOf = new Map<EntityKey, Set<EntityKey>>()
  for (const { from, to } of pairs) {
    const [one, other] = [partOf.get(from) ?? new Set([from]), partOf.get(to) ?? new Set([to])]
    const joined = one.size >= other.size ? one : other
    for (const key of joined === one ? other : one) joined.add(key)
    for (const key of joined) partOf.set(key, joined)
  }
  return [...new Set(partOf.values())].map((part) => [...part].toSorted())
}

/** A drawing with these groups closed, each in the middle of what is in it. */
export function withGroups(drawing: Drawing, plans: readonly GroupPlan[]): Drawing {
  const groups = new Map(drawing.groups)
  let number = Math.max(0, ...[...groups.keys()].map((id) => Number(id.slice('group:'.length))))
  for (const { label, members } of plans) {
    const found = members.flatMap((key) => drawing.nodes.get(key) ?? [])
    if (found.length === 0) continue
    number += 1
    const id = `group:${number}`
    groups.set(id, { id, label, members, isOpen: false, isPinned: found.some(({ pinned }) => pinned), x: Math.round(mean(found.map(({ x }) => x))), y: Math.round(mean(found.map(({ y }) => y))) })
  }
  return { ...drawing, groups }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The closed group each node is in. */
export function closedGroups({ groups }: Drawing): Map<EntityKey, NodeGroup> {
  const found = new Map<EntityKey, NodeGroup>()
  for (const group of groups.values()) if (!group.isOpen) for (const key of group.members) found.set(key, group)
  return found
}

export function changeGroup(drawing: Drawing, id: string, change: (group: NodeGroup) => NodeGroup): Drawing {
  const group = drawing.groups.get(id)
  return group ? { ...drawing, groups: new Map(drawing.groups).set(id, change(group)) } : drawing
}

/** A drawing with one more supposed connection. */
export function suppose(drawing: Drawing, { from, to, text }: { from: EntityKey; to: EntityKey; text: string }): Drawing {
  const number = 1 + Math.max(0, ...[...drawing.hypotheses.keys()].map((id) => Number(id.slice('hypothesis:'.length))))
  const id = `hypothesis:${number}`
  return { ...drawing, hypotheses: new Map(drawing.hypotheses).set(id, { id, from, to, text }) }
}

export function without<K, V>(map: ReadonlyMap<K, V>, key: K): Map<K, V> {
  return new Map([...map].filter(([other]) => other !== key))
}
