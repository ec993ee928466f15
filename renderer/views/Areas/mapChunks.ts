import type { AttentionClass } from '#shared/model/score.ts'
import { boundsOf, centreOf, type Bounds, type Outline } from './geometry.ts'

/** An area with what finding it takes, reckoned once. */
export interface MapArea {
  outline: Outline
  box: Bounds
  centre: readonly [number, number]
}

export function mapAreas(outlines: readonly Outline[]): MapArea[] {
  return outlines.map((outline) => ({ outline, box: boundsOf([outline]), centre: centreOf(outline) }))
}

/** How an area looks: its class, and whether its score is too uncertain to lean on. */
export interface AreaLook {
  class: AttentionClass
  isUnsure: boolean
}

/** Areas that look the same and lie together; drawn as one. */
export interface Chunk {
  look: AreaLook
  box: Bounds
  rings: readonly (readonly number[])[]
}

/** Fewer areas than this are not worth parting by place. */
const FEW = 1500
const CELLS = 8

/**
 * Gathers areas by look, and where there are many by place too, so that enlarging leaves out what is out of sight.
 * @param tolerance metres that cannot be seen; corners closer together are left out
 */
export function chunksOf(areas: readonly MapArea[], lookOf: (code: string) => AreaLook, tolerance: number): Chunk[] {
  const cells = areas.length < FEW ? 1 : CELLS
  const whole = unionOf(areas.map(({ box }) => box))
  const cell = ([x, y]: MapArea['centre']) => [x - whole.minX, y - whole.minY].map((far, axis) => Math.floor((far / (axis === 0 ? whole.maxX - whole.minX : whole.maxY - whole.minY)) * cells * 0.999)).join(' ')
  const groups = Map.groupBy(areas, ({ outline, centre }) => {
    const look = lookOf(outline.code)
    return `${look.class} ${look.isUnsure} ${cells === 1 ? '' : cell(centre)}`
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ look: lookOf(first.outline.code), box: unionOf(group.map(({ box }) => box)), rings: group.flatMap(({ outline }) => outline.rings.map((ring) => thinned(ring, tolerance))) }]
  })
}

/** The metres that half a pixel covers, in steps of four, so that a little zooming does not change it. */
export function toleranceFor(scale: number): number {
  return 4 ** Math.floor(Math.log(0.5 / scale) / Math.log(4))
}

/** A ring without corners nobody can see; never fewer than three. */
export function thinned(ring: readonly number[], tolerance: number): readonly number[] {
  const kept: number[] = []
  let [lastX, lastY] = [Infinity, Infinity]
  for (let i = 0; i < ring.length; i += 2) {
    const [x = 0, y = 0] = [ring[i], ring[i + 1]]
    if (Math.abs(x - lastX) < tolerance && Math.abs(y - lastY) < tolerance) continue
    kept.push(x, y)
    lastX = x
    lastY = y
  }
  return kept.length < 6 ? ring : kept
}

export function unionOf(boxes: readonly Bounds[]): Bounds {
  const union = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const box of boxes) {
    union.minX = Math.min(union.minX, box.minX)
    union.minY = Math.min(union.minY, box.minY)
    union.maxX = Math.max(union.maxX, box.maxX)
    union.maxY = Math.max(union.maxY, box.maxY)
  }
  return union
}

export function overlaps(a: Bounds, b: Bounds): boolean {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY
}
