import { kvkLabel } from '#shared/text/names.ts'
import { companyNameKey } from '../normalise/company.ts'
import { mostLegible } from '../normalise/lostLetters.ts'
import type { CompanyEntity, CompanyRow } from '../store/entitiesCompany.ts'
import { leadRecord, type CompanyGroup } from './companyGroups.ts'

/** The main establishment speaks for the company, then the newest row. */
export function describeCompany(group: CompanyGroup, id: number): CompanyEntity {
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
