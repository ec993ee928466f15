import { bundleId, bundleLinks } from '#shared/picture/bundles.ts'
import { labelLines } from '#shared/picture/measures.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { Scene, SceneLine } from '../../graph/scene.ts'
import type { FoundPath } from './drawing.ts'
import type { Visible } from './visible.ts'

/** The visible part of a drawing as the canvas draws it. */
export function sceneOf(visible: Visible, path: FoundPath | null): Scene {
  const marked = new Set(path?.keys)
  return {
    nodes: visible.nodes.map((node) => ({
      id: node.key,
      kind: node.kind,
      label: labelLines(node.label).join('\n'),
      x: node.x,
      y: node.y,
      isPinned: node.pinned,
      references: node.references,
      isFaded: !visible.insideNodes.has(node.key),
      isMarked: marked.has(node.key),
    })),
    lines: sceneLines(visible, markedLines(path)),
  }
}

function sceneLines(visible: Visible, marked: ReadonlySet<string>): SceneLine[] {
  return bundleLinks(visible.links).map((bundle) => ({
    id: bundle.id,
    from: bundle.from,
    to: bundle.to,
    words: bundle.lines,
    bend: bundle.bend,
    isDashed: bundle.strength !== 'confirmed',
    isDirected: bundle.isDirected,
    isFaded: !bundle.links.some(({ id }) => visible.insideLinks.has(id)),
    isMarked: marked.has(bundle.id),
  }))
}

/** The lines between the nodes that follow each other on a path, in either direction. */
function markedLines(path: FoundPath | null): Set<string> {
  const keys = path?.keys ?? []
  return new Set(keys.slice(1).flatMap((to, index) => linesBetween(keys[index], to)))
}

function linesBetween(from: EntityKey | undefined, to: EntityKey): string[] {
  return from === undefined ? [] : [bundleId({ from, to }), bundleId({ from: to, to: from })]
}
