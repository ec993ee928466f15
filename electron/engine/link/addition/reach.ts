import { hashOf } from '../blockingRules.ts'
import type { PersonTexts } from '../personColumns.ts'
import { birthKey, bsnKey } from './hardKeys.ts'
import { placesOf, type Kept, type KeptIndex } from './kept.ts'
import type { RowAt, Rows } from './readRows.ts'

/** Rows that belong together, gathered from those that came in. */
export interface Reach {
  rows: readonly RowAt[]
  /** 1 for those, by place */
  isInside: Uint8Array
  /** persons of the run before whose rows were gathered */
  persons: ReadonlySet<number>
}

/**
 * How far to gather: rows that are one by BSN or by full name and birth date; or with those the other rows of their persons, and the
 * persons they are alike enough to, or were joined to by a human.
 */
export type Extent = 'keys' | 'pairs'

/** Gathers the rows at places with all that hangs together with them. @param before what was gathered to the same extent, to which it is added */
export type Gather = (seeds: readonly number[], extent: Extent, before?: Reach) => Reach

/** @param same pairs of records that humans joined */
export function makeGatherer(kept: Kept, rows: Rows, texts: PersonTexts, same: readonly [number, number][]): Gather {
  // rows that are one with a row without being compared
  const byBsn = rowsByKey(kept.hardKeys.bsn, rows.came, ({ bsn }) => bsn, (row) => bsnKey(texts, row))
  const byBirth = rowsByKey(kept.hardKeys.birth, rows.came, ({ nameAndBirth }) => nameAndBirth, (row) => birthKey(texts, row))
  const joinedTo = placesJoined(rows, same)
  return (seeds, extent, before) => {
    const found = [...(before?.rows ?? [])]
    const isInside = before?.isInside.slice() ?? new Uint8Array(rows.count)
    const persons = new Set(before?.persons)
    const addAll = (places: readonly number[]): RowAt[] => {
      const fresh: number[] = []
      for (const place of places) {
        if (isInside[place] !== 0) continue
        isInside[place] = 1
        fresh.push(place)
      }
      const more = rows.at(fresh)
      for (const row of more) found.push(row)
      return more
    }
    const personRows = (person: number): Iterable<number> => {
      if (person === 0 || persons.has(person)) return []
      persons.add(person)
      return kept.rows.of(person)
    }
    // all rows of a step at once
    for (let open = addAll(seeds); open.length > 0;) {
      const places: number[] = []
      // place by place: lists this small cost more to spread
      const addPlaces = (more: Iterable<number>): void => {
        for (const place of more) places.push(place)
      }
      for (const row of open) {
        addPlaces(byBsn(row))
        addPlaces(byBirth(row))
        if (extent === 'keys') continue
        addPlaces(personRows(row.earlier))
        addPlaces(alikeTo(kept, row.at))
        addPlaces(joinedTo.get(row.at) ?? [])
      }
      open = addAll(places)
    }
    return { rows: found, isInside, persons }
  }
}

const NONE = -1

/** Gives places of the rows, kept and come in, that have the key of a row. Each key is looked up once. @param numberOf its number, −1 for none */
function rowsByKey(indexes: readonly KeptIndex[], came: readonly RowAt[], numberOf: (row: RowAt) => number, keyOf: (row: RowAt) => string): (row: RowAt) => readonly number[] {
  const cameWith = Map.groupBy(came, numberOf)
  const known: (readonly number[])[] = []
  const find = (row: RowAt): number[] => {
    const hash = hashOf(keyOf(row))
    return [...indexes.flatMap((index) => [...placesOf(index, hash)]), ...(cameWith.get(numberOf(row)) ?? []).map(({ at }) => at)]
  }
  return (row) => {
    const number = numberOf(row)
    return number === NONE ? [] : (known[number] ??= find(row))
  }
}

const NOBODY = new Uint32Array()

/** The first rows of the units that the unit that begins with a row is alike enough to. */
export function alikeTo({ likely, writtenIn }: Kept, place: number): Uint32Array {
  const part = likely[writtenIn[place] ?? -1]
  return part === undefined ? NOBODY : placesOf(part, place)
}

function placesJoined({ placeOf }: Rows, same: readonly [number, number][]): Map<number, number[]> {
  const joined = new Map<number, number[]>()
  const add = (one: number, other: number): void => void joined.set(one, [...(joined.get(one) ?? []), other])
  for (const [left, right] of same.map(([one, other]) => [placeOf(one), placeOf(other)] as const)) {
    add(left, right)
    add(right, left)
  }
  return joined
}
