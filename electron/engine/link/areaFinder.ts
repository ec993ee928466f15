import type { AreaOutline } from '../store/areas.ts'

/** Finds the area a point lies in; null outside all of them. */
export type AreaFinder = (x: number, y: number) => number | null

/** Cells along each side of the grid: with the buurten of a municipality a cell meets three or four of them. */
const CELLS = 64

/** Points on a border belong to exactly one side (even-odd rule with half-open edges), so that the answer never depends on order. */
export function makeAreaFinder(areas: readonly AreaOutline[]): AreaFinder {
  const minX = Math.min(...areas.map((area) => area.minX))
  const minY = Math.min(...areas.map((area) => area.minY))
  const stepX = (Math.max(...areas.map((area) => area.maxX)) - minX) / CELLS || 1
  const stepY = (Math.max(...areas.map((area) => area.maxY)) - minY) / CELLS || 1
  const grid = new Map<number, AreaOutline[]>()
  const cellOf = (x: number, y: number): number => Math.floor((x - minX) / stepX) * (CELLS + 1) + Math.floor((y - minY) / stepY)
  for (const area of areas) {
    const rows = stops(area.minY, area.maxY, stepY)
    const cells = new Set(stops(area.minX, area.maxX, stepX).flatMap((x) => rows.map((y) => cellOf(x, y))))
    for (const cell of cells) grid.set(cell, [...(grid.get(cell) ?? []), area])
  }
  return (x, y) => grid.get(cellOf(x, y))?.find((area) => isInBox(area, x, y) && isInside(area.rings, x, y))?.id ?? null
}

/** From one end to the other, both included, no further apart than a cell. */
function stops(from: number, to: number, step: number): number[] {
  return [...Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step), to]
}

function isInBox(area: AreaOutline, x: number, y: number): boolean {
  return x >= area.minX && x <= area.maxX && y >= area.minY && y <= area.maxY
}

function isInside(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  let isIn = false
  for (const ring of rings) if (crossesOdd(ring, x, y)) isIn = !isIn
  return isIn
}

/** Whether a ray to the right meets the ring an odd number of times. */
function crossesOdd(ring: readonly number[], x: number, y: number): boolean {
  let isOdd = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [xi = 0, yi = 0, xj = 0, yj = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isOdd = !isOdd
  }
  return isOdd
}
