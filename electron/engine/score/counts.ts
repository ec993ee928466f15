import { countRows, forEachRange, type CountRow, type Fragment, type Given, type Grouping } from '../store/counting.ts'
import type { Reader } from '../store/database.ts'

/** Events and exposure per buurt (id of `area`) and per SBI code as registered (`version:code`). */
export interface Counts {
  areas: Map<number, [events: number, exposure: number]>
  branches: Map<string, [events: number, exposure: number]>
}

export function emptyCounts(): Counts {
  return { areas: new Map(), branches: new Map() }
}

/** Something to count, in one way. */
export interface Asked {
  fragment: Fragment
  by: Grouping
  given: Given
}

/** Counts what is asked, for one range of addresses after another. @param onTask called before each that is counted in each */
export function countPerAddress(reader: Reader, asked: readonly Asked[], day: string, onTask: () => void): Counts[] {
  const counted = asked.map((one) => ({ ...one, counts: emptyCounts() }))
  forEachRange(reader, asked, day, () => {
    for (const { fragment, by, given, counts } of counted) {
      onTask()
      addRows(counts, countRows(reader, fragment, by, given, true))
    }
  })
  return counted.map(({ counts }) => counts)
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
