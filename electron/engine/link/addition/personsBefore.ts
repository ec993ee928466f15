import { entityBases } from '../../store/entities.ts'
import type { PersonEntity } from '../../store/entitiesPerson.ts'
import { describePerson } from '../savePersons.ts'
import { hasBsn, type Kept } from './kept.ts'
import type { ColumnsAt } from './units.ts'

const BSN = entityBases.indexOf('bsn')

/**
 * The persons of the run before as they are written in the vault, by id. That follows from their rows; to read it takes a page of the file for each.
 * @param rows with every row of these persons
 */
export function personsBefore({ columns, places }: ColumnsAt, kept: Pick<Kept, 'rows' | 'unitAt' | 'units'>): Map<number, PersonEntity> {
  const { person, basis } = kept.rows
  const rowsOf = Map.groupBy(places.keys(), (row) => person[places[row] ?? -1] ?? 0)
  rowsOf.delete(0)
  // nobody has two units with a BSN, and the rows of the one that give it came by it
  const hasOne = (rows: readonly number[]): boolean => rows.some((row) => hasBsn(kept, places[row] ?? -1))
  const bsnOf = (rows: readonly number[]): number => (hasOne(rows) ? (columns.bsn[rows.find((row) => basis[places[row] ?? -1] === BSN) ?? -1] ?? -1) : -1)
  return new Map(Array.from(rowsOf, ([id, rows]) => [id, describePerson(columns, rows, id, bsnOf(rows))]))
}
