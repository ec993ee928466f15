import proj4 from 'proj4'
import { reasons } from '#shared/text/reasons.ts'
import { parseNumber } from './numbers.ts'
import { refuse, Repaired, type Filled, type Reading } from './reading.ts'

/** EPSG:28992, Amersfoort / RD New, as proj4 wants it (domain.md §2.1). */
const RD =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m'
const projection = proj4('EPSG:4326', RD)

/** A point in RD metres. */
export interface Point {
  x: number
  y: number
}

/** Longitude and latitude (WGS84, degrees) to RD metres, to the millimetre. */
export function toRd(longitude: number, latitude: number): Point {
  const [x, y] = projection.forward([longitude, latitude])
  return { x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 }
}

/** RD metres to longitude and latitude. */
export function toWgs84(point: Point): { longitude: number; latitude: number } {
  const [longitude, latitude] = projection.inverse([point.x, point.y])
  return { longitude, latitude }
}

/** One coordinate as a number, whatever the system: `142.317,55`, `142317.55`, `5,2186`. */
export function readCoordinate(cell: Filled): Reading<number> {
  const value = typeof cell === 'string' ? parseNumber(cell) : cell
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(reasons.notACoordinate)
  return value === 0 ? null : value
}

/** Bounds of the Netherlands: RD in metres, WGS84 in degrees (domain.md §2.1). */
const isRd = (x: number, y: number) => x >= 0 && x <= 300_000 && y >= 300_000 && y <= 625_000
const isWgs84 = (longitude: number, latitude: number) => longitude >= 3.1 && longitude <= 7.3 && latitude >= 50.7 && latitude <= 53.8

/** How two numbers are to be read as a point in the Netherlands. */
export type CoordinateOrder = 'rd' | 'rd-swapped' | 'wgs84' | 'wgs84-swapped'

/** In the Netherlands x < y and longitude < latitude always hold, so swapped columns show themselves. */
export function coordinateOrder(first: number, second: number): CoordinateOrder | null {
  if (isRd(first, second)) return 'rd'
  if (isRd(second, first)) return 'rd-swapped'
  if (isWgs84(first, second)) return 'wgs84'
  return isWgs84(second, first) ? 'wgs84-swapped' : null
}

/** The point two numbers mean, in RD. */
export function pointOf(first: number, second: number, order: CoordinateOrder): Point {
  if (order === 'rd') return { x: first, y: second }
  if (order === 'rd-swapped') return { x: second, y: first }
  return order === 'wgs84' ? toRd(first, second) : toRd(second, first)
}

/** Two coordinates of one row as a point in RD. */
export function readPoint(first: number, second: number): Reading<Point> {
  const order = coordinateOrder(first, second)
  if (order === null) return refuse(reasons.outsideNetherlands)
  const point = pointOf(first, second, order)
  if (order === 'rd') return point
  return new Repaired(point, order === 'wgs84' ? reasons.coordinateConverted : reasons.coordinatesSwapped)
}
