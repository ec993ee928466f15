import { companyNameKey } from '../../../electron/engine/normalise/company.ts'
import type { CompanyEvidence } from '../../../electron/engine/link/companyEvidence.ts'
import { companyName } from '../../../electron/engine/link/companyNames.ts'
import { nameParts } from '../../../electron/engine/link/nameParts.ts'
import { meaningOfDate, type PersonEvidence } from '../../../electron/engine/link/personEvidence.ts'
import type { PersonTownRow } from './town.ts'
import type { CompanyTownRow } from './townCompanies.ts'

/** What one row says, before any hard key joins it to others. */
export function personEvidenceOf(row: PersonTownRow): PersonEvidence {
  return { bsn: -1, names: [nameParts(row)], births: present(meaningOfDate(row.birthDate)), places: [row.addressId, ...row.formerly].flatMap((id) => (id === null ? [] : [`a${id}`])) }
}

export function companyEvidenceOf(row: CompanyTownRow): CompanyEvidence {
  return {
    kvk: null, rsin: null, names: [row.name, row.tradeName].filter((name) => name !== '').map(companyName),
    forms: present(row.legalForm === '' ? companyNameKey(row.name).form : row.legalForm), places: [row.addressId, ...row.formerly].flatMap((id) => (id === null ? [] : [`a${id}`])), homes: row.homes.map((id) => `a${id}`), divisions: present(row.sbi.slice(0, 2)),
  }
}

function present(text: string): string[] {
  return text === '' ? [] : [text]
}
