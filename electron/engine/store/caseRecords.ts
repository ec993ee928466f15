import type { Reader } from './database.ts'

/** The entities a case is about, as JSON arrays of ids, ready to be bound. */
export interface SubjectIds {
  addresses: string
  companies: string
  persons: string
}

/** What a record says of who did it: at most one of the two is filled where the link stage knew. */
interface Party {
  personId: number | null
  companyId: number | null
}

export interface EstablishmentRow {
  recordId: number
  companyId: number
  name: string
  addressId: number | null
  started: string | null
  ended: string | null
}

/** Establishments of the companies, and those at the addresses. */
export function establishmentRows(reader: Reader, { addresses, companies }: SubjectIds): EstablishmentRow[] {
  return reader.all<EstablishmentRow>(
    `SELECT record_id AS recordId, company_id AS companyId, name, address_id AS addressId, started, ended
       FROM branch_location
      WHERE company_id IN (SELECT value FROM json_each(?)) OR address_id IN (SELECT value FROM json_each(?))
      ORDER BY record_id`,
    companies, addresses,
  )
}

export interface OfficeRow {
  recordId: number
  office: string
  personId: number | null
  companyId: number | null
  officerCompanyId: number | null
  officerName: string
  sharePart: number | null
  shareWhole: number | null
  started: string | null
  ended: string | null
}

/** Offices in the companies, held by the companies, and held by the persons. */
export function officeRows(reader: Reader, { companies, persons }: SubjectIds): OfficeRow[] {
  return reader.all<OfficeRow>(
    `SELECT id AS recordId, office, person_id AS personId, company_id AS companyId, officer_company_id AS officerCompanyId, officer_name AS officerName,
            share_part AS sharePart, share_whole AS shareWhole, started, ended
       FROM office_record
      WHERE company_id IN (SELECT value FROM json_each(?)) OR officer_company_id IN (SELECT value FROM json_each(?))
         OR person_id IN (SELECT value FROM json_each(?))
      ORDER BY id`,
    companies, companies, persons,
  )
}

export interface OwnershipRow extends Party {
  recordId: number
  realRight: string
  sharePart: number | null
  shareWhole: number | null
  ownerName: string
  addressId: number | null
  price: number | null
  pricesMore: number | null
  mortgage: number | null
  mortgagee: string
  mortgageeKind: string
  started: string | null
  ended: string | null
}

/** Real rights on the addresses, and those of the companies and persons elsewhere. */
export function ownershipRows(reader: Reader, { addresses, companies, persons }: SubjectIds): OwnershipRow[] {
  return reader.all<OwnershipRow>(
    `SELECT id AS recordId, real_right AS realRight, share_part AS sharePart, share_whole AS shareWhole, person_id AS personId, company_id AS companyId,
            owner_name AS ownerName, address_id AS addressId, price, price_covers_more AS pricesMore, mortgage, mortgagee, mortgagee_kind AS mortgageeKind, started, ended
       FROM ownership_record
      WHERE address_id IN (SELECT value FROM json_each(?)) OR company_id IN (SELECT value FROM json_each(?))
         OR person_id IN (SELECT value FROM json_each(?))
      ORDER BY id`,
    addresses, companies, persons,
  )
}

export interface ResidenceRow {
  recordId: number
  personId: number
  addressId: number | null
  started: string | null
  ended: string | null
}

