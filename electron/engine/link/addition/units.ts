import type { PersonMemory } from '../linkPersons.ts'
import { pairsOfRows } from '../pairsOfRows.ts'
import type { NumberedRow, PersonColumns, RowNumberer } from '../personColumns.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import { groupPersons, takeApart, type PersonGroups } from '../personGroups.ts'
import { personKeys, type PersonKeys } from '../personKeys.ts'
import { rememberedEvidence } from '../unitEvidence.ts'
import type { Kept } from './kept.ts'
import { columnsIn, placesOfRows, type Gather, type Reach } from './reach.ts'
import type { RowReader } from './readRows.ts'

/** Where an addition is made: what stands, what humans decided to keep apart, and how rows are got at. */
export interface Surroundings {
  kept: Kept
  apart: readonly [number, number][]
  gather: Gather
  find: RowReader['find']
  numberer: RowNumberer
  memory: PersonMemory
  /** called now and then; may throw to stop */
  beat(): void
}

/** Rows put together to units, as far as their hard keys tell. */
export interface Units {
  columns: PersonColumns
  units: PersonGroups
  keys: PersonKeys
  isFiller(row: number): boolean
  at(unit: number): PersonEvidence
  isInside: Uint8Array
  placeOf(row: number): number
  /** the row of a record; −1 for one that is not here */
  rowOf(record: number): number
  /** the unit of a record; −1 for one that is not here, or names nobody */
  unitOf(record: number): number
}

export function unitsIn({ kept, apart, numberer, memory }: Surroundings, reach: Reach): Units {
  const columns = columnsIn(reach.rows.values(), numberer)
  const keys = personKeys(columns)
  const units = takeApart(columns, groupPersons(columns, keys), pairsOfRows(columns, apart))
  const isFiller = (row: number): boolean => keys.fillerNames.has(columns.nameAndBirth[row] ?? -1)
  const rows = new Map(Array.from(columns.record, (record, row) => [record, row]))
  const rowOf = (record: number): number => rows.get(record) ?? -1
  return {
    columns, units, keys, isFiller, at: rememberedEvidence(memory.evidence, columns, units, isFiller), ...placesOfRows(kept, columns),
    rowOf, unitOf: (record) => units.groupOf[rowOf(record)] ?? -1,
  }
}

/** The rows that stand at places. */
export function rowsAt({ kept, find }: Pick<Surroundings, 'kept' | 'find'>, places: readonly number[]): NumberedRow[] {
  return find(places.map((place) => kept.record[place] ?? 0))
}
