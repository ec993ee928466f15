import type { Writer } from '../store/database.ts'
import type { EntityRecord } from '../store/entities.ts'
import { deleteCompany, saveCompany, saveCompanyId, type CompanyEntity, type CompanyMention, type MentionPlace } from '../store/entitiesCompany.ts'
import type { CompanyGroup } from './companyGroups.ts'
import { describeCompany } from './describeCompany.ts'
import { compareRecords, saveEntityRecords } from './entityRecords.ts'

/** After so many companies it is seen whether to go on. */
const BEAT = 4096

/** Companies as they come to be, each with its number. */
export interface NumberedCompanies {
  groups: readonly CompanyGroup[]
  /** by group */
  numbers: Float64Array
}

/** What is written now of these companies, and the rows besides those of the register that name one. */
export interface WrittenCompanies {
  ids: Iterable<number>
  /** by record; undefined for those of all companies */
  records: Iterable<EntityRecord> | undefined
  mentions: ReadonlyMap<MentionPlace, readonly CompanyMention[]>
}

/** Writes companies, the rows each consists of, and in those rows which company they are of. @param beat is called now and then; may throw to stop */
export function saveCompanies(writer: Writer, { groups, numbers }: NumberedCompanies, { ids, records, mentions }: WrittenCompanies, beat: () => void): void {
  const companies = groups.map((group, i) => describeCompany(group, numbers[i] ?? 0))
  beat()
  saveEntities(writer, companies, ids, beat)
  beat()
  saveEntityRecords(writer, 'company', companyRecords({ groups, numbers }).values(), records)
  beat()
  saveRegister(writer, groups, numbers, beat)
  const companyOf = companyFinder(groups, numbers)
  for (const [place, all] of mentions) {
    beat()
    saveMentions(writer, place, all, companyOf)
  }
}

/** How many companies consist of how many rows. */
export function companySizes(groups: readonly CompanyGroup[]): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { records } of groups) sizes.set(records.length, (sizes.get(records.length) ?? 0) + 1)
  return sizes
}

/** By record, then company. */
export function companyRecords({ groups, numbers }: NumberedCompanies): EntityRecord[] {
  return groups.flatMap(({ rows, named, records }, i) => {
    const basisOf = new Map([...rows.map(({ row, basis }) => [row.id, basis] as const), ...named.map(({ mention, basis }) => [mention.id, basis] as const)])
    return records.map((recordId): EntityRecord => ({ entityId: numbers[i] ?? 0, recordId, basis: basisOf.get(recordId) ?? 'kvk' }))
  }).sort(compareRecords)
}

function saveEntities(writer: Writer, companies: readonly CompanyEntity[], before: Iterable<number>, beat: () => void): void {
  const now = new Set(companies.map(({ id }) => id))
  const remove = deleteCompany(writer)
  for (const id of before) if (!now.has(id)) remove(id)
  const save = saveCompany(writer)
  for (const [i, company] of companies.entries()) {
    if (i % BEAT === 0) beat()
    save(company)
  }
}

function saveRegister(writer: Writer, groups: readonly CompanyGroup[], numbers: Float64Array, beat: () => void): void {
  const save = saveCompanyId(writer, 'register')
  groups.forEach((group, i) => {
    if (i % BEAT === 0) beat()
    const id = numbers[i] ?? 0
    for (const { row } of group.rows) if (row.companyId !== id) save(row.id, id)
  })
}

/** The company a mention is of: by its number, else the one the row itself makes known. */
function companyFinder(groups: readonly CompanyGroup[], numbers: Float64Array): (mention: CompanyMention) => number | null {
  const byKvk = new Map<number, number>()
  const byRecord = new Map<number, number>()
  for (const [i, { kvk, named }] of groups.entries()) {
    const id = numbers[i] ?? 0
    if (kvk !== null) byKvk.set(kvk, id)
    for (const { mention } of named) byRecord.set(mention.id, id)
  }
  return ({ kvk, id }) => (kvk === null ? byRecord.get(id) : byKvk.get(kvk)) ?? null
}

function saveMentions(writer: Writer, place: MentionPlace, mentions: readonly CompanyMention[], companyOf: (mention: CompanyMention) => number | null): void {
  const save = saveCompanyId(writer, place)
  for (const mention of mentions) {
    const id = companyOf(mention)
    if (mention.companyId !== id) save(mention.id, id)
  }
}
