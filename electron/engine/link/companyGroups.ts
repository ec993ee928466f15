import type { EntityBasis } from '../store/entities.ts'
import type { CompanyMention, CompanyRow, MentionPlace } from '../store/entitiesCompany.ts'
import type { CompaniesBeside } from './companiesBeside.ts'
import { companyName, namesNobody } from './companyNames.ts'
import { withoutFillers, type CompanyFillers, type CompanyKeys } from './companyKeys.ts'

/** Rows and mentions that are one company. */
export interface CompanyGroup {
  kvk: number | null
  rows: { row: CompanyRow; basis: EntityBasis }[]
  /** rows of other kinds that name it without its number */
  named: { mention: CompanyMention; basis: EntityBasis }[]
  /** and those that give its number */
  mentions: CompanyMention[]
  /** rows of offices held in it, and whether the row names a company as officer, of which it then is a row */
  held: { id: number; isOfOfficer: boolean }[]
  /** what it was put together from: its rows in the register and the rows that name it, else its mentions, else the offices; ascending */
  records: number[]
}

/** Rows that make a company known by themselves, also by its name alone; an inspection or signal only points at one that is known. */
export const founding = ['officer', 'owner', 'applicant'] as const satisfies readonly MentionPlace[]

/** Everything that makes companies known. */
export interface CompanySources {
  rows: readonly CompanyRow[]
  /** officers, owners and applicants */
  mentions: readonly CompanyMention[]
  /** offices, by the company they are held in */
  held: readonly CompanyMention[]
  /** rows that name a company beside a person who runs it */
  beside: CompaniesBeside
}

/**
 * Groups rows of the trade register by KVK number, else by an RSIN or vestigingsnummer that stands with one KVK number only; else a row is
 * a company by itself. So is a row of another kind that gives no more than a name, but officers of one name in one company are one, and a
 * name beside a person is only that of a company he runs.
 * In the order of their first records.
 * @param fillers numbers that are no key
 */
export function groupCompanies({ rows, mentions, held, beside }: CompanySources, fillers: CompanyFillers): CompanyGroup[] {
  const keyOf = keyFinder(rows, fillers)
  const namedKeyOf = namedKeyFinder(mentions)
  const groups = new Map<string, CompanyGroup>()
  const groupOf = (key: string, kvk: number | null): CompanyGroup => {
    const group = groups.get(key) ?? emptyGroup(kvk)
    groups.set(key, group)
    return group
  }
  for (const row of rows) {
    const { key, kvk, basis } = keyOf(row)
    groupOf(key, kvk).rows.push({ row, basis })
  }
  for (const mention of mentions) {
    if (mention.kvk !== null) groupOf(`kvk ${mention.kvk}`, mention.kvk).mentions.push(mention)
    else if (mention.isBeside === 1) {
      const kvk = beside.get(mention.id)
      if (kvk !== undefined) groupOf(`kvk ${kvk}`, kvk).named.push({ mention, basis: 'name-office' })
    } else if (!namesNobody(companyName(mention.name))) {
      const { key, kvk, basis } = namedKeyOf(mention)
      groupOf(key, kvk).named.push({ mention, basis })
    }
  }
  const ofOfficers = new Set(mentions.map(({ id }) => id))
  for (const { id, kvk } of held) groupOf(`kvk ${kvk}`, kvk).held.push({ id, isOfOfficer: ofOfficers.has(id) })
  return inOrder([...groups.values()])
}

function emptyGroup(kvk: number | null): CompanyGroup {
  return { kvk, rows: [], named: [], mentions: [], held: [], records: [] }
}

/** Takes rows apart where a human said that they are not one company; the first of them keep the number. @param apart pairs of record ids */
export function takeCompaniesApart(groups: readonly CompanyGroup[], apart: readonly [number, number][]): CompanyGroup[] {
  if (apart.length === 0) return [...groups]
  const foes = new Set(apart.flatMap(([left, right]) => [`${left} ${right}`, `${right} ${left}`]))
  return inOrder(groups.flatMap((group) => {
    const parts: number[][] = []
    for (const one of [...group.rows.map(({ row }) => row.id), ...group.named.map(({ mention }) => mention.id)].toSorted((first, second) => first - second)) {
      const part = parts.find((ids) => ids.every((id) => !foes.has(`${id} ${one}`)))
      if (part) part.push(one)
      else parts.push([one])
    }
    if (parts.length < 2) return [group]
    return parts.map((ids, i): CompanyGroup => ({
      ...(i === 0 ? group : emptyGroup(null)),
      rows: group.rows.filter(({ row }) => ids.includes(row.id)), named: group.named.filter(({ mention }) => ids.includes(mention.id)),
    }))
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
      named: parts.flatMap((part) => (part === anchor ? part.named : part.named.map(({ mention }) => ({ mention, basis: 'likeness' as const })))),
      mentions: parts.flatMap(({ mentions }) => mentions),
      held: parts.flatMap(({ held }) => held),
      records: [],
    }
  }))
}

/** The earliest row by which it is known. */
export function leadRecord({ records, held }: CompanyGroup): number {
  return records[0] ?? held[0]?.id ?? 0
}

function inOrder(groups: CompanyGroup[]): CompanyGroup[] {
  for (const group of groups) group.records = recordsOf(group)
  return groups.sort((first, second) => leadRecord(first) - leadRecord(second) || (first.kvk ?? 0) - (second.kvk ?? 0))
}

function recordsOf({ rows, named, mentions, held }: CompanyGroup): number[] {
  const ways = [[...rows.map(({ row }) => row.id), ...named.map(({ mention }) => mention.id)], mentions.map(({ id }) => id), held.flatMap(({ id, isOfOfficer }) => (isOfOfficer ? [] : [id]))]
  return [...new Set(ways.find((ids) => ids.length > 0))].sort((first, second) => first - second)
}

/** By what a row that gives no number comes to its company. */
function namedKeyFinder(mentions: readonly CompanyMention[]): (mention: CompanyMention) => { key: string; kvk: number | null; basis: EntityBasis } {
  const keyOf = ({ within, name }: CompanyMention): string => `officer ${within} ${companyName(name).written}`
  const kvkOf = onlyKvk(mentions.filter(({ within }) => within !== null), keyOf)
  const seen = new Set<string>()
  return (mention) => {
    if (mention.within === null) return { key: `row ${mention.id}`, kvk: null, basis: 'row' }
    const key = keyOf(mention)
    const kvk = kvkOf.get(key) ?? null
    const basis = kvk === null && !seen.has(key) ? 'row' : 'name-office'
    seen.add(key)
    return { key: kvk === null ? key : `kvk ${kvk}`, kvk, basis }
  }
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

/** The KVK number something else stands with, where that is only one. */
function onlyKvk<Row extends Pick<CompanyKeys, 'kvk'>, Key>(rows: readonly Row[], keyOf: (row: Row) => Key | null): Map<Key, number | null> {
  const found = new Map<Key, number | null>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null || row.kvk === null) continue
    found.set(key, found.has(key) && found.get(key) !== row.kvk ? null : row.kvk)
  }
  return found
}
