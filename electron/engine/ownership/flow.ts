import { NOTHING, WHOLE, add, multiply, share, type Share } from '../normalise/fraction.ts'

/** What one holder has of one thing. */
export interface Holding<Key> {
  holder: Key
  held: Key
  share: Share
}

/**
 * How much of `target` each holder has, looked through everything between: y(target) = 1 and y(u) = Σ share(u, v) · y(v).
 * Solved exactly by elimination, so that circles of shares are looked through as well: of a company that half owns itself
 * the other half is the whole. Null when a circle owns itself entirely, so that nothing outside it holds anything.
 */
export function lookThrough<Key>(target: Key, holdings: readonly Holding<Key>[]): Map<Key, Share> | null {
  const keys = [...new Set([target, ...holdings.flatMap(({ holder, held }) => [held, holder])])]
  const placeOf = new Map(keys.map((key, place) => [key, place]))
  const rows = keys.map((key, place): Row => ({ left: new Map([[place, WHOLE]]), right: key === target ? WHOLE : NOTHING }))
  for (const { holder, held, share: part } of holdings) {
    const [row, column] = [rows[placeOf.get(holder) ?? 0], placeOf.get(held) ?? 0]
    if (row) addTo(row.left, column, negative(part))
  }
  const solved = eliminate(rows)
  return solved && new Map(keys.map((key, place) => [key, solved[place] ?? NOTHING]))
}

/** One equation: the coefficients that are not zero, and what they amount to. */
interface Row {
  left: Map<number, Share>
  right: Share
}

/** Gauss and Jordan with exact fractions; null when the equations have no single solution. */
function eliminate(rows: readonly Row[]): Share[] | null {
  for (const [place, row] of rows.entries()) {
    const pivot = row.left.get(place)
    if (!pivot) return null
    scale(row, inverse(pivot))
    for (const [at, other] of rows.entries()) {
      const factor = at === place ? undefined : other.left.get(place)
      if (!factor) continue
      for (const [column, value] of row.left) addTo(other.left, column, negative(multiply(factor, value)))
      other.right = add(other.right, negative(multiply(factor, row.right)))
    }
  }
  return rows.map(({ right }) => right)
}

function scale(row: Row, factor: Share): void {
  for (const [column, value] of row.left) row.left.set(column, multiply(value, factor))
  row.right = multiply(row.right, factor)
}

/** Adds to a coefficient; one that becomes zero disappears. */
function addTo(left: Map<number, Share>, column: number, value: Share): void {
  const sum = add(left.get(column) ?? NOTHING, value)
  if (sum.part === 0n) left.delete(column)
  else left.set(column, sum)
}

function negative({ part, whole }: Share): Share {
  return { part: -part, whole }
}

/** @param value not zero */
function inverse({ part, whole }: Share): Share {
  return part < 0n ? share(-whole, -part) : share(whole, part)
}
