import { z } from 'zod'
import { readResource } from '../../resources.ts'
import type { Random } from './random.ts'
import { at } from './random.ts'

/** How a buurt is built up; decides how many addresses of which use it gets. */
export type Setting = 'living' | 'centre' | 'business' | 'rural' | 'green'

/** A buurt of Almere (CBS 2025) the demo builds addresses in. */
export interface Neighbourhood {
  code: string
  name: string
  wijk: string
  setting: Setting
  /** outer rings in RD metres */
  rings: [number, number][][]
  hectares: number
}

const Position = z.tuple([z.number(), z.number()])
const Collection = z.object({
  features: z.array(
    z.object({
      properties: z.object({ statcode: z.string(), statnaam: z.string(), wijkcode: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
      ]),
    }),
  ),
})

/** The buurten of the CBS outline that ships with the application, in order of code. */
export function readNeighbourhoods(): Neighbourhood[] {
  const { features } = readResource(Collection, 'areas', 'almere-buurten-2025.geojson')
  return features
    .map(({ properties, geometry }) => {
      const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) => at(polygon, 0))
      const hectares = rings.reduce((sum, ring) => sum + Math.abs(signedArea(ring)), 0) / 10_000
      const name = properties.statnaam
      return { code: properties.statcode, name, wijk: properties.wijkcode, setting: settingOf(name), rings, hectares }
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

const business =
  /bedrij[vf]|^De Vaart|^De Steiger|^Stichtsekant|^Randstad|^Markerkant|^Hollandsekant|^Gooisekant|^Veluwsekant|^Sallandsekant|^Hogekant|^Middenkant|^Lagekant|^Twentsekant|^Poldervlak/
const green = /sportpark|park( |$)|parken|bos( |$|\/)|bosgebied|bosrand|golfbaan|hortus|annapark/i
const rural = /^Overig|^Oosterwold|^Overgooi|^Vogelhorst|^Nobelhorst|^Buitenvaart|^Noorderplassen Oost|^Noorderplassen W\.-Zuid/

function settingOf(name: string): Setting {
  if (business.test(name)) return 'business'
  if (name.startsWith('Centrum')) return 'centre'
  if (green.test(name)) return 'green'
  return rural.test(name) ? 'rural' : 'living'
}

/** A point inside, drawn evenly. */
export function pointIn(neighbourhood: Neighbourhood, random: Random): [number, number] {
  const ring = neighbourhood.rings.length === 1 ? at(neighbourhood.rings, 0) : random.pick(neighbourhood.rings)
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - minX, Math.max(...ys) - minY]
  for (;;) {
    const point: [number, number] = [minX + random.next() * width, minY + random.next() * height]
    if (isInside(neighbourhood, point)) return point
  }
}

/** Even-odd rule over the outer rings. */
export function isInside(neighbourhood: Neighbourhood, [x, y]: readonly [number, number]): boolean {
  let inside = false
  for (const ring of neighbourhood.rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi, yi] = at(ring, i)
      const [xj, yj] = at(ring, j)
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

function signedArea(ring: readonly (readonly [number, number])[]): number {
  let twice = 0
  for (let i = 0; i < ring.length; i += 1) {
    const [x1, y1] = at(ring, i)
    const [x2, y2] = at(ring, (i + 1) % ring.length)
    twice += x1 * y2 - x2 * y1
  }
  return twice / 2
}
