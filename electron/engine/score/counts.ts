import type { CountRow } from '../store/counting.ts'
import { countRanges, rangeBehind, rangeSize, type Asked, type NextRange } from '../store/countRanges.ts'
import type { Reader } from '../store/database.ts'

/** Events and exposure per buurt (id of `area`) and per SBI code as registered (`version:code`). */
export interface Counts {
  areas: Map<number, [events: number, exposure: number]>
  branches: Map<string, [events: number, exposure: number]>
}

export function emptyCounts(): Counts {
  return { areas: new Map(), branches: new Map() }
}

/** Every range, for whoever counts alone. */
export function everyRange(): NextRange {
  let last = 0
  let size = 0
  return (reader) => {
    if (last === Number.MAX_SAFE_INTEGER) return null
    size ||= rangeSize(reader)
    const range = rangeBehind(reader, last, size)
    last = range.to
    return range
  }
}

/** Counts what is asked in the ranges that `next` gives. @param onStatement called now and then */
export function countPerAddress(reader: Reader, what: { asked: readonly Asked[]; day: string; next: NextRange }, onStatement: () => void): Counts[] {
  const counts = what.asked.map(emptyCounts)
  countRanges(reader, what, { onRows: (which, rows) => void addRows(counts[which] ?? emptyCounts(), rows), onStatement })
  return counts
}

/** Counts of which a part was counted anew: less what that came to before, more what it comes to now. */
export function recounted(counts: Counts, { before, now }: Record<'before' | 'now', readonly CountRow[]>): Counts {
  const less = before.map(({ events = 0, exposure = 0, ...of }) => ({ ...of, events: -events, exposure: -exposure }))
  return sumOf([counts, addRows(emptyCounts(), [...less, ...now])])
}

/** What was counted in several places, added up. In order of area and code: whatever was counted first, the sums are the same text. */
export function sumOf(parts: readonly Counts[]): Counts {
  const sum = emptyCounts()
  for (const { areas, branches } of parts) {
    for (const [area, [events, exposure]] of areas) addTo(sum.areas, area, events, exposure)
    for (const [code, [events, exposure]] of branches) addTo(sum.branches, code, events, exposure)
  }
  return { areas: new Map([...sum.areas].toSorted(([a], [b]) => a - b)), branches: new Map([...sum.branches].toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Adds rows as they were counted, per buurt and branch together, to the counts of each; returns the counts. */
export function addRows(counts: Counts, rows: readonly CountRow[]): Counts {
  for (const { area, version, sbi, events, exposure } of rows) {
    if (area != null) addTo(counts.areas, area, events ?? 0, exposure ?? 0)
    if (version != null && sbi != null) addTo(counts.branches, `${version}:${sbi}`, events ?? 0, exposure ?? 0)
  }
  return counts
}

function addTo<Key>(counts: Map<Key, [number, number]>, key: Key, events: number, exposure: number): void {
  const known = counts.get(key)
  if (!known) return void counts.set(key, [events, exposure])
  known[0] += events
  known[1] += exposure
}
