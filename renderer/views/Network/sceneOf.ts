import { bundleId, bundleLinks } from '#shared/picture/bundles.ts'
import { labelLines } from '#shared/picture/measures.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { Scene, SceneLine, SceneNode } from '../../graph/scene.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { FoundPath, NodeGroup } from './drawing.ts'
import { proposalLine, type Proposal } from './proposals.ts'
import type { Change, GroupLine, SupposedLine, Visible } from './visible.ts'

/** keeps a supposed line off the facts between the same two */
const SUPPOSED_BEND = 30

/** The visible part of a drawing as the canvas draws it. */
export function sceneOf(visible: Visible, path: FoundPath | null, proposals: readonly Proposal[] = []): Scene {
  const marked = new Set(path?.keys)
  const noted = new Set(visible.notes.map(({ about }) => about))
  const group = (one: NodeGroup) => groupNode(one, one.members.some((key) => noted.has(key)))
  const nodes = visible.nodes.map((node): SceneNode => ({
    id: node.key,
    kind: node.kind,
    label: labelLines(node.label).join('\n'),
    x: node.x,
    y: node.y,
    isPinned: node.pinned,
    references: node.references,
    isFaded: !visible.insideNodes.has(node.key),
    isMarked: marked.has(node.key),
    hasNote: noted.has(node.key),
  }))
  return {
    nodes: [...nodes, ...visible.groups.map(group)],
    lines: [...factLines(visible, markedLines(path)), ...visible.groupLines.map(groupLine), ...visible.supposedLines.map(supposedLine), ...proposals.map(proposalLine)],
  }
}

function factLines({ links, insideLinks, changes }: Visible, marked: ReadonlySet<string>): SceneLine[] {
  return bundleLinks(links).map((bundle) => ({
    id: bundle.id,
    from: bundle.from,
    to: bundle.to,
    words: bundle.lines,
    bend: bundle.bend,
    strength: bundle.strength,
    isDirected: bundle.isDirected,
    isFaded: !bundle.links.some(({ id }) => insideLinks.has(id)),
    isMarked: marked.has(bundle.id),
    isSupposed: false,
    change: changeOf(bundle.links.map(({ id }) => changes?.get(id))),
  }))
}

/** A line is new or gone when all that it stands for and that counts is. */
function changeOf(changes: readonly (Change | undefined)[]): 'new' | 'gone' | null {
  const known = new Set(changes.filter((change) => change !== 'neither'))
  if (known.size !== 1) return null
  return known.has('new') ? 'new' : known.has('gone') ? 'gone' : null
}

const plainLine = { bend: 0, strength: 'confirmed', isDirected: false, isFaded: false, isMarked: false, isSupposed: false, change: null } as const

function groupNode({ id, label, x, y, isPinned }: NodeGroup, hasNote: boolean): SceneNode {
  return { id, kind: 'group', label: labelLines(label).join('\n'), x, y, isPinned, references: 0, isFaded: false, isMarked: false, hasNote }
}

function groupLine({ id, from, to, links }: GroupLine): SceneLine {
  return { ...plainLine, id, from, to, words: [groupText.lines(links.length)] }
}

function supposedLine({ hypothesis: { id, text }, from, to }: SupposedLine): SceneLine {
  return { ...plainLine, id, from, to, words: [groupText.hypothesis.words(text)], isSupposed: true, bend: SUPPOSED_BEND }
}

/** The lines between the nodes that follow each other on a path, in either direction. */
function markedLines(path: FoundPath | null): Set<string> {
  const keys = path?.keys ?? []
  return new Set(keys.slice(1).flatMap((to, index) => linesBetween(keys[index], to)))
}

function linesBetween(from: EntityKey | undefined, to: EntityKey): string[] {
  return from === undefined ? [] : [bundleId({ from, to }), bundleId({ from: to, to: from })]
}
