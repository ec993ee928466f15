import type { EntityKind } from '../model/entity.ts'
import type { LinkBundle } from './bundles.ts'
import { linkLabelSize, nodeBoxes, overlap, type Box } from './measures.ts'

export interface LabelledNode {
  key: string
  kind: EntityKind
  label: string
  x: number
  y: number
}

/** What of a line its words need to know. */
export type LabelledLine = Pick<LinkBundle, 'id' | 'from' | 'to' | 'lines' | 'bend'>

export interface Point {
  x: number
  y: number
}

/** Where along its line a label may stand. */
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]
/** an end with this many times the lines of the other is crowded: words stand towards the other */
const CROWDED = 3
const TOWARDS = 0.18
/** how far beside its line a label may stand when there is no room on it, in heights of the label */
const BESIDE = [-1.2, 1.2, -2.2, 2.2]
/** units beside the words that must be free too */
const FREE = 10
const CELL = 160
/** a label that must cover more of other things than this share of itself is left out; the tables hold its words */
const MOST_COVERED = 0.12

/** The point a share `t` along a line from `from` to `to`, bent sideways by `bend` at its middle (a quadratic curve). */
export function pointOnLine(from: Point, to: Point, bend: number, t: number): Point {
  const control = controlPoint(from, to, bend)
  const u = 1 - t
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  }
}

/** The control point of the curve that is `bend` away from the middle of the straight line. */
export function controlPoint(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  return { x: (from.x + to.x) / 2 - (dy / length) * 2 * bend, y: (from.y + to.y) / 2 + (dx / length) * 2 * bend }
}

/**
 * Finds a place for each label where it covers the least of nodes, node labels and labels placed before it: on its line, or close
 * beside it when there is no room between its ends.
 * @returns the centre of each label by bundle id; none for a label that fits nowhere
 * @param scale of all words, for a screen across the room
 */
export function placeLinkLabels(nodes: readonly LabelledNode[], bundles: readonly LabelledLine[], scale = 1): Map<string, Point> {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const taken = makeGrid()
  for (const node of nodes) for (const box of scaledBoxes(node, scale)) taken.add(box)
  const crowd = new Map<string, number>()
  for (const { from, to } of bundles) for (const key of [from, to]) crowd.set(key, (crowd.get(key) ?? 0) + 1)
  const places = new Map<string, Point>()
  for (const bundle of bundles) {
    const [from, to] = [byKey.get(bundle.from), byKey.get(bundle.to)]
    if (!from || !to || bundle.lines.length === 0) continue
    const size = linkLabelSize(bundle.lines)
    const box = { width: size.width * scale + FREE, height: size.height * scale }
    const along = placesFrom(preferredPlace(crowd.get(bundle.from) ?? 1, crowd.get(bundle.to) ?? 1)).map((t) => ({ ...pointOnLine(from, to, bundle.bend, t), ...box }))
    const onLine = leastCovered(along, taken)
    const best = isFree(onLine) ? onLine : leastCovered([onLine, ...BESIDE.flatMap((heights) => along.map((place) => beside(place, from, to, heights)))], taken)
    if (!isFree(best)) continue
    taken.add(best)
    places.set(bundle.id, { x: best.x, y: best.y })
  }
  return places
}

function isFree({ covered, width, height }: Box & { covered: number }): boolean {
  return covered <= MOST_COVERED * width * height
}

/** A box moved square to the line, by so many of its heights. */
function beside(box: Box, from: Point, to: Point, heights: number): Box {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  // a line that runs up or down needs the width of the words beside it, a level one their height
  const far = (heights / Math.abs(heights)) * ((Math.abs(dy) / length) * (box.width / 2) + (Math.abs(dx) / length) * box.height * Math.abs(heights))
  return { ...box, x: box.x - (dy / length) * far, y: box.y + (dx / length) * far }
}

function scaledBoxes(node: LabelledNode, scale: number): Box[] {
  const [shape, { x, y, width, height }] = nodeBoxes(node)
  return [shape, { x, y: y + (height * (scale - 1)) / 2, width: width * scale, height: height * scale }]
}

/** The middle, or rather the side where fewer lines come together. */
function preferredPlace(fromLines: number, toLines: number): number {
  if (fromLines >= CROWDED * toLines) return 0.5 + TOWARDS
  return toLines >= CROWDED * fromLines ? 0.5 - TOWARDS : 0.5
}

function placesFrom(preferred: number): number[] {
  return PLACES.toSorted((one, other) => Math.abs(one - preferred) - Math.abs(other - preferred))
}

function leastCovered(candidates: readonly Box[], taken: Grid): Box & { covered: number } {
  let best = { x: 0, y: 0, width: 0, height: 0, covered: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const covered = taken.covered(candidate)
    if (covered < best.covered) best = { ...candidate, covered }
    if (covered === 0) break
  }
  return best
}

interface Grid {
  add(box: Box): void
  /** square units of a box that are taken already */
  covered(box: Box): number
}

function makeGrid(): Grid {
  const cells = new Map<string, Box[]>()
  const eachCell = (box: Box, visit: (cell: string) => void): void => {
    const [left, right] = [box.x - box.width / 2, box.x + box.width / 2].map((x) => Math.floor(x / CELL))
    const [top, bottom] = [box.y - box.height / 2, box.y + box.height / 2].map((y) => Math.floor(y / CELL))
    for (let x = left ?? 0; x <= (right ?? 0); x++) for (let y = top ?? 0; y <= (bottom ?? 0); y++) visit(`${x} ${y}`)
  }
  return {
    add: (box) =>
      eachCell(box, (cell) => {
        const boxes = cells.get(cell)
        if (boxes) boxes.push(box)
        else cells.set(cell, [box])
      }),
    covered: (box) => {
      const near = new Set<Box>()
      eachCell(box, (cell) => cells.get(cell)?.forEach((other) => near.add(other)))
      let sum = 0
      for (const other of near) sum += overlap(box, other)
      return sum
    },
  }
}
