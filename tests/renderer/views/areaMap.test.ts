import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, centreOf, contains, fitTo, neighbourOf, scaleBarMetres, toMetres, toPixels, zoomAt, type Outline } from '../../../renderer/views/Areas/geometry.ts'
import { chunksOf, mapAreas, thinned, toleranceFor } from '../../../renderer/views/Areas/mapChunks.ts'
import { shiftOf } from '../../../renderer/views/Areas/mapPicture.ts'
import { shareOf, waterfallOf } from '../../../renderer/views/Scores/waterfall.ts'
import { explanationOf, rankingOf } from '../scoreAnswers.ts'

const square = (x: number, y: number, size = 1000): number[] => [x, y, x + size, y, x + size, y + size, x, y + size]
const grid: Outline[] = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ code: `${column}${row}`, name: '', rings: [square(column * 1000, row * 1000)] })))

describe('placing a map', () => {
  it('fits everything in the middle with north up', () => {
    const place = fitTo(boundsOf(grid), 640, 340, 20)
    expect(place.scale).toBeCloseTo(0.1, 12)
    expect(toPixels(place, [1500, 1500])).toEqual([320, 170])
    expect(toPixels(place, [0, 3000])[1]).toBeLessThan(toPixels(place, [0, 0])[1])
  })

  it('keeps the point under the mouse when zooming, and finds its way back from pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 640 }), fc.integer({ min: 0, max: 340 }), fc.double({ min: 0.2, max: 8, noNaN: true }), (x, y, factor) => {
        const place = fitTo(boundsOf(grid), 640, 340, 20)
        const point = toMetres(place, x, y)
        const [px, py] = toPixels(zoomAt(place, factor, x, y), point)
        expect(px).toBeCloseTo(x, 6)
        expect(py).toBeCloseTo(y, 6)
      }),
    )
  })

  it('draws a scale bar of a round length', () => {
    expect([scaleBarMetres(0.05, 96), scaleBarMetres(0.02, 96), scaleBarMetres(0.5, 96)]).toEqual([1000, 2000, 100])
  })
})

describe('finding an area', () => {
  it('is inside its outline and outside its hole', () => {
    const rings = [square(0, 0), square(400, 400, 200)]
    expect([contains(rings, 100, 100), contains(rings, 500, 500), contains(rings, 1500, 100)]).toEqual([true, false, false])
  })

  it('goes to the neighbour in a direction and stays at the edge', () => {
    const centres = new Map(mapAreas(grid).map((area) => [area.outline.code, area]))
    expect((['left', 'right', 'up', 'down'] as const).map((direction) => neighbourOf(centres, '11', direction))).toEqual(['01', '21', '12', '10'])
    expect(neighbourOf(centres, '00', 'left')).toBeNull()
  })

  it('reaches every area of the grid with the arrow keys', () => {
    const centres = new Map(mapAreas(grid).map((area) => [area.outline.code, area]))
    const reached = new Set(['00'])
    for (const code of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbourOf(centres, code, direction)
        if (next !== null) reached.add(next)
      }
    }
    expect(reached.size).toBe(9)
  })

  it('takes the middle of the largest part', () => {
    expect(centreOf({ code: '', name: '', rings: [square(0, 0, 10), square(5000, 5000, 1000)] })).toEqual([5500, 5500])
  })
})

describe('drawing many areas', () => {
  const look = { class: 'average', isUnsure: false } as const

  it('is one path per look', () => {
    const chunks = chunksOf(mapAreas(grid), (code) => ({ class: code === '00' ? 'higher' : 'average', isUnsure: code === '11' }), 1)
    expect(chunks.map(({ look: { class: found, isUnsure }, rings }) => [found, isUnsure, rings.length])).toEqual([['higher', false, 1], ['average', false, 7], ['average', true, 1]])
  })

  it('keeps every area once and knows where each path lies when there are thousands', () => {
    const many: Outline[] = Array.from({ length: 2500 }, (_, i) => ({ code: `${i}`, name: '', rings: [square((i % 50) * 1000, Math.floor(i / 50) * 1000)] }))
    const chunks = chunksOf(mapAreas(many), () => look, 1)
    expect(chunks.length).toBe(64)
    expect(chunks.flatMap(({ rings }) => rings).length).toBe(2500)
    for (const { box, rings } of chunks) for (const [x = 0, y = 0] of rings) expect(x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY).toBe(true)
  })

  it('leaves out corners that nobody can see, and never the area', () => {
    expect(thinned([0, 0, 1, 0, 2, 1, 100, 0, 100, 100], 10)).toEqual([0, 0, 100, 0, 100, 100])
    expect(thinned(square(0, 0, 5), 10)).toEqual(square(0, 0, 5))
    expect([toleranceFor(0.05), toleranceFor(0.04), toleranceFor(5)]).toEqual([4, 4, 0.0625])
  })
})

describe('the picture of the areas', () => {
  const sheet = { width: 600, height: 300, pixelRatio: 1.5 }
  const from = { scale: 0.1, x: 10, y: 20 }

  it('moves along by whole device pixels, as far as it reaches, and only at its own scale', () => {
    expect(shiftOf(from, from, sheet)).toEqual([0, 0])
    expect(shiftOf(from, { ...from, x: 11, y: -60.1 }, sheet)).toEqual([2, -120])
    expect(shiftOf(from, { ...from, x: 210, y: 120 }, sheet)).toEqual([300, 150])
    expect([{ x: 211 }, { x: -191 }, { y: 121 }, { scale: 0.11 }].map((changed) => shiftOf(from, { ...from, ...changed }, sheet))).toEqual([null, null, null, null])
  })
})

describe('a waterfall', () => {
  it('starts at zero, ends at the score, and each bar where the last one ended', () => {
    const [row] = rankingOf('buurt', 'hennep')
    if (!row) throw new Error('no rows')
    const { steps, low, high } = waterfallOf(explanationOf(row, 'exact').parts)
    expect(steps.map(({ from, to }) => [from, to])).toEqual([[0, 1.5], [1.5, 1.32]])
    expect([low, high]).toEqual([0, 1.5])
    expect([shareOf({ low, high }, 0), shareOf({ low, high }, 1.5), shareOf({ low: 0, high: 0 }, 0)]).toEqual([0, 100, 0])
  })
})