/** Where the persons are or were registered; nobody else at the addresses is read. */
export function residenceRows(reader: Reader, { persons }: SubjectIds): ResidenceRow[] {
  return reader.all<ResidenceRow>(
    `SELECT id AS recordId, person_id AS personId, address_id AS addressId, started, ended
       FROM person_record WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    persons,
  )
}

export interface PermitRow extends Party {
  recordId: number
  caseNumber: string
  permitKind: string
  applied: string | null
  decided: string | null
  outcome: string
  started: string | null
  ended: string | null
  applicantName: string
  addressId: number | null
}

export function permitRows(reader: Reader, { addresses, companies, persons }: SubjectIds): PermitRow[] {
  return reader.all<PermitRow>(
    `SELECT id AS recordId, case_number AS caseNumber, permit_kind AS permitKind, applied, decided, outcome, started, ended, applicant_name AS applicantName,
            person_id AS personId, company_id AS companyId, address_id AS addressId
       FROM permit_record
      WHERE address_id IN (SELECT value FROM json_each(?)) OR company_id IN (SELECT value FROM json_each(?))
         OR person_id IN (SELECT value FROM json_each(?))
      ORDER BY id`,
    addresses, companies, persons,
  )
}

export interface InspectionRow {
  recordId: number
  caseNumber: string
  inspectionKind: string
  inspected: string
  department: string
  outcome: string
  companyId: number | null
  addressId: number | null
}

export function inspectionRows(reader: Reader, { addresses, companies }: SubjectIds): InspectionRow[] {
  return reader.all<InspectionRow>(
    `SELECT id AS recordId, case_number AS caseNumber, inspection_kind AS inspectionKind, inspected, department, outcome,
            company_id AS companyId, address_id AS addressId
       FROM inspection_record
      WHERE address_id IN (SELECT value FROM json_each(?)) OR company_id IN (SELECT value FROM json_each(?))
      ORDER BY id`,
    addresses, companies,
  )
}

export interface MeasureRow {
  recordId: number
  caseNumber: string
  measureKind: string
  legalGround: string
  started: string
  ended: string | null
  companyId: number | null
  addressId: number | null
}

export function measureRows(reader: Reader, { addresses, companies }: SubjectIds): MeasureRow[] {
  return reader.all<MeasureRow>(
    `SELECT id AS recordId, case_number AS caseNumber, measure_kind AS measureKind, legal_ground AS legalGround, started, ended,
            company_id AS companyId, address_id AS addressId
       FROM measure_record
      WHERE address_id IN (SELECT value FROM json_each(?)) OR company_id IN (SELECT value FROM json_each(?))
      ORDER BY id`,
    addresses, companies,
  )
}

export interface SignalRow {
  recordId: number
  number: string
  department: string
  kind: string
  phenomenon: string
  started: string | null
  ended: string | null
  received: string | null
  companyId: number | null
  addressId: number | null
  content: string
}

/** Signals about the addresses and companies that have not expired, with their content: the case compartment. Who reported is never read. @param today ISO day */
export function signalRows(reader: Reader, { addresses, companies }: SubjectIds, today: string): SignalRow[] {
  return reader.all<SignalRow>(
    `SELECT s.id AS recordId, s.signal_number AS number, s.department, s.signal_kind AS kind, s.phenomenon, s.started, s.ended, s.received,
            s.company_id AS companyId, s.address_id AS addressId, coalesce(c.content, '') AS content
       FROM signal_record s LEFT JOIN signal_content c ON c.record_id = s.id
      WHERE (s.address_id IN (SELECT value FROM json_each(?)) OR s.company_id IN (SELECT value FROM json_each(?)))
        AND (s.expires IS NULL OR s.expires >= ?)
      ORDER BY s.department, s.started, s.id`,
    addresses, companies, today,
  )
}

export interface PlaceRow {
  id: number
  area: string | null
  district: string | null
}

/** Buurt and wijk codes of addresses, null where they lie in none. */
export function placesOf(reader: Reader, addresses: string): PlaceRow[] {
  return reader.all<PlaceRow>(
    `SELECT a.id, n.code AS area, n.parent_code AS district
       FROM address a LEFT JOIN area n ON n.id = a.area_id WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`,
    addresses,
  )
}

/** Main activities of companies, where known. */
export function activitiesOf(reader: Reader, companies: string): { sbi: string; version: string }[] {
  return reader.all<{ sbi: string; version: string }>(
    "SELECT DISTINCT sbi, sbi_version AS version FROM company WHERE sbi <> '' AND id IN (SELECT value FROM json_each(?)) ORDER BY sbi, sbi_version",
    companies,
  )
}
