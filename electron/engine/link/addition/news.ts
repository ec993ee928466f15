import type { PersonColumns } from '../personColumns.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import type { PersonGroups } from '../personGroups.ts'
import { evidenceOfUnits } from '../unitEvidence.ts'
import { hasBsn, MOST_COUNTED, type Kept } from './kept.ts'
import { bitsOf, EVERY, NOTHING } from './traits.ts'

/** Units of rows that came in and of rows that stood, with what they say together. */
interface Changed {
  columns: PersonColumns
  units: PersonGroups
  isFiller(row: number): boolean
  /** what a unit says */
  at(unit: number): PersonEvidence
  /** where rows stand; new ones behind those that stood */
  places: Int32Array
}

/** What is new of units, by unit. */
export interface News {
  /**
   * with whom it may have come to be alike enough to be linked, proposed or refused: {@link EVERY} for anybody, bits of places for units that have been at
   * one of those, {@link NOTHING} for nobody
   */
  likeWhom: Uint32Array
  /** 1 where nothing is said of it that was not said before */
  repeats: Uint8Array
}

/**
 * What rows that came in say of the units they are in. A unit that says the same as before is like whom it was like. Where only places came, no more
 * than before agrees with whoever has not been there.
 */
export function newsOf(kept: Pick<Kept, 'records' | 'unitAt' | 'units'>, changed: Changed): News {
  const { columns, units, isFiller, places, at } = changed
  const placeOf = (row: number): number => places[row] ?? -1
  const isOld = (row: number): boolean => placeOf(row) < kept.records.count
  const stood = withOnly(units, isOld)
  const before = evidenceOfUnits(columns, stood, isFiller)
  const news: News = { likeWhom: new Uint32Array(units.count), repeats: new Uint8Array(units.count) }
  for (let unit = 0; unit < units.count; unit += 1) {
    const old = stood.members.subarray(stood.starts[unit], stood.starts[unit + 1])
    news.likeWhom[unit] = stoodAlone(kept, old.map(placeOf)) ? newsBetween(before(unit), at(unit)) : EVERY
    const had = hasBsn(kept, placeOf(old[0] ?? -1))
    const has = units.bsnOf[unit] !== -1
    // rows that came in may have made its BSN that of nobody in particular: then it no longer keeps others away
    if (had && !has) news.likeWhom[unit] = EVERY
    if (news.likeWhom[unit] === NOTHING && had === has) news.repeats[unit] = 1
  }
  return news
}

/** New rows come behind old ones, and what they say likewise. */
function newsBetween(before: PersonEvidence, now: PersonEvidence): number {
  if (before.names.length !== now.names.length || before.births.length !== now.births.length) return EVERY
  return bitsOf(now.places.slice(before.places.length))
}

/** Whether rows are all rows of one unit that stood. @param places of the rows, ascending by record */
function stoodAlone({ unitAt, units: { rows } }: Pick<Kept, 'unitAt' | 'units'>, places: Int32Array): boolean {
  const [first = -1, ...others] = places
  const stood = unitAt[first] ?? -1
  return stood !== -1 && places.length <= MOST_COUNTED && rows[stood] === places.length && others.every((place) => unitAt[place] === -1)
}

/** The same units, without some rows. */
function withOnly(units: PersonGroups, isIn: (row: number) => boolean): PersonGroups {
  const starts = units.starts.slice()
  const members = units.members.slice()
  let size = 0
  for (let unit = 0; unit < units.count; unit += 1) {
    starts[unit] = size
    for (const row of units.members.subarray(units.starts[unit], units.starts[unit + 1])) if (isIn(row)) members[size++] = row
  }
  starts[units.count] = size
  return { ...units, starts, members: members.subarray(0, size) }
}
