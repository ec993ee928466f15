import type { PersonMemory } from '../linkPersons.ts'
import { pairsOfRows } from '../pairsOfRows.ts'
import { columnsOf, type PersonColumns, type RowNumberer } from '../personColumns.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import { groupPersons, takeApart, type PersonGroups } from '../personGroups.ts'
import { personKeys, type PersonKeys } from '../personKeys.ts'
import { rememberedEvidence } from '../unitEvidence.ts'
import type { Kept } from './kept.ts'
import type { Gather } from './reach.ts'
import type { RowAt, Rows } from './readRows.ts'

/** Where an addition is made: what stands, what humans decided to keep apart, and how rows are got at. */
export interface Surroundings {
  kept: Kept
  apart: readonly [number, number][]
  rows: Rows
  gather: Gather
  numberer: RowNumberer
  memory: PersonMemory
  /** called now and then; may throw to stop */
  beat(): void
}

/** Rows in columns, in the order in which a whole run reads them. */
export interface ColumnsAt {
  columns: PersonColumns
  /** the places of the rows */
  places: Int32Array
}

/** Rows put together to units, as far as their hard keys tell. */
export interface Units extends ColumnsAt {
  units: PersonGroups
  keys: PersonKeys
  isFiller(row: number): boolean
  at(unit: number): PersonEvidence
  /** the row at a place; −1 for one that is not here */
  rowAt(place: number): number
  /** the unit of the row at a place; −1 for one that is not here, or names nobody */
  unitAt(place: number): number
}

export function columnsAt(rows: readonly RowAt[], numberer: RowNumberer): ColumnsAt {
  const sorted = rows.toSorted((one, other) => one.table - other.table || one.record - other.record)
  return { columns: columnsOf(sorted, sorted.length, numberer), places: Int32Array.from(sorted, ({ at }) => at) }
}

export function unitsIn({ apart, numberer, memory }: Surroundings, rows: readonly RowAt[]): Units {
  const { columns, places } = columnsAt(rows, numberer)
  const keys = personKeys(columns)
  const units = takeApart(columns, groupPersons(columns, keys), pairsOfRows(columns, apart))
  const isFiller = (row: number): boolean => keys.fillerNames.has(columns.nameAndBirth[row] ?? -1)
  const rowOfPlace = new Map(Array.from(places, (place, row) => [place, row]))
  const rowAt = (place: number): number => rowOfPlace.get(place) ?? -1
  return {
    columns, places, units, keys, isFiller, at: rememberedEvidence(memory.evidence, columns, units, isFiller),
    rowAt, unitAt: (place) => units.groupOf[rowAt(place)] ?? -1,
  }
}
