import { kvkLabel } from '#shared/text/names.ts'
import { companyNameKey } from '../normalise/company.ts'
import type { Writer } from '../store/database.ts'
import { entityHomes, nextEntityNumber, saveEntityHomes, saveNextEntityNumber, type EntityBasis, type EntityRecord } from '../store/entities.ts'
import {
  clearBranchLocations, companyKeys, deleteCompany, listCompanyMentions, listCompanyRows, mentionPlaces, saveCompany, saveCompanyId,
  type CompanyEntity, type CompanyMention, type CompanyRow, type MentionPlace,
} from '../store/entitiesCompany.ts'
import { numberEntities } from './entityNumbers.ts'
import { saveEntityRecords } from './entityRecords.ts'
import type { Pace } from './pace.ts'
import { placeBranches } from './placeBranches.ts'

/** Rows and mentions that are one company. */
interface CompanyGroup {
  kvk: number | null
  rows: { row: CompanyRow; basis: EntityBasis }[]
  mentions: CompanyMention[]
  /** what it was put together from: its rows in the register, else its mentions; ascending */
  records: number[]
}

/** Rows that make a company known by themselves; an inspection or signal only points at one that is known. */
const founding: readonly MentionPlace[] = ['office', 'officer', 'owner', 'applicant']

/**
 * Joins the rows of the trade register to companies: by KVK number, else by an RSIN or vestigingsnummer that stands with one KVK
 * number only, else a row is a company by itself. Two KVK numbers are never one company. Then places their establishments.
 */
export function joinCompanies(writer: Writer, pace: Pace): void {
  const rows = listCompanyRows(writer)
  const mentions = new Map(mentionPlaces.map((place) => [place, listCompanyMentions(writer, place)]))
  pace.start('Bedrijven samenvoegen', rows.length)
  const groups = groupCompanies(rows, founding.flatMap((place) => mentions.get(place) ?? []))
  const keys = companyKeys(writer)
  const known = new Map([...keys].flatMap(([id, kvk]): [string, number][] => (kvk === null ? [] : [[`${kvk}`, id]])))
  const { numbers, next, homes } = numberEntities(
    {
      count: groups.length,
      hardKey: (i) => groups[i]?.kvk?.toString() ?? null,
      records: (i) => groups[i]?.records ?? [],
    },
    known,
    entityHomes(writer, 'company'),
    nextEntityNumber(writer, 'company'),
  )
  saveNextEntityNumber(writer, 'company', next)
  saveEntityHomes(writer, 'company', homes)
  const companies = groups.map((group, i) => describe(group, numbers[i] ?? 0))
  clearBranchLocations(writer)
  saveAll(writer, companies, keys)
  saveEntityRecords(writer, 'company', entityRecords(groups, numbers))
  saveRegister(writer, groups, numbers)
  saveMentions(writer, mentions, new Map(companies.flatMap(({ kvk, id }): [number, number][] => (kvk === null ? [] : [[kvk, id]]))))
  placeBranches(writer, groups.flatMap((group, i) => group.rows.map(({ row }) => ({ row, companyId: numbers[i] ?? 0 }))))
  pace.advance(rows.length)
}

function groupCompanies(rows: readonly CompanyRow[], mentions: readonly CompanyMention[]): CompanyGroup[] {
  const keyOf = keyFinder(rows)
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
  for (const group of groups.values()) group.records = recordsOf(group)
  return [...groups.values()].sort((first, second) => (first.records[0] ?? 0) - (second.records[0] ?? 0) || (first.kvk ?? 0) - (second.kvk ?? 0))
}

function keyFinder(rows: readonly CompanyRow[]): (row: CompanyRow) => { key: string; kvk: number | null; basis: EntityBasis } {
  const kvkOfRsin = onlyKvk(rows, (row) => row.rsin)
  const kvkOfBranch = onlyKvk(rows, (row) => row.branchNumber)
  return (row) => {
    if (row.kvk !== null) return { key: `kvk ${row.kvk}`, kvk: row.kvk, basis: 'kvk' }
    if (row.rsin !== null) {
      const kvk = kvkOfRsin.get(row.rsin) ?? null
      return { key: kvk === null ? `rsin ${row.rsin}` : `kvk ${kvk}`, kvk, basis: 'rsin' }
    }
    if (row.branchNumber === null) return { key: `row ${row.id}`, kvk: null, basis: 'row' }
    const kvk = kvkOfBranch.get(row.branchNumber) ?? null
    return { key: kvk === null ? `branch ${row.branchNumber}` : `kvk ${kvk}`, kvk, basis: 'branch-number' }
  }
}

