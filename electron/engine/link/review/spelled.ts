import { legalFormLabel } from '#shared/text/names.ts'
import { companyNameKey } from '../../normalise/company.ts'
import type { CompanySideRow, PersonSideRow } from '../../store/reviewRows.ts'
import { companyName } from '../companyNames.ts'
import { nameParts } from '../nameParts.ts'
import { meaningOfDate } from '../personEvidence.ts'
import type { SaidField } from './fields.ts'

/** By comparison: the values a row can be compared by, and how they are shown. */
export type Spelled = Record<string, readonly { value: string; text: string }[]>

/** @param fields what the row says, see {@link personFields} */
export function spelledPerson(row: PersonSideRow, fields: readonly SaidField[]): Spelled {
  const { given, initials, family } = nameParts(row)
  const shown = shownIn(fields)
  const isInitials = given.length === 0
  return {
    'given-names': listed([given.join(' '), given[0] ?? '', initials], isInitials ? shown('initials') || shown('given-names') : shown('given-names')),
    'family-name': listed([family.join(' '), ...family], [shown('prefix'), shown('family-name')].filter((part) => part !== '').join(' ')),
    'birth-date': listed([meaningOfDate(row.birthDate)], shown('birth-date')),
    address: listed([placeOf(row)], shown('address')),
  }
}

/** @param fields what the row says, see {@link companyFields} */
export function spelledCompany(row: CompanySideRow, fields: readonly SaidField[]): Spelled {
  const shown = shownIn(fields)
  return {
    name: [row.name, row.tradeName].flatMap((text) => listed([companyName(text).key], text)),
    'legal-form': [row.legalForm, companyNameKey(row.name).form, companyNameKey(row.tradeName).form].flatMap((form) => listed([form], shown('legal-form') || (legalFormLabel[form] ?? form))),
    address: listed([placeOf(row)], shown('address')),
    sbi: listed([row.sbi.slice(0, 2)], shown('sbi')),
  }
}

function shownIn(fields: readonly SaidField[]): (id: string) => string {
  return (id) => fields.find((field) => field.id === id)?.value ?? ''
}

/** One text for several values; what the row does not give is no value. */
function listed(values: readonly string[], text: string): { value: string; text: string }[] {
  return values.filter((value) => value !== '').map((value) => ({ value, text }))
}

/** As store/entitiesPerson.ts gives it. */
function placeOf({ addressId, postcode, number, letter, suffix }: PersonSideRow | CompanySideRow): string {
  if (addressId !== null) return `a${addressId}`
  return postcode === '' || number === null ? '' : `${postcode} ${number}${letter} ${suffix}`
}
