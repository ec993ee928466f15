import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'
import type { EntityKey } from '#shared/model/entity.ts'
import { WHOLE_AT_ONCE } from '#shared/picture/effort.ts'
import { moveApart, ROUNDS } from './apart.ts'
import { boundsOf, makeBodies, makeLines, neighboursOf, shift, type Body, type LayoutLink, type LayoutNode, type Line } from './layoutShapes.ts'
import { components, placeBeside, placeOnRings } from './startPlaces.ts'

const SHORTEST_LINE = 112
const TICKS = 150
/** work a draft may cost: bodies times ticks */
const DRAFT_WORK = 9000
const DRAFT_TICKS = 5
const DRAFT_ROUNDS = 12
const BETWEEN_PARTS = 60
const MOST_SPREAD = 2
/** width to height of the whole picture */
const ASPECT = 1.6

/** How much is done, and what is asked between the rounds. */
export interface LayoutEffort {
  /** a draft of a large network is there at once and coarser; up to `WHOLE_AT_ONCE` nodes both give the same */
  isDraft: boolean
  /** throws to stop */
  checkCancelled: () => void
}

interface Rounds {
  ticks: number
  apart: number
  checkCancelled: () => void
}

const full: LayoutEffort = { isDraft: false, checkCancelled: () => undefined }

/**
 * Places nodes by forces, each connected part for itself, and packs the parts beside each other. The same nodes and
 * links give the same places in whatever order they come. Pinned nodes stay; nodes that had a place move only as far
 * as it takes to make room for new ones, and not at all when there are none.
 */
export function layoutNetwork(nodes: readonly LayoutNode[], links: readonly LayoutLink[], effort = full): { key: EntityKey; x: number; y: number }[] {
  const rounds = roundsFor(nodes.length, effort)
  const bodies = makeBodies(nodes)
  const lines = makeLines(bodies, links)
  const neighbours = neighboursOf(bodies, lines)
  const parts = components(bodies, neighbours)
  const standing = parts.filter((part) => part.some((body) => body.isPlaced))
  const fresh = parts.filter((part) => !part.some((body) => body.isPlaced))
  for (const part of standing) {
    spread(part)
    placeBeside(part, bodies, neighbours)
    settle(part, linesOf(part, lines), rounds)
  }
  for (const part of fresh) {
    placeOnRings(part, bodies, neighbours)
    settle(part, linesOf(part, lines), rounds)
    moveApart(part, linesOf(part, lines), rounds)
  }
  const onTable = standing.flat()
  if (onTable.some((body) => !body.isPlaced)) moveApart(onTable, linesOf(onTable, lines), rounds)
  packParts(fresh, onTable)
  return bodies.map(({ key, x, y }) => ({ key, x: Math.round(x), y: Math.round(y) }))
}

function roundsFor(count: number, { isDraft, checkCancelled }: LayoutEffort): Rounds {
  if (!isDraft || count <= WHOLE_AT_ONCE) return { ticks: TICKS, apart: ROUNDS.all, checkCancelled }
  return { ticks: Math.max(DRAFT_TICKS, Math.round(DRAFT_WORK / count)), apart: DRAFT_ROUNDS, checkCancelled }
}

/** Draws a part out around its middle when more comes than was there, so that what is new finds room and the shape stays. */
function spread(part: readonly Body[]): void {
  const placed = part.filter((body) => body.isPlaced)
  if (part.length < 2 * placed.length || placed.some((body) => body.isPinned)) return
  const factor = Math.min(MOST_SPREAD, Math.sqrt(part.length / placed.length))
  const middle = { x: mean(placed.map(({ x }) => x)), y: mean(placed.map(({ y }) => y)) }
  for (const body of placed) {
    body.x = middle.x + factor * (body.x - middle.x)
    body.y = middle.y + factor * (body.y - middle.y)
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function linesOf(part: readonly Body[], lines: readonly Line[]): Line[] {
  const members = new Set(part)
  return lines.filter(({ from }) => members.has(from))
}

interface Moving extends SimulationNodeDatum {
  body: Body
  x: number
  y: number
}

interface Spring {
  source: Moving
  target: Moving
  length: number
}

/** Lets forces work on one part; what had a place is held. d3-force draws its random numbers from a fixed seed. */
function settle(part: readonly Body[], lines: readonly Line[], { ticks, checkCancelled }: Rounds): void {
  const isGrowing = part.some((body) => body.isPlaced)
  if (isGrowing && part.every((body) => body.isPlaced)) return
  const moving = part.map((body): Moving => ({ body, x: body.x, y: body.y, ...(body.isPlaced ? { fx: body.x, fy: body.y } : {}) }))
  const byIndex = new Map(moving.map((one) => [one.body.index, one]))
  const springs = lines.flatMap(({ from, to, room }) => {
    const [source, target] = [byIndex.get(from.index), byIndex.get(to.index)]
    return source && target ? [{ source, target, length: SHORTEST_LINE + room / 3 }] : []
  })
  const simulation = forceSimulation(moving)
    .force('line', forceLink<Moving, Spring>(springs).distance((spring) => spring.length))
    .force('apart', forceManyBody<Moving>().strength(-520).distanceMax(520).theta(1))
    .force('collide', forceCollide<Moving>((one) => Math.min(80, (one.body.half + one.body.below) / 2 + 14)).strength(0.7))
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .stop()
  if (!isGrowing) simulation.force('x', forceX(0).strength(0.02)).force('y', forceY(0).strength(0.02 * ASPECT))
  for (let tick = 0; tick < ticks; tick++) {
    checkCancelled()
    simulation.tick()
  }
  for (const { body, x, y } of moving) Object.assign(body, { x, y })
}

/** Puts new parts in rows, below what is on the table. */
function packParts(fresh: readonly Body[][], onTable: readonly Body[]): void {
  const boxes = fresh.map((part) => ({ part, bounds: boundsOf(part) }))
  const area = boxes.reduce((sum, { bounds }) => sum + (bounds.right - bounds.left + BETWEEN_PARTS) * (bounds.bottom - bounds.top + BETWEEN_PARTS), 0)
  const standing = onTable.length > 0 ? boundsOf(onTable) : null
  const widest = Math.max(0, ...boxes.map(({ bounds }) => bounds.right - bounds.left))
  const width = Math.max(widest, standing ? standing.right - standing.left : Math.sqrt(area * ASPECT))
  const left = standing?.left ?? 0
  let [x, y, rowHeight] = [left, standing ? standing.bottom + BETWEEN_PARTS : 0, 0]
  for (const { part, bounds } of boxes) {
    const [partWidth, partHeight] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
    if (x > left && x + partWidth > left + width) [x, y, rowHeight] = [left, y + rowHeight + BETWEEN_PARTS, 0]
    shift(part, x - bounds.left, y - bounds.top)
    x += partWidth + BETWEEN_PARTS
    rowHeight = Math.max(rowHeight, partHeight)
  }
}
