import type { Writer } from '../store/database.ts'
import { nextEntityNumber, saveEntityHomes, saveNextEntityNumber, type EntityRecord } from '../store/entities.ts'
import type { PersonEntity } from '../store/entitiesPerson.ts'
import type { PairWriter } from '../store/linkPairs.ts'
import { numberEntities } from './entityNumbers.ts'
import { saveEntityRecords } from './entityRecords.ts'
import { linkPersons, type Ground, type LinkedPersons } from './linkPersons.ts'
import type { Pace } from './pace.ts'
import type { PersonColumns } from './personColumns.ts'
import { groupPersons } from './personGroups.ts'
import { personKeys, type PersonKeys } from './personKeys.ts'
import { basesOf, entityRecords, rowsOf, savePersons, saveRows, sizesOf } from './savePersons.ts'

/** After so many rows it is seen whether to go on. */
const BEAT = 16_384

/** What is written now of the rows that are joined anew. */
export interface Standing {
  /** persons with their BSN hash, empty without one */
  persons: ReadonlyMap<number, string>
  /** what is written of them; undefined where that was not read */
  written: ReadonlyMap<number, PersonEntity> | undefined
  homes: ReadonlyMap<number, number>
  /** by record; undefined for those of all persons */
  records: Iterable<EntityRecord> | undefined
  /** begins to write the pairs these rows stand in */
  writePairs(): PairWriter
}

/** Rows joined to persons, and written. */
export interface JoinedRows extends LinkedPersons {
  keys: PersonKeys
  /** the person each group is */
  numbers: Float64Array
  /** by what each row came to its person, see `basesOf` */
  bases: Uint8Array
  sizes: Map<number, number>
}

/** Joins rows by hard key, then by comparison, numbers the persons they make and writes all of it down. */
export function joinRows(writer: Writer, pace: Pace, columns: PersonColumns, ground: Ground, standing: Standing): JoinedRows {
  const beat = (done: number): void => {
    if (done % BEAT === 0) pace.advance(0)
  }
  const keys = personKeys(columns)
  beat(0)
  const hard = groupPersons(columns, keys)
  beat(0)
  const linked = linkPersons(standing.writePairs(), columns, hard, keys.fillerNames, ground)
  const { groups, units } = linked
  beat(0)
  const { numbers, next, homes } = numberEntities(
    {
      count: groups.count,
      hardKey: (group) => columns.texts.bsnHashes[groups.bsnOf[group] ?? -1] ?? null,
      records: (group) => rowsOf(groups, group).map((row) => columns.record[row] ?? 0),
    },
    new Map([...standing.persons].flatMap(([id, bsn]): [string, number][] => (bsn === '' ? [] : [[bsn, id]]))),
    standing.homes,
    nextEntityNumber(writer, 'person'),
  )
  saveNextEntityNumber(writer, 'person', next)
  saveEntityHomes(writer, 'person', homes)
  beat(0)
  savePersons(writer, columns, groups, numbers, { earlier: new Set(standing.persons.keys()), written: standing.written }, beat)
  const bases = basesOf(columns, { groups, units, keys }, beat)
  saveEntityRecords(writer, 'person', entityRecords(columns, { groups, numbers, bases }, beat), standing.records)
  saveRows(writer, columns, groups, numbers, beat)
  return { ...linked, keys, numbers, bases, sizes: sizesOf(groups) }
}
