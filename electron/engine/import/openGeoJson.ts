import { basename } from 'node:path'
import type { Cell } from '../normalise/reading.ts'
import { jsonElements } from './jsonElements.ts'
import { ProblemError } from '../problem.ts'
import type { RowVisitor, Workbook } from './workbook.ts'

const GEOMETRY = 'geometry'

/**
 * A feature collection as a sheet: its properties as columns, its outline as text in the last one. Row 1 holds the names.
 * @throws ProblemError `file-format-unsupported` when it has no outlines: only areas are taken in so
 */
export async function openGeoJson(path: string): Promise<Workbook> {
  const headings = await readHeadings(path)
  return {
    readAs: 'GeoJSON',
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: null, kind: 'area' }],
    remarks: [],
    layout: { format: 'csv', separator: ';' },
    slowPart: null,
    text: null,
    read: (_, visitor) => readFeatures(path, headings, visitor),
    close: async () => undefined,
  }
}

interface Feature {
  properties: Record<string, unknown>
  geometry: unknown
}

const FIRST_FEATURES = 100

/** Property names of the first features; others have the same in practice. */
async function readHeadings(path: string): Promise<string[]> {
  const names = new Set<string>()
  let [count, outlines] = [0, 0]
  for await (const text of jsonElements(path, 'features')) {
    const feature = parseFeature(text)
    for (const name of Object.keys(feature?.properties ?? {})) names.add(name)
    if (isOutline(feature?.geometry)) outlines += 1
    count += 1
    if (count >= FIRST_FEATURES) break
  }
  if (count > 0 && outlines === 0) throw new ProblemError('file-format-unsupported', { format: 'GeoJSON zonder vlakken; alleen gebieden worden zo gelezen' })
  return [...names, GEOMETRY]
}

function isOutline(geometry: unknown): boolean {
  return typeof geometry === 'object' && geometry !== null && 'type' in geometry && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
}

async function readFeatures(path: string, headings: readonly string[], visitor: RowVisitor): Promise<void> {
  if (!visitor.row(1, headings)) return
  let row = 1
  for await (const text of jsonElements(path, 'features')) {
    row += 1
    const feature = parseFeature(text)
    if (!feature) throw new ProblemError('file-damaged')
    const cells = headings.map((name): Cell => (name === GEOMETRY ? JSON.stringify(feature.geometry) : scalar(feature.properties[name])))
    if (!visitor.row(row, cells)) return
  }
}

function parseFeature(text: string): Feature | null {
  const feature = parseJson(text)
  if (feature === null || typeof feature !== 'object') return null
  const properties = 'properties' in feature && feature.properties !== null && typeof feature.properties === 'object' ? feature.properties : {}
  return { properties: { ...properties }, geometry: 'geometry' in feature ? feature.geometry : null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('file-damaged')
  }
}

/** Properties are scalars in every delivery seen; a nested one is shown as its text. */
function scalar(value: unknown): Cell {
  if (value === null || value === undefined) return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)
}
