import type { Scene } from './scene.ts'
import type { Viewport } from './viewport.ts'

export interface Point {
  x: number
  y: number
}

/** The nodes whose middle lies within a closed line drawn on the canvas, and the lines that have both ends there. */
export function surrounded(scene: Scene, outline: readonly Point[], { zoom, pan }: Viewport): Set<string> {
  const inside = new Set(scene.nodes.filter(({ x, y }) => isInside(outline, { x: x * zoom + pan.x, y: y * zoom + pan.y })).map(({ id }) => id))
  const lines = scene.lines.filter(({ from, to }) => inside.has(from) && inside.has(to)).map(({ id }) => id)
  return new Set([...inside, ...lines])
}

/** Even-odd rule: a ray to the right crosses the outline an odd number of times. */
export function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let crossings = 0
  outline.forEach((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from
    if (from.y > y === to.y > y) return
    if (x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) crossings++
  })
  return crossings % 2 === 1
}
