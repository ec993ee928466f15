import { splitRecordId } from '#shared/model/recordId.ts'
import type { Reader } from '../../store/database.ts'
import { personRowsOf, personTables } from '../../store/entitiesPerson.ts'
import type { NumberedRow, PlacedRow, RowNumberer } from '../personColumns.ts'

/** Rows that are read when they are asked for, each once. */
export interface RowReader {
  /** takes in a row that was read elsewhere */
  take(one: PlacedRow): NumberedRow
  /** the rows of records that are there, many at a time: asking for them one by one costs more than reading them */
  find(records: Iterable<number>): NumberedRow[]
}

export function makeRowReader(reader: Reader, { number }: RowNumberer): RowReader {
  /** by record; null for one that is not there */
  const known = new Map<number, NumberedRow | null>()
  const tableOf = makeTableFinder(reader)
  const take = (one: PlacedRow): NumberedRow => {
    const row = number(one)
    known.set(row.record, row)
    return row
  }
  const read = (records: readonly number[]): void => {
    for (const record of records) known.set(record, null)
    for (const [table, own] of Map.groupBy(records, tableOf)) {
      const name = personTables[table]
      for (const row of name ? personRowsOf(reader, name, own) : []) take({ row, table })
    }
  }
  return {
    take,
    find: (records) => {
      const wanted = [...new Set(records)]
      read(wanted.filter((record) => !known.has(record)))
      return wanted.flatMap((record) => known.get(record) ?? [])
    },
  }
}

/** The place in `personTables` of the table a record stands in; −1 for none. The rows of one delivery stand in one table. */
function makeTableFinder(reader: Reader): (record: number) => number {
  const known = new Map<number, number>()
  return (record) => {
    const { deliveryId } = splitRecordId(record)
    const found = known.get(deliveryId) ?? personTables.findIndex((name) => personRowsOf(reader, name, [record]).length > 0)
    if (found !== -1) known.set(deliveryId, found)
    return found
  }
}
