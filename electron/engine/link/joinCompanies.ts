import { kvkLabel } from '#shared/text/names.ts'
import { companyNameKey } from '../normalise/company.ts'
import { mostLegible } from '../normalise/lostLetters.ts'
import type { Writer } from '../store/database.ts'
import { entityHomes, nextEntityNumber, saveEntityHomes, saveNextEntityNumber, type EntityRecord } from '../store/entities.ts'
import {
  clearBranchLocations, companyKeys, deleteCompany, listCompanyMentions, listCompanyRows, mentionPlaces, saveCompany, saveCompanyId,
  type CompanyEntity, type CompanyMention, type CompanyRow, type MentionPlace,
} from '../store/entitiesCompany.ts'
import { groupCompanies, leadRecord, type CompanyGroup } from './companyGroups.ts'
import { companyFillers } from './companyKeys.ts'
import { companyRemarks } from './companyRemarks.ts'
import { joinedBefore, rememberCompanies } from './companiesDone.ts'
import { askedPlaces, toldPlaces } from './companiesTold.ts'
import { numberEntities } from './entityNumbers.ts'
import { formerHomes } from './formerCompanies.ts'
import { saveEntityRecords } from './entityRecords.ts'
import { joinMentions } from './joinMentions.ts'
import type { Joined } from './joinPersons.ts'
import { linkCompanies } from './linkCompanies.ts'
import type { Pace } from './pace.ts'
import { placeBranches } from './placeBranches.ts'

/** After so many companies it is seen whether to go on. */
const BEAT = 4096

/** Rows that make a company known by themselves, also by its name alone; an inspection or signal only points at one that is known. */
const founding: readonly MentionPlace[] = ['officer', 'owner', 'applicant']

/**
 * Joins the rows that name companies: by KVK number and the like, then by comparison (see
 * {@link groupCompanies} and {@link linkCompanies}). Two KVK numbers are never one company. Then places their establishments. Persons have
 * been joined before: where an officer is registered tells of his company.
 */
export function joinCompanies(writer: Writer, pace: Pace): Joined {
  pace.start('Bedrijven samenvoegen')
  const done = joinedBefore(writer)
  const joined = done === null ? null : joinMentions(writer, done)
  if (done === null || joined === null) return joinAllCompanies(writer, pace)
  rememberCompanies(writer, joined, done)
  return joined
}

function joinAllCompanies(writer: Writer, pace: Pace): Joined {
  const rows = listCompanyRows(writer)
  const beat = (): void => pace.advance(0)
  const mentions = new Map(mentionPlaces.map((place) => {
    beat()
    return [place, listCompanyMentions(writer, place)]
  }))
  pace.start('Bedrijven samenvoegen', rows.length)
  const fillers = companyFillers(rows)
  beat()
  const hard = groupCompanies({ rows, mentions: founding.flatMap((place) => mentions.get(place) ?? []), held: mentions.get('office') ?? [] }, fillers)
  const asked = askedPlaces(hard)
  const told = toldPlaces(writer, asked)
  const { groups, counts, evidence } = linkCompanies(writer, hard, told, beat)
  const keys = companyKeys(writer)
  const known = new Map([...keys].flatMap(([id, kvk]): [string, number][] => (kvk === null ? [] : [[`${kvk}`, id]])))
  const homesBefore = entityHomes(writer, 'company')
  beat()
  const inherited = formerHomes(writer, groups, homesBefore)
  const { numbers, next, homes } = numberEntities(
    {
      count: groups.length,
      hardKey: (i) => groups[i]?.kvk?.toString() ?? null,
      records: (i) => groups[i]?.records ?? [],
    },
    known,
    new Map([...homesBefore, ...inherited.map(({ recordId, entityId }) => [recordId, entityId] as const)]),
    nextEntityNumber(writer, 'company'),
  )
  saveNextEntityNumber(writer, 'company', next)
  saveEntityHomes(writer, 'company', [...inherited, ...homes])
  const companies = groups.map((group, i) => describe(group, numbers[i] ?? 0))
  clearBranchLocations(writer)
  beat()
  saveAll(writer, companies, keys, beat)
  saveEntityRecords(writer, 'company', entityRecords(groups, numbers))
  beat()
  saveRegister(writer, groups, numbers, beat)
  saveMentions(writer, mentions, companyFinder(groups, numbers))
  beat()
  placeBranches(writer, groups.flatMap((group, i) => group.rows.map(({ row }) => ({ row, companyId: numbers[i] ?? 0 }))), beat)
  pace.advance(rows.length)
  const sizes = sizesOf(groups)
  const joined: Joined = { pairs: counts, sizes, remarks: companyRemarks({ fillers, evidence, sizes }), touched: null }
  rememberCompanies(writer, joined, { asked, told })
  return joined
}

function sizesOf(groups: readonly CompanyGroup[]): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { records } of groups) sizes.set(records.length, (sizes.get(records.length) ?? 0) + 1)
  return sizes
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
    legalForm: first((row) => row.legalForm) ?? (rows.length === 0 ? companyNameKey(name).form : ''),
    sbi: coded?.sbi ?? '',
    sbiVersion: coded?.sbiVersion ?? '',
    started: lead?.started ?? null,
    ended: lead?.ended ?? null,
    leadRecord: lead?.id ?? leadRecord(group),
  }
}

/** The main establishment before others, then the newest row. */
function byWeight(first: CompanyRow, second: CompanyRow): number {
  return Number(second.isMain === 1) - Number(first.isMain === 1) || second.id - first.id
}

function nameOf(rows: readonly CompanyRow[], group: CompanyGroup): string {
  const mentioned = [...group.mentions.toReversed(), ...group.named.map(({ mention }) => mention).toReversed()]
  const candidates = [...rows.map((row) => row.name), ...rows.map((row) => row.tradeName), ...mentioned.map((mention) => mention.name)]
  const name = candidates.find((one) => one !== '') ?? (group.kvk === null ? 'Bedrijf zonder naam' : kvkLabel(group.kvk))
  return mostLegible(name, candidates, (one) => companyNameKey(one).name)
}

function saveAll(writer: Writer, companies: readonly CompanyEntity[], keys: ReadonlyMap<number, number | null>, beat: () => void): void {
  const now = new Set(companies.map(({ id }) => id))
  const remove = deleteCompany(writer)
  for (const id of keys.keys()) if (!now.has(id)) remove(id)
  const save = saveCompany(writer)
  for (const [i, company] of companies.entries()) {
    if (i % BEAT === 0) beat()
    save(company)
  }
}

function* entityRecords(groups: readonly CompanyGroup[], numbers: Float64Array): Generator<EntityRecord, void> {
  const order = groups.map((_, i) => i).sort((first, second) => (numbers[first] ?? 0) - (numbers[second] ?? 0))
  for (const i of order) {
    const group = groups[i]
    const basisOf = new Map([...(group?.rows ?? []).map(({ row, basis }) => [row.id, basis] as const), ...(group?.named ?? []).map(({ mention, basis }) => [mention.id, basis] as const)])
    for (const recordId of group?.records ?? []) yield { entityId: numbers[i] ?? 0, recordId, basis: basisOf.get(recordId) ?? 'kvk' }
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

function saveMentions(writer: Writer, mentions: ReadonlyMap<MentionPlace, CompanyMention[]>, companyOf: (mention: CompanyMention) => number | null): void {
  for (const [place, all] of mentions) {
    const save = saveCompanyId(writer, place)
    for (const mention of all) {
      const id = companyOf(mention)
      if (mention.companyId !== id) save(mention.id, id)
    }
  }
}
