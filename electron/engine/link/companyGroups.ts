import type { EntityBasis } from '../store/entities.ts'
import type { CompanyMention, CompanyRow } from '../store/entitiesCompany.ts'
import { withoutFillers, type CompanyFillers, type CompanyKeys } from './companyKeys.ts'

/** Rows and mentions that are one company. */
export interface CompanyGroup {
  kvk: number | null
  rows: { row: CompanyRow; basis: EntityBasis }[]
  mentions: CompanyMention[]
  /** what it was put together from: its rows in the register, else its mentions; ascending */
  records: number[]
}

/**
 * Groups rows of the trade register by KVK number, else by an RSIN or vestigingsnummer that stands with one KVK number only; else a row is
 * a company by itself. In the order of their first records.
 * @param fillers numbers that are no key
 */
export function groupCompanies(rows: readonly CompanyRow[], mentions: readonly CompanyMention[], fillers: CompanyFillers): CompanyGroup[] {
  const keyOf = keyFinder(rows, fillers)
  const groups = new Map<string, CompanyGroup>()
  const groupOf = (key: string, kvk: number | null): CompanyGroup => {
    const group = groups.get(key) ?? { kvk, rows: [], mentions: [], records: [] }
    groups.set(key, group)
    return group
  }
  for (const row of rows) {
    const { key, kvk, basis } = keyOf(row)
    groupOf(key, kvk).rows.push({ row, basis })
  }
  for (const mention of mentions) groupOf(`kvk ${mention.kvk}`, mention.kvk).mentions.push(mention)
  return inOrder([...groups.values()])
}

/** Takes rows apart where a human said that they are not one company; the first of them keep the number. @param apart pairs of record ids */
export function takeCompaniesApart(groups: readonly CompanyGroup[], apart: readonly [number, number][]): CompanyGroup[] {
  if (apart.length === 0) return [...groups]
  const foes = new Set(apart.flatMap(([left, right]) => [`${left} ${right}`, `${right} ${left}`]))
  return inOrder(groups.flatMap((group) => {
    const parts: CompanyGroup['rows'][] = []
    for (const one of group.rows.toSorted((first, second) => first.row.id - second.row.id)) {
      const part = parts.find((rows) => rows.every(({ row }) => !foes.has(`${row.id} ${one.row.id}`)))
      if (part) part.push(one)
      else parts.push([one])
    }
    const [first = [], ...others] = parts
    return [{ ...group, rows: first }, ...others.map((rows): CompanyGroup => ({ kvk: null, rows, mentions: [], records: [] }))]
  }))
}

/** Companies after comparison. @param clusterOf number of its cluster per group */
export function mergeCompanies(groups: readonly CompanyGroup[], clusterOf: Int32Array): CompanyGroup[] {
  const merged = new Map<number, CompanyGroup[]>()
  for (const [i, group] of groups.entries()) merged.set(clusterOf[i] ?? i, [...(merged.get(clusterOf[i] ?? i) ?? []), group])
  return inOrder([...merged.values()].map((parts): CompanyGroup => {
    const anchor = parts.find(({ kvk }) => kvk !== null) ?? parts[0]
    return {
      kvk: anchor?.kvk ?? null,
      rows: parts.flatMap((part) => (part === anchor ? part.rows : part.rows.map(({ row }) => ({ row, basis: 'likeness' as const })))),
      mentions: parts.flatMap(({ mentions }) => mentions),
      records: [],
    }
  }))
}

function inOrder(groups: CompanyGroup[]): CompanyGroup[] {
  for (const group of groups) group.records = recordsOf(group)
  return groups.sort((first, second) => (first.records[0] ?? 0) - (second.records[0] ?? 0) || (first.kvk ?? 0) - (second.kvk ?? 0))
}

function recordsOf(group: CompanyGroup): number[] {
  const records = group.rows.length > 0 ? group.rows.map(({ row }) => row.id) : group.mentions.map((mention) => mention.id)
  return [...new Set(records)].sort((first, second) => first - second)
}

function keyFinder(rows: readonly CompanyRow[], fillers: CompanyFillers): (row: CompanyRow) => { key: string; kvk: number | null; basis: EntityBasis } {
  const keys = rows.map((row) => withoutFillers(row, fillers))
  const kvkOfRsin = onlyKvk(keys, ({ rsin }) => rsin)
  const kvkOfBranch = onlyKvk(keys, ({ branchNumber }) => branchNumber)
  return (row) => {
    const own = withoutFillers(row, fillers)
    if (own.kvk !== null) return { key: `kvk ${own.kvk}`, kvk: own.kvk, basis: 'kvk' }
    if (own.rsin !== null) {
      const kvk = kvkOfRsin.get(own.rsin) ?? null
      return { key: kvk === null ? `rsin ${own.rsin}` : `kvk ${kvk}`, kvk, basis: 'rsin' }
    }
    if (own.branchNumber === null) return { key: `row ${row.id}`, kvk: null, basis: 'row' }
    const kvk = kvkOfBranch.get(own.branchNumber) ?? null
    return { key: kvk === null ? `branch ${own.branchNumber}` : `kvk ${kvk}`, kvk, basis: 'branch-number' }
  }
}

/** The KVK number another number stands with, where that is only one. */
function onlyKvk(keys: readonly CompanyKeys[], numberOf: (keys: CompanyKeys) => number | null): Map<number, number | null> {
  const found = new Map<number, number | null>()
  for (const own of keys) {
    const number = numberOf(own)
    if (number === null || own.kvk === null) continue
    found.set(number, found.has(number) && found.get(number) !== own.kvk ? null : own.kvk)
  }
  return found
}
