import type { PersonColumns } from './personColumns.ts'

/** Pairs of records as pairs of rows, by place in the columns; those of which a row is not there are left out. */
export function pairsOfRows({ count, record }: Pick<PersonColumns, 'count' | 'record'>, pairs: readonly [number, number][]): [number, number][] {
  if (pairs.length === 0) return []
  const wanted = new Set(pairs.flat())
  const rowOf = new Map<number, number>()
  for (let row = 0; row < count; row += 1) if (wanted.has(record[row] ?? 0)) rowOf.set(record[row] ?? 0, row)
  return pairs.flatMap(([left, right]): [number, number][] => {
    const [one, other] = [rowOf.get(left), rowOf.get(right)]
    return one === undefined || other === undefined ? [] : [[one, other]]
  })
}
