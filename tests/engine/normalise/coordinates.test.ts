import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPoint, toRd, toWgs84 } from '../../../electron/engine/normalise/coordinates.ts'
import { readOutline } from '../../../electron/engine/normalise/outline.ts'
import { refuse, Repaired } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'

test('De Ruijterkade 105 as the BAG gives it in both systems', () => {
  const point = toRd(4.905166809483972, 52.377779679934136)
  expect(Math.hypot(point.x - 122_177, point.y - 487_877)).toBeLessThan(0.5)
})

test('there and back is the same place within a millimetre or two', () => {
  fc.assert(
    fc.property(fc.double({ min: 3.3, max: 7.2, noNaN: true }), fc.double({ min: 50.8, max: 53.6, noNaN: true }), (longitude, latitude) => {
      const point = toRd(longitude, latitude)
      const degrees = toWgs84(point)
      const back = toRd(degrees.longitude, degrees.latitude)
      expect(Math.hypot(point.x - back.x, point.y - back.y)).toBeLessThan(0.003)
    }),
  )
})

describe('readPoint', () => {
  test('RD as it is', () => expect(readPoint(142_317.55, 483_000)).toEqual({ x: 142_317.55, y: 483_000 }))
  test('swapped columns show themselves', () => expect(readPoint(483_000, 142_317)).toEqual(new Repaired({ x: 142_317, y: 483_000 }, reasons.coordinatesSwapped)))
  test('degrees are converted', () => expect(readPoint(5.2186, 52.3379)).toEqual(expect.objectContaining({ reason: reasons.coordinateConverted })))
  test('elsewhere is refused', () => expect(readPoint(13.4, 52.5)).toEqual(refuse(reasons.outsideNetherlands)))
})

describe('readOutline', () => {
  const square = [[100, 400_000], [200, 400_000], [200, 400_100], [100, 400_100], [100, 400_000]]
  test('polygon', () => {
    const outline = { rings: [square.flat()], minX: 100, minY: 400_000, maxX: 200, maxY: 400_100 }
    expect(readOutline(JSON.stringify({ type: 'Polygon', coordinates: [square] }))).toEqual(outline)
    expect(readOutline(JSON.stringify({ type: 'MultiPolygon', coordinates: [[square]] }))).toEqual(outline)
  })
  test.each([
    'geen json', 'null', '{"type":"Point","coordinates":[1,2]}', '{"type":"Polygon","coordinates":[]}', '{"type":"Polygon","coordinates":[[[1,2],[3]]]}',
    '{"type":"Polygon","coordinates":[[[[[[1]]]]]]}',
  ])('%s is no outline', (text) => expect(readOutline(text)).toEqual(refuse(reasons.notAnOutline)))
})
