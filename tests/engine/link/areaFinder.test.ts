import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeAreaFinder } from '../../../electron/engine/link/areaFinder.ts'
import type { AreaOutline } from '../../../electron/engine/store/areas.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

const square = (id: number, x: number, y: number, size: number, ...holes: number[][]): AreaOutline => ({
  id, rings: [[x, y, x + size, y, x + size, y + size, x, y + size, x, y], ...holes], minX: x, minY: y, maxX: x + size, maxY: y + size,
})

test('a point on a shared border lies in exactly one of two areas, a hole belongs to neither', () => {
  const hole = [4, 4, 6, 4, 6, 6, 4, 6, 4, 4]
  const find = makeAreaFinder([square(1, 0, 0, 10, hole), square(2, 10, 0, 10)])
  const backwards = makeAreaFinder([square(2, 10, 0, 10), square(1, 0, 0, 10, hole)])
  const points: [number, number, number | null][] = [[5, 1, 1], [15, 5, 2], [5, 5, null], [10, 5, 2], [25, 5, null], [-1, 5, null], [9.999, 9.999, 1]]
  expect(points.map(([x, y]) => find(x, y))).toEqual(points.map(([, , id]) => id))
  expect(points.map(([x, y]) => backwards(x, y))).toEqual(points.map(([, , id]) => id))
})

describe.skipIf(!hasSharedData)(`CBS buurten of Almere 2025${whySkipped}`, () => {
  type Ring = [number, number][]
  type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
  interface Feature { properties: { statcode: string }; geometry: Geometry }
  const outlines = (file: string): { areas: AreaOutline[]; codes: string[] } => {
    const { features }: { features: Feature[] } = JSON.parse(readFileSync(sharedData('cbs_almere_2025', file), 'utf8'))
    const areas = features.map(({ geometry }, i): AreaOutline => {
      const rings = (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map((ring) => ring.flat())
      const xs = rings.flatMap((ring) => ring.filter((_, j) => j % 2 === 0))
      const ys = rings.flatMap((ring) => ring.filter((_, j) => j % 2 === 1))
      return { id: i, rings, minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
    })
    return { areas, codes: features.map(({ properties }) => properties.statcode) }
  }
  const rows = (...path: string[]): Record<string, string>[] => {
    const [head = '', ...lines] = readFileSync(sharedData(...path), 'utf8').trim().split(/\r?\n/)
    return lines.map((line) => Object.fromEntries(head.split(',').map((name, i) => [name, line.split(',')[i] ?? ''])))
  }

  test('48 postcode points lie where an independent join put them', () => {
    const { areas, codes } = outlines('buurt_2025_almere_wgs84.geojson')
    const find = makeAreaFinder(areas)
    const points = rows('postcode_4pp', 'almere_pc4_buurt_expected.csv')
    expect(points).toHaveLength(48)
    const placed = points.map(({ lon, lat }) => codes[find(Number(lon), Number(lat)) ?? -1] ?? '')
    expect(placed).toEqual(points.map(({ buurt_2025 }) => buurt_2025))
  })

  test('points spread evenly add up to the area of each buurt, whatever the order of the buurten', () => {
    const { areas } = outlines('buurt_2025_almere_rd.geojson')
    const find = makeAreaFinder(areas)
    const backwards = makeAreaFinder(areas.toReversed())
    const step = 100
    let inside = 0
    for (let x = 136_050; x < 160_000; x += step) {
      for (let y = 476_050; y < 496_000; y += step) {
        const found = find(x, y)
        expect(backwards(x, y)).toBe(found)
        if (found !== null) inside += 1
      }
    }
    expect((inside * step * step) / 1e6).toBeCloseTo(138.74, 0)
  })
})
