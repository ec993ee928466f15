import type { PersonColumns } from '../personColumns.ts'
import { firstRow, type PersonGroups } from '../personGroups.ts'
import { evidenceOfUnits } from '../unitEvidence.ts'
import { MOST_COUNTED, type Kept } from './kept.ts'
import { bitsOf, EVERY, NOTHING } from './traits.ts'

/** Units of rows that came in and of rows that stood, with what they say together. */
interface Changed {
  columns: PersonColumns
  units: PersonGroups
  isFiller(row: number): boolean
  /** where a row stands; new ones behind those that stood */
  placeOf(row: number): number
}

/**
 * By unit, with whom it may have come to be alike enough because of rows that came in, to be linked, proposed or refused: {@link EVERY} for anybody,
 * bits of places for units that have been at one of those, {@link NOTHING} for nobody. A unit that says the same as before is like whom it was like; at
 * most two thirds say something new. With a place that came only who has been there can agree more than before.
 */
export function newsOf(kept: Pick<Kept, 'record' | 'unitAt' | 'units'>, changed: Changed): Uint32Array {
  const { columns, units, isFiller, placeOf } = changed
  const isOld = (row: number): boolean => placeOf(row) < kept.record.length
  const [now, before] = [evidenceOfUnits(columns, units, isFiller), evidenceOfUnits(columns, withOnly(units, isOld), isFiller)]
  return Uint32Array.from({ length: units.count }, (_, unit) => {
    if (!stoodAlone(kept, changed, unit, isOld)) return EVERY
    // new rows come behind old ones, and what they say likewise
    const [one, other] = [before(unit), now(unit)]
    if (one.names.length !== other.names.length || one.births.length !== other.births.length) return EVERY
    return bitsOf(other.places.slice(one.places.length))
  })
}

/** Whether the old rows of a unit are all rows of one that stood. */
function stoodAlone({ unitAt, units: { rows } }: Pick<Kept, 'unitAt' | 'units'>, { units, placeOf }: Changed, unit: number, isOld: (row: number) => boolean): boolean {
  const old = units.members.subarray(units.starts[unit], units.starts[unit + 1]).filter(isOld)
  const stood = unitAt[placeOf(firstRow(units, unit))] ?? -1
  return stood !== -1 && old.length <= MOST_COUNTED && rows[stood] === old.length && old.subarray(1).every((row) => unitAt[placeOf(row)] === -1)
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
