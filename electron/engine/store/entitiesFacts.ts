import type { WrittenAddress } from '#shared/model/address.ts'
import type { EntityKind, LinkKind } from '#shared/model/entity.ts'
import type { Reader } from './database.ts'

/** What every fact has: the row it rests on, and whom or what it is about besides the entity that is looked at. */
interface FactRow {
  recordId: number
  otherKind: EntityKind | null
  otherId: number | null
  started: string | null
  ended: string | null
}

export interface LinkFactRow extends FactRow {
  kind: LinkKind
  label: string
  /** 1 where the link goes out from the entity that is looked at, 0 where it comes in */
  isForward: 0 | 1
  /** from the trade register, for an establishment */
  tradeName: string
  sbi: string
  sbiVersion: string
}

const KIND = "CASE o.kind WHEN 1 THEN 'address' WHEN 2 THEN 'company' ELSE 'person' END"
const LINK_FACT = `l.record_id AS recordId, ${KIND} AS otherKind, o.ref AS otherId, l.started, l.ended, l.kind, l.label,
  coalesce(r.trade_name, '') AS tradeName, coalesce(r.sbi, '') AS sbi, coalesce(r.sbi_version, '') AS sbiVersion`
const nodeKind: Record<EntityKind, number> = { address: 1, company: 2, person: 3 }

/** Establishments, residences and offices; with the other end of the link. */
export function linkFacts(reader: Reader, kind: EntityKind, id: number): LinkFactRow[] {
  return reader.all<LinkFactRow>(
    `SELECT ${LINK_FACT}, 1 AS isForward FROM node n JOIN link l ON l.from_node = n.id JOIN node o ON o.id = l.to_node LEFT JOIN company_record r ON r.id = l.record_id
      WHERE n.kind = ? AND n.ref = ? AND l.kind NOT IN ('owner', 'mortgagee', 'applicant')
      UNION ALL
     SELECT ${LINK_FACT}, 0 AS isForward FROM node n JOIN link l ON l.to_node = n.id JOIN node o ON o.id = l.from_node LEFT JOIN company_record r ON r.id = l.record_id
      WHERE n.kind = ? AND n.ref = ? AND l.kind NOT IN ('owner', 'mortgagee', 'applicant')
      ORDER BY recordId`,
    nodeKind[kind], id, nodeKind[kind], id,
  )
}

export interface OwnershipFactRow extends FactRow {
  realRight: string
  sharePart: number | null
  shareWhole: number | null
  ownerName: string
  price: number | null
  coversMore: number | null
  mortgage: number | null
  mortgagee: string
  mortgageeKind: string
}

const PARTY = "iif(company_id IS NOT NULL, 'company', iif(person_id IS NOT NULL, 'person', NULL)) AS otherKind, coalesce(company_id, person_id) AS otherId"
const PLACE = "iif(address_id IS NULL, NULL, 'address') AS otherKind, address_id AS otherId"
const COMPANY = "iif(company_id IS NULL, NULL, 'company') AS otherKind, company_id AS otherId"

/** Rows of a table that name an address and a party, by who asks for them: each is told of the other. */
const byParty = (table: 'ownership_record' | 'permit_record', columns: string): Record<EntityKind, string> => ({
  address: `SELECT ${columns}, ${PARTY} FROM ${table} WHERE address_id = ? ORDER BY id`,
  company: `SELECT ${columns}, ${PLACE} FROM ${table} WHERE company_id = ? ORDER BY id`,
  person: `SELECT ${columns}, ${PLACE} FROM ${table} WHERE person_id = ? AND company_id IS NULL ORDER BY id`,
})

/** The same of a table in which no person is named. */
const byPlace = (table: 'inspection_record' | 'measure_record', columns: string): Record<'address' | 'company', string> => ({
  address: `SELECT ${columns}, ${COMPANY} FROM ${table} WHERE address_id = ? ORDER BY id`,
  company: `SELECT ${columns}, ${PLACE} FROM ${table} WHERE company_id = ? ORDER BY id`,
})

