import { isTellingBirthDate, personNameKeys, type PersonNameKeys } from '../normalise/person.ts'
import type { EntityBasis } from '../store/entities.ts'
import type { PersonRow, PersonTable } from '../store/entitiesPerson.ts'

/** A row with the keys it is compared by. */
export interface KeyedRow extends PersonRow {
  table: PersonTable
  keys: PersonNameKeys
  /** full name and full birth date; empty when either does not tell people apart */
  nameAndBirth: string
}

/** Rows that are one person. */
export interface PersonGroup {
  /** in hexadecimal; empty when no row has a usable one */
  bsnHash: string
  rows: { row: KeyedRow; basis: EntityBasis }[]
}

/** A BSN that stands with more names than this is a filler, not a person. */
const MOST_NAMES = 3

export function keyRow(row: PersonRow, table: PersonTable, today: string): KeyedRow {
  const keys = personNameKeys(row)
  const isTelling = keys.full !== '' && isTellingBirthDate(row.birthDate, today)
  return { ...row, table, keys, nameAndBirth: isTelling ? `${keys.full}|${row.birthDate}` : '' }
}

/** BSNs that stand with too many different names to be of one person. */
export function fillerBsns(rows: readonly KeyedRow[]): Set<string> {
  const names = new Map<string, Set<string>>()
  for (const { bsnHash, keys } of rows) {
    if (bsnHash !== '' && keys.initials !== '') names.set(bsnHash, (names.get(bsnHash) ?? new Set()).add(keys.initials))
  }
  return new Set([...names].filter(([, all]) => all.size > MOST_NAMES).map(([hash]) => hash))
}

/**
 * Joins rows to persons: by BSN; without one by full name and full birth date, to the person with that name and date when there is
 * one with a BSN, or none, but not when there are two. Everything else is a person by itself: a name alone never joins.
 */
export function groupPersons(rows: readonly KeyedRow[], fillers: ReadonlySet<string>): PersonGroup[] {
  const bsnOf = (row: KeyedRow): string => (fillers.has(row.bsnHash) ? '' : row.bsnHash)
  const bsnsOfName = new Map<string, Set<string>>()
  for (const row of rows) {
    const bsn = bsnOf(row)
    if (bsn !== '' && row.nameAndBirth !== '') bsnsOfName.set(row.nameAndBirth, (bsnsOfName.get(row.nameAndBirth) ?? new Set()).add(bsn))
  }
  const groups = new Map<string, PersonGroup>()
  for (const row of rows) {
    const bsn = bsnOf(row)
    const sameName = bsn === '' && row.nameAndBirth !== '' ? [...(bsnsOfName.get(row.nameAndBirth) ?? [])] : []
    const joined = bsn || (sameName.length === 1 ? (sameName[0] ?? '') : '')
    const key = joined !== '' ? `bsn ${joined}` : row.nameAndBirth !== '' ? `name ${row.nameAndBirth}` : `row ${row.id}`
    const group = groups.get(key) ?? { bsnHash: joined, rows: [] }
    group.rows.push({ row, basis: bsn !== '' ? 'bsn' : row.nameAndBirth !== '' ? 'name-birth-date' : 'row' })
    groups.set(key, group)
  }
  for (const group of groups.values()) group.rows.sort((first, second) => first.row.id - second.row.id)
  return [...groups.values()].sort((first, second) => (first.rows[0]?.row.id ?? 0) - (second.rows[0]?.row.id ?? 0))
}
