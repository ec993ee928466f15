/** An area as the engine gives it: flat rings x0,y0,x1,y1,… in RD metres. */
export interface Outline {
  code: string
  name: string
  rings: readonly (readonly number[])[]
}

export interface Bounds {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** From RD metres to pixels: x to the right, y upward. `scale` is pixels per metre; `x` and `y` are the pixels of the RD origin. */
export interface Placement {
  scale: number
  x: number
  y: number
}

export function boundsOf(outlines: readonly Outline[]): Bounds {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const { rings } of outlines) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const [x = 0, y = 0] = [ring[i], ring[i + 1]]
        bounds.minX = Math.min(bounds.minX, x)
        bounds.maxX = Math.max(bounds.maxX, x)
        bounds.minY = Math.min(bounds.minY, y)
        bounds.maxY = Math.max(bounds.maxY, y)
      }
    }
  }
  return bounds
}

/** Places everything in the middle, as large as it goes within the padding. */
export function fitTo({ minX, minY, maxX, maxY }: Bounds, width: number, height: number, padding: number): Placement {
  const scale = Math.max(1e-9, Math.min((width - 2 * padding) / (maxX - minX), (height - 2 * padding) / (maxY - minY)))
  return { scale, x: width / 2 - scale * ((minX + maxX) / 2), y: height / 2 + scale * ((minY + maxY) / 2) }
}

/** Enlarges round a pixel, which stays where it is. */
export function zoomAt({ scale, x, y }: Placement, factor: number, pixelX: number, pixelY: number): Placement {
  return { scale: scale * factor, x: pixelX + (x - pixelX) * factor, y: pixelY + (y - pixelY) * factor }
}

export function toPixels({ scale, x, y }: Placement, point: readonly [number, number]): [number, number] {
  return [x + scale * point[0], y - scale * point[1]]
}

export function toMetres({ scale, x, y }: Placement, pixelX: number, pixelY: number): [number, number] {
  return [(pixelX - x) / scale, (y - pixelY) / scale]
}

/** Even-odd rule, so that holes are outside. */
export function contains(rings: Outline['rings'], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi = 0, yi = 0, xj = 0, yj = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

/** The middle of the bounds of the largest ring: close enough to go from one area to the next. */
export function centreOf({ rings }: Outline): [number, number] {
  let largest = { size: -1, x: 0, y: 0 }
  for (const ring of rings) {
    const { minX, minY, maxX, maxY } = boundsOf([{ code: '', name: '', rings: [ring] }])
    const size = (maxX - minX) * (maxY - minY)
    if (size > largest.size) largest = { size, x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
  }
  return [largest.x, largest.y]
}

export type Direction = 'left' | 'right' | 'up' | 'down'
const vectors: Record<Direction, readonly [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }

/** The next area in a direction: near, and as straight ahead as can be; null at the edge. */
export function neighbourOf(areas: ReadonlyMap<string, { centre: readonly [number, number] }>, from: string, direction: Direction): string | null {
  const start = areas.get(from)?.centre
  if (!start) return null
  const [dx, dy] = vectors[direction]
  let best: { code: string; cost: number } | null = null
  for (const [code, { centre: [x, y] }] of areas) {
    const ahead = (x - start[0]) * dx + (y - start[1]) * dy
    const aside = Math.abs((x - start[0]) * dy) + Math.abs((y - start[1]) * dx)
    if (code === from || ahead <= 0 || aside > 2 * ahead) continue
    const cost = ahead + 2 * aside
    if (!best || cost < best.cost) best = { code, cost }
  }
  return best?.code ?? null
}

/** A round length for a scale bar of at most `width` pixels: 1, 2 or 5 times a power of ten, in metres. */
export function scaleBarMetres(scale: number, width: number): number {
  const most = width / scale
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
}
