import type { MergeEffect, Neighbour, Party } from '#shared/contract/review.ts'
import { entityKey, LinkKind } from '#shared/model/entity.ts'
import { linkKindLabel, linkKindReverse } from '#shared/text/terms.ts'
import type { Reader } from '../../store/database.ts'
import { areasOfAddresses, branchesOfCompanies, casesNaming, departmentsKnowing, neighboursOf, type NeighbourRow } from '../../store/reviewPairs.ts'
import { nameEntities, type Name } from './names.ts'

const MOST_NEIGHBOURS = 60

/** What comes together when two entities become one. @param today ISO day */
export function effectOf(reader: Reader, party: Party, left: number, right: number, today: string): MergeEffect {
  const [leftRows, rightRows] = [neighboursOf(reader, party, left), neighboursOf(reader, party, right)]
  const all = inBoth(leftRows, rightRows)
  const shown = all.slice(0, MOST_NEIGHBOURS)
  const names = nameEntities(reader, shown.map(({ row }) => ({ kind: row.kind, id: row.ref })))
  const ids = (rows: readonly NeighbourRow[], kind: NeighbourRow['kind']): number[] => rows.filter((row) => row.kind === kind).map(({ ref }) => ref)
  const own = party === 'company' ? [left, right] : []
  const both = [...leftRows, ...rightRows]
  return {
    leftLinks: count(leftRows),
    rightLinks: count(rightRows),
    neighbours: shown.map(({ row, side }) => ({ ...describe(row, names), side })),
    neighbourCount: all.length,
    departments: departmentsOf(
      departmentsKnowing(reader, ids(leftRows, 'address'), [...ids(leftRows, 'company'), ...own.slice(0, 1)], today),
      departmentsKnowing(reader, ids(rightRows, 'address'), [...ids(rightRows, 'company'), ...own.slice(1)], today),
    ),
    cases: sided(casesNaming(reader, entityKey(party, left)), casesNaming(reader, entityKey(party, right))).map(({ value, side }) => ({ number: value, side })),
    areas: areasOfAddresses(reader, ids(both, 'address')),
    branches: branchesOfCompanies(reader, [...ids(both, 'company'), ...own]),
  }
}

/** A neighbour as it is shown: its name, and the kinds of link in words. */
export function describe(row: NeighbourRow, names: ReadonlyMap<string, Name>): Omit<Neighbour, 'side'> {
  const key = entityKey(row.kind, row.ref)
  const words = [...kindsIn(row.out).map((kind) => linkKindLabel[kind]), ...kindsIn(row.in).map((kind) => linkKindReverse[kind])]
  return { key, kind: row.kind, label: names.get(key)?.label ?? 'onbekend', words: words.join(', ') }
}

function kindsIn(text: string | null): LinkKind[] {
  return (text ?? '').split(',').flatMap((kind) => {
    const known = LinkKind.safeParse(kind)
    return known.success ? [known.data] : []
  })
}

function count(rows: readonly NeighbourRow[]): number {
  return rows.reduce((sum, { links }) => sum + links, 0)
}

function inBoth(left: readonly NeighbourRow[], right: readonly NeighbourRow[]): { row: NeighbourRow; side: Neighbour['side'] }[] {
  const keyOf = ({ kind, ref }: NeighbourRow): string => entityKey(kind, ref)
  const rows = new Map([...right, ...left].map((row) => [keyOf(row), row]))
  return sided(left.map(keyOf), right.map(keyOf)).flatMap(({ value, side }) => {
    const row = rows.get(value)
    return row ? [{ row, side }] : []
  })
}

/** What stands on both sides first, then the left, then the right. */
function sided(left: readonly string[], right: readonly string[]): { value: string; side: Neighbour['side'] }[] {
  const [inLeft, inRight] = [new Set(left), new Set(right)]
  return [
    ...left.filter((value) => inRight.has(value)).map((value) => ({ value, side: 'both' as const })),
    ...left.filter((value) => !inRight.has(value)).map((value) => ({ value, side: 'left' as const })),
    ...right.filter((value) => !inLeft.has(value)).map((value) => ({ value, side: 'right' as const })),
  ]
}

function departmentsOf(left: readonly { department: string; places: number }[], right: readonly { department: string; places: number }[]): MergeEffect['departments'] {
  const places = (rows: typeof left, department: string): number => rows.find((row) => row.department === department)?.places ?? 0
  const names = [...new Set([...left, ...right].map(({ department }) => department))].sort((a, b) => a.localeCompare(b, 'nl'))
  return names.map((department) => ({ department, left: places(left, department), right: places(right, department) }))
}
