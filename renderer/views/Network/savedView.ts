import type { NetworkViewContent } from '#shared/model/networkView.ts'
import type { Drawing, FoundPath } from './drawing.ts'

/** Everything that lies on the table, as it is kept with a case. */
export function contentOf({ title, nodes, links, filter, path, groups, notes, hypotheses }: Drawing): NetworkViewContent {
  const all = [...nodes.values()]
  return {
    title,
    picture: { nodes: all.map(({ key, kind, label, detail, degree, references, x, y, pinned }) => ({ key, kind, label, detail, degree, references, x, y, pinned })), links: [...links.values()] },
    hidden: all.filter(({ isHidden }) => isHidden).map(({ key }) => key),
    filter: { ...filter, offKinds: [...filter.offKinds], offLinks: [...filter.offLinks] },
    path: path && { keys: [...path.keys], all: path.all.map((keys) => [...keys]), question: { ...path.question, exclude: [...path.question.exclude] } },
    groups: [...groups.values()].map((group) => ({ ...group, members: [...group.members] })),
    notes: [...notes.values()],
    hypotheses: [...hypotheses.values()],
  }
}

/** The drawing a saved view was made of; what names a node that is not in it is left out. */
export function drawingFrom({ title, picture, hidden, filter, path, groups, notes, hypotheses }: NetworkViewContent): Drawing {
  const isHidden = new Set(hidden)
  const nodes = new Map(picture.nodes.map((node) => [node.key, { ...node, isHidden: isHidden.has(node.key) }]))
  return {
    title,
    nodes,
    links: new Map(picture.links.filter(({ from, to }) => nodes.has(from) && nodes.has(to)).map((link) => [link.id, link])),
    filter,
    path: wholePath(path, nodes),
    groups: new Map(groups.map((group) => ({ ...group, members: group.members.filter((key) => nodes.has(key)) })).filter(({ members }) => members.length > 0).map((group) => [group.id, group])),
    notes: new Map(notes.filter(({ about }) => nodes.has(about)).map((note) => [note.about, note])),
    hypotheses: new Map(hypotheses.filter(({ from, to }) => nodes.has(from) && nodes.has(to)).map((one) => [one.id, one])),
  }
}

function wholePath(path: FoundPath | null, nodes: ReadonlyMap<string, unknown>): FoundPath | null {
  return path?.keys.every((key) => nodes.has(key)) === true ? path : null
}
