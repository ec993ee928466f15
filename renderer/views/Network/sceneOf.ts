import { bundleId, bundleLinks } from '#shared/picture/bundles.ts'
import { placeLinkLabels, pointOnLine } from '#shared/picture/linkLabels.ts'
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
  const bundles = bundleLinks(visible.links)
  const labels = placeLinkLabels(visible.nodes, bundles)
  const byKey = new Map(visible.nodes.map((node) => [node.key, node]))
  return bundles.flatMap((bundle) => {
    const [from, to, label] = [byKey.get(bundle.from), byKey.get(bundle.to), labels.get(bundle.id)]
    if (!from || !to) return []
    const middle = pointOnLine(from, to, bundle.bend, 0.5)
    return [{
      id: bundle.id,
      from: bundle.from,
      to: bundle.to,
      label: bundle.lines.join('\n'),
      dx: label ? Math.round(label.x - middle.x) : 0,
      dy: label ? Math.round(label.y - middle.y) : 0,
      bend: bundle.bend,
      isDashed: bundle.strength !== 'confirmed',
      isDirected: bundle.isDirected,
      isFaded: !bundle.links.some(({ id }) => visible.insideLinks.has(id)),
      isMarked: marked.has(bundle.id),
    }]
  })
}

/** The lines between the nodes that follow each other on a path, in either direction. */
function markedLines(path: FoundPath | null): Set<string> {
  const keys = path?.keys ?? []
  return new Set(keys.slice(1).flatMap((to, index) => linesBetween(keys[index], to)))
}

function linesBetween(from: EntityKey | undefined, to: EntityKey): string[] {
  return from === undefined ? [] : [bundleId({ from, to }), bundleId({ from: to, to: from })]
}
