import { companyNameKey } from '../../../electron/engine/normalise/company.ts'
import { companyName, type CompanyEvidence } from '../../../electron/engine/link/companyEvidence.ts'
import { nameParts } from '../../../electron/engine/link/nameParts.ts'
import { meaningOfDate, type PersonEvidence } from '../../../electron/engine/link/personEvidence.ts'
import type { CompanyTownRow, PersonTownRow } from './town.ts'

/** What one row says, before any hard key joins it to others. */
export function personEvidenceOf(row: PersonTownRow): PersonEvidence {
  return { bsn: -1, names: [nameParts(row)], births: present(meaningOfDate(row.birthDate)), places: present(row.addressId === null ? '' : `a${row.addressId}`) }
}

export function companyEvidenceOf(row: CompanyTownRow): CompanyEvidence {
  return {
    kvk: null, rsin: null, names: [row.name, row.tradeName].filter((name) => name !== '').map(companyName),
    forms: present(row.legalForm === '' ? companyNameKey(row.name).form : row.legalForm), places: present(row.addressId === null ? '' : `a${row.addressId}`), divisions: present(row.sbi.slice(0, 2)),
  }
}

function present(text: string): string[] {
  return text === '' ? [] : [text]
}
