import { reasons } from '#shared/text/reasons.ts'
import { coordinateOrder, pointOf, type CoordinateOrder } from './coordinates.ts'
import { refuse, type Filled, type Reading } from './reading.ts'

/** Outline of an area in RD metres: flat rings x0,y0,x1,y1,… of all its polygons, holes included, with its bounding box. */
export interface Outline {
  rings: number[][]
  minX: number
  minY: number
  maxX: number
  maxY: number
}

const MOST_POINTS = 1_000_000
const DEEPEST = 4

/** A GeoJSON Polygon or MultiPolygon, as text, in RD or WGS84. */
export function readOutline(cell: Filled): Reading<Outline> {
  if (typeof cell !== 'string') return refuse(reasons.notAnOutline)
  const geometry = parseJson(cell)
  const rings: number[][] = []
  if (!collectRings(geometry, rings) || rings.length === 0) return refuse(reasons.notAnOutline)
  return toOutline(rings)
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text)
    return parsed !== null && typeof parsed === 'object' && 'coordinates' in parsed ? parsed.coordinates : null
  } catch {
    return null
  }
}

/** Walks down to the arrays of positions; a ring is an array of arrays of numbers. */
function collectRings(node: unknown, rings: number[][], depth = 0): boolean {
  if (!Array.isArray(node) || depth > DEEPEST) return false
  const first: unknown = node[0]
  if (Array.isArray(first) && typeof first[0] === 'number') return collectRing(node, rings)
  return node.every((child) => collectRings(child, rings, depth + 1))
}

function collectRing(positions: unknown[], rings: number[][]): boolean {
  if (positions.length < 4 || positions.length > MOST_POINTS) return false
  const ring: number[] = []
  for (const position of positions) {
    if (!Array.isArray(position)) return false
    const [first, second]: unknown[] = position
    if (typeof first !== 'number' || typeof second !== 'number') return false
    ring.push(first, second)
  }
  rings.push(ring)
  return true
}

function toOutline(rings: number[][]): Reading<Outline> {
  const order = coordinateOrder(rings[0]?.[0] ?? 0, rings[0]?.[1] ?? 0)
  if (order === null) return refuse(reasons.outsideNetherlands)
  const outline: Outline = { rings, minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const ring of rings) projectRing(ring, order, outline)
  return outline
}

function projectRing(ring: number[], order: CoordinateOrder, outline: Outline): void {
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const { x, y } = pointOf(ring[i] ?? 0, ring[i + 1] ?? 0, order)
    ring[i] = x
    ring[i + 1] = y
    outline.minX = Math.min(outline.minX, x)
    outline.minY = Math.min(outline.minY, y)
    outline.maxX = Math.max(outline.maxX, x)
    outline.maxY = Math.max(outline.maxY, y)
  }
}