const OWNERSHIP = `id AS recordId, started, ended, real_right AS realRight, share_part AS sharePart, share_whole AS shareWhole, owner_name AS ownerName, price,
  price_covers_more AS coversMore, mortgage, mortgagee, mortgagee_kind AS mortgageeKind`

const ownerships = byParty('ownership_record', OWNERSHIP)

export function ownershipFacts(reader: Reader, kind: EntityKind, id: number): OwnershipFactRow[] {
  return reader.all<OwnershipFactRow>(ownerships[kind], id)
}

export interface PermitFactRow extends FactRow {
  permitKind: string
  outcome: string
  caseNumber: string
  applied: string | null
  decided: string | null
  applicantName: string
}

const PERMIT = `id AS recordId, started, ended, permit_kind AS permitKind, outcome, case_number AS caseNumber, applied, decided, applicant_name AS applicantName`

const permits = byParty('permit_record', PERMIT)

export function permitFacts(reader: Reader, kind: EntityKind, id: number): PermitFactRow[] {
  return reader.all<PermitFactRow>(permits[kind], id)
}

export interface InspectionFactRow extends FactRow {
  inspectionKind: string
  department: string
  outcome: string
  caseNumber: string
}

const INSPECTION = `id AS recordId, inspected AS started, inspected AS ended, inspection_kind AS inspectionKind, department, outcome, case_number AS caseNumber`

const inspections = byPlace('inspection_record', INSPECTION)

export function inspectionFacts(reader: Reader, kind: 'address' | 'company', id: number): InspectionFactRow[] {
  return reader.all<InspectionFactRow>(inspections[kind], id)
}

export interface MeasureFactRow extends FactRow {
  measureKind: string
  legalGround: string
  caseNumber: string
}

const MEASURE = `id AS recordId, started, ended, measure_kind AS measureKind, legal_ground AS legalGround, case_number AS caseNumber`

const measures = byPlace('measure_record', MEASURE)

export function measureFacts(reader: Reader, kind: 'address' | 'company', id: number): MeasureFactRow[] {
  return reader.all<MeasureFactRow>(measures[kind], id)
}

export interface AddressDetails extends WrittenAddress {
  id: number
  objectId: number | null
  buildingId: number | null
  usePurpose: string
  floorArea: number | null
  buildYear: number | null
  status: string
  /** 1 for another address than the main one of its object, 0 for the main one; null when nobody said */
  isSecondary: number | null
  /** ISO day on which it was withdrawn */
  ended: string | null
  recordId: number
}

export function findAddress(reader: Reader, id: number): AddressDetails | undefined {
  return reader.get<AddressDetails>(
    `SELECT a.id, s.name AS street, s.city, a.number, a.letter, a.suffix, a.postcode, a.object_id AS objectId, a.building_id AS buildingId,
            a.use_purpose AS usePurpose, a.floor_area AS floorArea, a.build_year AS buildYear, a.status,
            a.is_secondary AS isSecondary, a.ended, a.record_id AS recordId
       FROM address a JOIN street s ON s.id = a.street_id WHERE a.id = ?`,
    id,
  )
}

export interface CompanyDetails {
  id: number
  kvk: number | null
  rsin: number | null
  name: string
  legalForm: string
  sbi: string
  sbiVersion: string
  started: string | null
  ended: string | null
  /** separated by line ends */
  tradeNames: string
}

export function findCompany(reader: Reader, id: number): CompanyDetails | undefined {
  return reader.get<CompanyDetails>(
    `SELECT id, kvk, rsin, name, legal_form AS legalForm, sbi, sbi_version AS sbiVersion, started, ended,
            coalesce((SELECT group_concat(trade_name, char(10)) FROM (SELECT DISTINCT trade_name FROM company_record
                       WHERE company_id = company.id AND trade_name <> '' ORDER BY trade_name)), '') AS tradeNames
       FROM company WHERE id = ?`,
    id,
  )
}