/** The KVK number another number stands with, where that is only one. */
function onlyKvk(rows: readonly CompanyRow[], numberOf: (row: CompanyRow) => number | null): Map<number, number | null> {
  const found = new Map<number, number | null>()
  for (const row of rows) {
    const number = numberOf(row)
    if (number === null || row.kvk === null) continue
    found.set(number, found.has(number) && found.get(number) !== row.kvk ? null : row.kvk)
  }
  return found
}

function recordsOf(group: CompanyGroup): number[] {
  const records = group.rows.length > 0 ? group.rows.map(({ row }) => row.id) : group.mentions.map((mention) => mention.id)
  return [...new Set(records)].sort((first, second) => first - second)
}

function describe(group: CompanyGroup, id: number): CompanyEntity {
  const rows = group.rows.map(({ row }) => row).sort(byWeight)
  const [lead] = rows
  const name = nameOf(rows, group)
  const first = <T>(pick: (row: CompanyRow) => T | null | ''): T | null => rows.map(pick).find((value) => value !== null && value !== '') || null
  const coded = rows.find((row) => row.sbi !== '')
  return {
    id,
    kvk: group.kvk,
    rsin: first((row) => row.rsin),
    name,
    nameKey: companyNameKey(name).name,
    legalForm: first((row) => row.legalForm) ?? '',
    sbi: coded?.sbi ?? '',
    sbiVersion: coded?.sbiVersion ?? '',
    started: lead?.started ?? null,
    ended: lead?.ended ?? null,
    leadRecord: lead?.id ?? group.records[0] ?? 0,
  }
}

/** The main establishment before others, then the newest row. */
function byWeight(first: CompanyRow, second: CompanyRow): number {
  return Number(second.isMain === 1) - Number(first.isMain === 1) || second.id - first.id
}

function nameOf(rows: readonly CompanyRow[], group: CompanyGroup): string {
  const candidates = [...rows.map((row) => row.name), ...rows.map((row) => row.tradeName), ...group.mentions.toReversed().map((mention) => mention.name)]
  return candidates.find((name) => name !== '') ?? (group.kvk === null ? 'Bedrijf zonder naam' : kvkLabel(group.kvk))
}

function saveAll(writer: Writer, companies: readonly CompanyEntity[], keys: ReadonlyMap<number, number | null>): void {
  const now = new Set(companies.map(({ id }) => id))
  const remove = deleteCompany(writer)
  for (const id of keys.keys()) if (!now.has(id)) remove(id)
  const save = saveCompany(writer)
  for (const company of companies) save(company)
}

function* entityRecords(groups: readonly CompanyGroup[], numbers: Float64Array): Generator<EntityRecord, void> {
  const order = groups.map((_, i) => i).sort((first, second) => (numbers[first] ?? 0) - (numbers[second] ?? 0))
  for (const i of order) {
    const group = groups[i]
    const basisOf = new Map(group?.rows.map(({ row, basis }) => [row.id, basis]))
    for (const recordId of group?.records ?? []) yield { entityId: numbers[i] ?? 0, recordId, basis: basisOf.get(recordId) ?? 'kvk' }
  }
}

function saveRegister(writer: Writer, groups: readonly CompanyGroup[], numbers: Float64Array): void {
  const save = saveCompanyId(writer, 'register')
  groups.forEach((group, i) => {
    const id = numbers[i] ?? 0
    for (const { row } of group.rows) if (row.companyId !== id) save(row.id, id)
  })
}

function saveMentions(writer: Writer, mentions: ReadonlyMap<MentionPlace, CompanyMention[]>, idOfKvk: ReadonlyMap<number, number>): void {
  for (const [place, all] of mentions) {
    const save = saveCompanyId(writer, place)
    for (const mention of all) {
      const id = idOfKvk.get(mention.kvk) ?? null
      if (mention.companyId !== id) save(mention.id, id)
    }
  }
}
