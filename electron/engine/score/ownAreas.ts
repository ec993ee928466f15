import type { OwnAreaLevel } from '#shared/model/score.ts'
import type { OwnAreaRow } from '../store/scoreInputs.ts'

/** An area a municipality draws itself, by the buurten it consists of. */
export interface OwnArea {
  level: OwnAreaLevel
  code: string
  name: string
  /** codes of buurten, in order, each once */
  parts: readonly string[]
  /** codes that are listed and that no buurt or wijk has: a typing error, or one that was split since */
  unknown: readonly string[]
}

const levels: Record<OwnAreaRow['level'], { level: OwnAreaLevel; prefix: string }> = {
  'bedrijventerrein': { level: 'businessPark', prefix: 'BT' },
  'operationeel gebied': { level: 'opsArea', prefix: 'OG' },
}
const LONGEST = 50

/** Own areas as listed, in order of code. A wijk in the list stands for its buurten. */
export function ownAreas(rows: readonly OwnAreaRow[], buurten: ReadonlyMap<string, { wijk: string | null }>): OwnArea[] {
  const inWijk = Map.groupBy(buurten.keys(), (code) => buurten.get(code)?.wijk ?? '')
  const listed = Map.groupBy(rows, (row) => codeOf(row))
  return [...listed]
    .map(([code, of]) => {
      const parts = of.flatMap(({ part }) => (buurten.has(part) ? [part] : (inWijk.get(part) ?? [])))
      const unknown = of.flatMap(({ part }) => (buurten.has(part) || inWijk.has(part) ? [] : [part]))
      const [first] = of
      return { unknown: [...new Set(unknown)].toSorted(), level: levels[first?.level ?? 'bedrijventerrein'].level, code, name: first?.name ?? code, parts: [...new Set(parts)].toSorted() }
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** `OG-stad-oost`: areas of one's own have no code but their name. */
function codeOf({ level, name }: OwnAreaRow): string {
  const words = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  return `${levels[level].prefix}-${words.slice(0, LONGEST)}`
}

/** Outline of several areas together, flat rings again: a border that two of them share is drawn by neither. */
export function joinedRings(outlines: readonly (readonly (readonly number[])[])[]): number[][] {
  const edges = outerEdges(outlines)
  const from = Map.groupBy(edges, ([x, y]) => `${x},${y}`)
  const rings: number[][] = []
  for (const start of edges) {
    const ring: number[] = []
    for (let edge = takeFrom(from, start); edge; edge = from.get(`${edge[2]},${edge[3]}`)?.pop()) ring.push(edge[0], edge[1])
    if (ring.length > 0) rings.push(ring)
  }
  return rings
}

type Edge = readonly [number, number, number, number]

function takeFrom(from: ReadonlyMap<string, Edge[]>, edge: Edge): Edge | undefined {
  const left = from.get(`${edge[0]},${edge[1]}`)
  const at = left?.indexOf(edge) ?? -1
  return at < 0 ? undefined : left?.splice(at, 1)[0]
}

/** The edges that belong to one outline only. Neighbours run along a shared border in opposite directions. */
function outerEdges(outlines: readonly (readonly (readonly number[])[])[]): Edge[] {
  const left = new Map<string, Edge>()
  for (const ring of outlines.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[i], ring[i + 1], ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]]
      if (x1 === x2 && y1 === y2) continue
      if (!left.delete(`${x2},${y2} ${x1},${y1}`)) left.set(`${x1},${y1} ${x2},${y2}`, [x1, y1, x2, y2])
    }
  }
  return [...left.values()]
}
