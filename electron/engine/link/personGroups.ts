import type { PersonColumns } from './personColumns.ts'
import type { PersonKeys } from './personKeys.ts'

/** Which rows are one person: `members[starts[g]] … members[starts[g + 1] - 1]` are the rows of person g, by record. */
export interface PersonGroups {
  count: number
  starts: Int32Array
  members: Int32Array
  /** by row; −1 for a row that names nobody */
  groupOf: Int32Array
  /** by person: the number of its BSN, −1 for none */
  bsnOf: Int32Array
}

/** The earliest row of a person. */
export function firstRow({ starts, members }: PersonGroups, group: number): number {
  return members[starts[group] ?? 0] ?? 0
}

const NONE = -1
const SEVERAL = -2

/**
 * Joins rows to persons: by BSN; without one by full name and full birth date, to the person with that name and date when there is
 * one with a BSN, or none, but not when there are two. Everything else is a person by itself: a name alone never joins.
 * Persons are numbered by their earliest record.
 */
export function groupPersons(columns: PersonColumns, keys: Pick<PersonKeys, 'bsn' | 'birth'>): PersonGroups {
  const { count, record } = columns
  const bsnOfBirth = findBsnOfBirth(columns.births, keys)
  const byBsn = new Int32Array(columns.texts.bsnHashes.length).fill(NONE)
  const byBirth = new Int32Array(columns.births).fill(NONE)
  const groupOf = new Int32Array(count).fill(NONE)
  const bsnOf: number[] = []
  const order = inOrderOfRecord(count, record)
  for (const row of order) {
    const birth = keys.birth[row] ?? NONE
    const own = keys.bsn[row] ?? NONE
    const bsn = own === NONE && birth !== NONE ? Math.max(bsnOfBirth[birth] ?? NONE, NONE) : own
    if (bsn === NONE && columns.initials[row] === NONE) continue
    const known = bsn !== NONE ? byBsn[bsn] : birth !== NONE ? byBirth[birth] : NONE
    const group = known === undefined || known === NONE ? bsnOf.push(bsn) - 1 : known
    groupOf[row] = group
    if (bsn !== NONE) byBsn[bsn] = group
    else if (birth !== NONE) byBirth[birth] = group
  }
  return { count: bsnOf.length, groupOf, bsnOf: Int32Array.from(bsnOf), ...sortIntoGroups(order, groupOf, bsnOf.length) }
}

/**
 * Takes rows of one group apart where a human said that they are not one: a row stays with the first rows it may be with, those that give
 * the BSN of the group first, then by record. The first of them keep the BSN.
 * @param apart pairs of rows
 */
export function takeApart(columns: PersonColumns, groups: PersonGroups, apart: readonly [number, number][]): PersonGroups {
  const inside = apart.filter(([left, right]) => groups.groupOf[left] === groups.groupOf[right] && groups.groupOf[left] !== NONE)
  if (inside.length === 0) return groups
  const foes = new Map<number, Set<number>>()
  for (const [left, right] of inside) {
    foes.set(left, (foes.get(left) ?? new Set()).add(right))
    foes.set(right, (foes.get(right) ?? new Set()).add(left))
  }
  const groupOf = groups.groupOf.slice()
  const bsnOf = [...groups.bsnOf]
  for (const group of new Set(inside.map(([left]) => groups.groupOf[left] ?? NONE))) {
    const parts: number[][] = []
    const bsn = bsnOf[group] ?? NONE
    const { gives = [], others = [] } = Object.groupBy(groups.members.subarray(groups.starts[group], groups.starts[group + 1]), (row) => (bsn !== NONE && columns.bsn[row] === bsn ? 'gives' : 'others'))
    for (const row of [...gives, ...others]) {
      const part = parts.find((rows) => rows.every((one) => foes.get(row)?.has(one) !== true))
      if (part) part.push(row)
      else parts.push([row])
    }
    for (const part of parts.slice(1)) {
      const own = bsnOf.push(NONE) - 1
      for (const row of part) groupOf[row] = own
    }
  }
  return numberByRecord(columns, groupOf, bsnOf)
}

/** The persons after groups were joined. @param clusterOf number of its cluster per group */
export function regroup(columns: PersonColumns, groups: PersonGroups, clusterOf: Int32Array): PersonGroups {
  const bsnOf = Array.from({ length: groups.count }, () => NONE)
  for (const [group, bsn] of groups.bsnOf.entries()) if (bsn !== NONE) bsnOf[clusterOf[group] ?? group] = bsn
  return numberByRecord(columns, groups.groupOf.map((group) => (group === NONE ? NONE : (clusterOf[group] ?? group))), bsnOf)
}

/** Groups numbered by their earliest record. @param groupOf by row, −1 for none @param bsnOf by the numbers that stand there */
export function numberByRecord({ count, record }: PersonColumns, groupOf: Int32Array, bsnOf: readonly number[]): PersonGroups {
  const order = inOrderOfRecord(count, record)
  const numbers = new Map<number, number>()
  const bsns: number[] = []
  const numbered = new Int32Array(count).fill(NONE)
  for (const row of order) {
    const group = groupOf[row] ?? NONE
    if (group === NONE) continue
    const number = numbers.get(group) ?? bsns.push(bsnOf[group] ?? NONE) - 1
    numbers.set(group, number)
    numbered[row] = number
  }
  return { count: bsns.length, groupOf: numbered, bsnOf: Int32Array.from(bsns), ...sortIntoGroups(order, numbered, bsns.length) }
}

function inOrderOfRecord(count: number, record: Float64Array): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i).sort((first, second) => (record[first] ?? 0) - (record[second] ?? 0))
}

/** By name and birth date: the one BSN it stands with, none, or several. */
function findBsnOfBirth(births: number, keys: Pick<PersonKeys, 'bsn' | 'birth'>): Int32Array {
  const found = new Int32Array(births).fill(NONE)
  for (const [row, birth] of keys.birth.entries()) {
    const bsn = keys.bsn[row] ?? NONE
    if (birth === NONE || bsn === NONE) continue
    const known = found[birth] ?? NONE
    found[birth] = known === NONE || known === bsn ? bsn : SEVERAL
  }
  return found
}

function sortIntoGroups(order: Int32Array, groupOf: Int32Array, groups: number): { starts: Int32Array; members: Int32Array } {
  const starts = new Int32Array(groups + 1)
  for (const group of groupOf) if (group !== NONE) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let group = 0; group < groups; group += 1) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const next = starts.slice()
  const members = new Int32Array(starts[groups] ?? 0)
  for (const row of order) {
    const group = groupOf[row] ?? NONE
    if (group === NONE) continue
    const place = next[group] ?? 0
    members[place] = row
    next[group] = place + 1
  }
  return { starts, members }
}
