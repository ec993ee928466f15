import type { Reader } from '../../store/database.ts'
import { entityBases, type EntityBasis } from '../../store/entities.ts'
import { companyMentionsOf, companyRowsOf, mentionsOfCompanies, type CompanyMention, type MentionPlace } from '../../store/entitiesCompany.ts'
import { founding, type CompanyGroup } from '../companyGroups.ts'
import { placeOf } from '../packedCounts.ts'
import type { CompaniesKept } from './companiesKept.ts'

/** Units with their rows, in their order. */
export interface GatheredUnits {
  units: CompanyGroup[]
  /** by where the row names a company: those that make one known without giving its number */
  named: Map<MentionPlace, CompanyMention[]>
}

/** The records units are known by, ascending. @param wanted units */
export function recordsOfUnits({ record, unitOf }: Pick<CompaniesKept, 'record' | 'unitOf'>, wanted: ReadonlySet<number>): number[] {
  return Array.from(record.filter((_, place) => wanted.has(unitOf[place] ?? -1)))
}

/** Reads the rows of units again. @param records those they are known by, ascending @param companies what these were joined to */
export function gatherUnits(reader: Reader, kept: CompaniesKept, records: readonly number[], companies: readonly number[]): GatheredUnits {
  const known = new Map(records.map((record): [number, { unit: number; basis: EntityBasis }] => {
    const at = placeOf(kept.record, record)
    return [record, { unit: kept.unitOf[at] ?? -1, basis: entityBases[kept.basis[at] ?? 0] ?? 'row' }]
  }))
  const units = new Map<number, CompanyGroup>()
  for (const [record, { unit }] of known) {
    const group = units.get(unit) ?? { kvk: kept.kvk[unit] || null, rows: [], named: [], mentions: [], held: [], records: [] }
    units.set(unit, group)
    group.records.push(record)
  }
  const byKvk = new Map([...units.values()].flatMap((group): [number, CompanyGroup][] => (group.kvk === null ? [] : [[group.kvk, group]])))
  const ownOf = (id: number): { group: CompanyGroup; basis: EntityBasis } | undefined => {
    const own = known.get(id)
    const group = own && units.get(own.unit)
    return own && group && { group, basis: own.basis }
  }
  for (const row of companyRowsOf(reader, records)) {
    const own = ownOf(row.id)
    own?.group.rows.push({ row, basis: own.basis })
  }
  const named = new Map(founding.map((place) => {
    const mentions = companyMentionsOf(reader, place, records).filter(({ kvk }) => kvk === null)
    for (const mention of mentions) {
      const own = ownOf(mention.id)
      own?.group.named.push({ mention, basis: own.basis })
    }
    for (const mention of mentionsOfCompanies(reader, place, companies)) if (mention.kvk !== null) byKvk.get(mention.kvk)?.mentions.push(mention)
    return [place, mentions]
  }))
  return { units: [...units].sort(([one], [other]) => one - other).map(([, group]) => group), named }
}
