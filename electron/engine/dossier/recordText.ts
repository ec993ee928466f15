import { entityKey } from '#shared/model/entity.ts'
import { formatNumber } from '#shared/text/format.ts'
import type {
  EstablishmentRow, InspectionRow, MeasureRow, OfficeRow, OwnershipRow, PermitRow, ResidenceRow, SignalRow,
} from '../store/caseRecords.ts'
import { UNNAMED_PERSON, type CaseNames } from './caseNames.ts'

/**
 * One line per register row: who or where, a colon, and what the source says of it. Only what the row holds; stored
 * values of closed lists are words with hyphens or underscores between them (`last-onder-dwangsom`).
 */

export function establishmentText(row: EstablishmentRow, names: CaseNames): string {
  const company = names.name(entityKey('company', row.companyId))
  const trading = row.name === '' || company.toLowerCase().startsWith(row.name.toLowerCase()) ? '' : ` (als ${row.name})`
  return `${company}${trading}: gevestigd op ${place(row.addressId, names)}`
}

export function officeText(row: OfficeRow, names: CaseNames): string {
  const officer = party({ ...row, companyId: row.officerCompanyId }, row.officerName, names)
  return `${officer}: ${words(row.office)} van ${companyName(row.companyId, names)}${shareText(row)}`
}

export function ownershipText(row: OwnershipRow, names: CaseNames): string {
  const price = row.price === null ? '' : `, koopsom ${euros(row.price)}${row.pricesMore === 1 ? ' voor meer objecten samen' : ''}`
  return `${party(row, row.ownerName, names)}: ${words(row.realRight)} van ${place(row.addressId, names)}${shareText(row)}${price}${mortgageText(row)}`
}

function mortgageText({ mortgage, mortgagee, mortgageeKind }: OwnershipRow): string {
  if (mortgage === null && mortgagee === '') return ''
  const by = mortgageeKind === 'natuurlijk-persoon' ? ' van een natuurlijk persoon' : mortgagee === '' ? '' : ` van ${mortgagee}`
  return `, hypotheek${mortgage === null ? '' : ` ${euros(mortgage)}`}${by}`
}

export function residenceText(row: ResidenceRow, names: CaseNames): string {
  return `${names.name(entityKey('person', row.personId))}: ingeschreven op ${place(row.addressId, names)}`
}

export function permitText(row: PermitRow, names: CaseNames): string {
  const decision = row.outcome === '' ? '' : `, ${words(row.outcome)}`
  return `${party(row, row.applicantName, names)}: aanvraag ${words(row.permitKind) || 'vergunning'} voor ${place(row.addressId, names)}${decision}${numbered(row.caseNumber)}`
}

export function inspectionText(row: InspectionRow, names: CaseNames): string {
  const by = row.department === '' ? '' : ` door ${row.department}`
  const kind = /controle/i.test(row.inspectionKind) ? words(row.inspectionKind) : `controle${spaced(row.inspectionKind)}`
  return `${where(row, names)}: ${kind}${by}, ${words(row.outcome) || 'uitkomst onbekend'}${numbered(row.caseNumber)}`
}

export function measureText(row: MeasureRow, names: CaseNames): string {
  const ground = row.legalGround === '' ? '' : ` (${row.legalGround})`
  return `${where(row, names)}: ${words(row.measureKind)}${ground}${numbered(row.caseNumber)}`
}

export function signalText(row: SignalRow, names: CaseNames): string {
  return `${where(row, names)}: signaal van ${row.department}${spaced(row.kind)}${numbered(row.number)}`
}

/** The address the row is about, else the company. */
export function where(row: { addressId: number | null; companyId: number | null }, names: CaseNames): string {
  return row.addressId === null ? companyName(row.companyId, names) : place(row.addressId, names)
}

function place(addressId: number | null, names: CaseNames): string {
  return addressId === null ? 'een adres buiten de BAG' : names.name(entityKey('address', addressId))
}

function companyName(companyId: number | null, names: CaseNames): string {
  return companyId === null ? 'een onbekend bedrijf' : names.name(entityKey('company', companyId))
}

/** @param written the name of a company in the row itself, '' when the party is a person */
function party(row: { personId: number | null; companyId: number | null }, written: string, names: CaseNames): string {
  if (row.companyId !== null) return names.name(entityKey('company', row.companyId))
  if (row.personId !== null) return names.name(entityKey('person', row.personId))
  return written === '' ? UNNAMED_PERSON : written
}

function shareText({ sharePart, shareWhole }: { sharePart: number | null; shareWhole: number | null }): string {
  return sharePart === null || shareWhole === null ? '' : `, aandeel ${sharePart}/${shareWhole}`
}

function words(stored: string): string {
  return stored.replaceAll(/[-_]/g, ' ')
}

function spaced(stored: string): string {
  return stored === '' ? '' : ` ${words(stored)}`
}

function numbered(number: string): string {
  return number === '' ? '' : ` [${number}]`
}

function euros(amount: number): string {
  return `€ ${formatNumber(amount)}`
}
