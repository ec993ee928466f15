import { placeLinkLabels, pointOnLine } from '#shared/picture/linkLabels.ts'
import { measuredAs, type Scene } from './scene.ts'

/**
 * Where the words of lines fit: from the middle of the line to the middle of its words, in picture units.
 * Lines whose words fit nowhere are left out.
 */
export function placeWords(scene: Scene, scale: number): Map<string, { dx: number; dy: number }> {
  const nodes = scene.nodes.map(({ id, kind, label, x, y }) => ({ key: id, kind: measuredAs(kind), label: label.replaceAll('\n', ' '), x, y }))
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const labels = placeLinkLabels(nodes, scene.lines.map(({ id, from, to, words, bend }) => ({ id, from, to, lines: words, bend })), scale)
  const places = new Map<string, { dx: number; dy: number }>()
  for (const { id, from, to, bend } of scene.lines) {
    const [start, end, label] = [byKey.get(from), byKey.get(to), labels.get(id)]
    if (!start || !end || !label) continue
    const middle = pointOnLine(start, end, bend, 0.5)
    places.set(id, { dx: Math.round(label.x - middle.x), dy: Math.round(label.y - middle.y) })
  }
  return places
}
