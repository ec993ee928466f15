import { nodeExtent } from '#shared/picture/measures.ts'
import { measuredAs, type Scene } from './scene.ts'

/** What part of the picture the canvas shows: pixels per unit, and where the origin lies in pixels. */
export interface Viewport {
  zoom: number
  pan: { x: number; y: number }
}

const PADDING = 36
const SMALLEST = 0.03

/** The viewport in which the whole scene stands in the middle, at most `largest` pixels per unit; null for an empty one. */
export function fitScene(scene: Scene, canvas: { width: number; height: number }, largest: number): Viewport | null {
  if (scene.nodes.length === 0) return null
  const boxes = scene.nodes.map(({ kind, label, x, y }) => {
    const { width, above, below } = nodeExtent(measuredAs(kind), label.replaceAll('\n', ' '))
    return { left: x - width / 2, right: x + width / 2, top: y - above, bottom: y + below }
  })
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  const fitting = Math.min((canvas.width - 2 * PADDING) / (right - left), (canvas.height - 2 * PADDING) / (bottom - top))
  const zoom = Math.max(SMALLEST, Math.min(largest, fitting))
  return { zoom, pan: { x: canvas.width / 2 - (zoom * (left + right)) / 2, y: canvas.height / 2 - (zoom * (top + bottom)) / 2 } }
}

/** Whether all of these nodes lie within the canvas. */
export function isInSight(scene: Scene, ids: readonly string[], canvas: { width: number; height: number }, { zoom, pan }: Viewport): boolean {
  const wanted = new Set(ids)
  return scene.nodes
    .filter(({ id }) => wanted.has(id))
    .map(({ x, y }) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y }))
    .every(({ x, y }) => x >= 0 && x <= canvas.width && y >= 0 && y <= canvas.height)
}
