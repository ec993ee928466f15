import type { LinkKind, LinkStrength } from '#shared/model/entity.ts'
import type { Reader, Writer } from './database.ts'

/** The columns every source of links shares. */
export interface DatedRow {
  id: number
  started: string | null
  ended: string | null
}

export interface EstablishmentRow extends DatedRow {
  companyId: number
  addressId: number
  branchNumber: number | null
  isMain: number | null
}

export function listEstablishments(reader: Reader): EstablishmentRow[] {
  return reader.all<EstablishmentRow>(
    `SELECT id, started, ended, company_id AS companyId, address_id AS addressId, branch_number AS branchNumber, is_main AS isMain
       FROM company_record WHERE company_id IS NOT NULL AND address_id IS NOT NULL ORDER BY id`,
  )
}

export interface ResidenceRow extends DatedRow {
  personId: number
  addressId: number
}

export function listResidences(reader: Reader): ResidenceRow[] {
  return reader.all<ResidenceRow>(
    `SELECT id, started, ended, person_id AS personId, address_id AS addressId
       FROM person_record WHERE person_id IS NOT NULL AND address_id IS NOT NULL ORDER BY id`,
  )
}

export interface OfficeRow extends DatedRow {
  companyId: number
  personId: number | null
  officerCompanyId: number | null
  office: string
  authority: string
  sharePart: number | null
  shareWhole: number | null
}

export function listOffices(reader: Reader): OfficeRow[] {
  return reader.all<OfficeRow>(
    `SELECT id, started, ended, company_id AS companyId, person_id AS personId, officer_company_id AS officerCompanyId, office, authority,
            share_part AS sharePart, share_whole AS shareWhole
       FROM office_record WHERE company_id IS NOT NULL AND (person_id IS NOT NULL OR officer_company_id IS NOT NULL) ORDER BY id`,
  )
}

export interface OwnershipRow extends DatedRow {
  addressId: number
  personId: number | null
  companyId: number | null
  realRight: string
  sharePart: number | null
  shareWhole: number | null
  mortgagee: string
}

export function listOwnerships(reader: Reader): OwnershipRow[] {
  return reader.all<OwnershipRow>(
    `SELECT id, started, ended, address_id AS addressId, person_id AS personId, company_id AS companyId, real_right AS realRight,
            share_part AS sharePart, share_whole AS shareWhole, mortgagee
       FROM ownership_record WHERE address_id IS NOT NULL ORDER BY id`,
  )
}

export interface ApplicationRow extends DatedRow {
  addressId: number
  personId: number | null
  companyId: number | null
  permitKind: string
  applied: string | null
}

export function listApplications(reader: Reader): ApplicationRow[] {
  return reader.all<ApplicationRow>(
    `SELECT id, started, ended, address_id AS addressId, person_id AS personId, company_id AS companyId, permit_kind AS permitKind, applied
       FROM permit_record WHERE address_id IS NOT NULL AND (person_id IS NOT NULL OR company_id IS NOT NULL) ORDER BY id`,
  )
}

/** The supplier of every delivery, by delivery id. */
export function supplierOfDeliveries(reader: Reader): Map<number, string> {
  return new Map(reader.all<{ id: number; supplier: string }>('SELECT id, supplier FROM delivery').map(({ id, supplier }) => [id, supplier]))
}

/** Ids of all companies with their name, and of all persons, in order. */
export function listCompanyNames(reader: Reader): { id: number; name: string }[] {
  return reader.all('SELECT id, name FROM company ORDER BY id')
}

export function listPersonIds(reader: Reader): number[] {
  return reader.all<{ id: number }>('SELECT id FROM person ORDER BY id').map(({ id }) => id)
}

/** Companies at one address of which at least one has no KVK number. */
export function unkeyedNeighbours(reader: Reader): { firstId: number; firstName: string; secondId: number; secondName: string }[] {
  return reader.all(
    `SELECT DISTINCT c.id AS firstId, c.name AS firstName, d.id AS secondId, d.name AS secondName
       FROM company c JOIN branch_location b ON b.company_id = c.id
       JOIN branch_location e ON e.address_id = b.address_id AND e.company_id <> b.company_id
       JOIN company d ON d.id = e.company_id
      WHERE c.kvk IS NULL AND (d.kvk IS NOT NULL OR d.id > c.id) ORDER BY c.id, d.id`,
  )
}

export interface NewLink {
  fromNode: number
  toNode: number
  kind: LinkKind
  label: string
  started: string | null
  ended: string | null
  strength: LinkStrength
  sharePart: number | null
  shareWhole: number | null
  recordId: number
}

export function clearNetwork(writer: Writer): void {
  writer.run('DELETE FROM link')
  writer.run('DELETE FROM node')
}

/** @param kind 1 address, 2 company, 3 person */
export function addNode(writer: Writer): (id: number, kind: number, ref: number, degree: number) => void {
  const insert = writer.prepare('INSERT INTO node (id, kind, ref, degree) VALUES (?, ?, ?, ?)')
  return (id, kind, ref, degree) => void insert(id, kind, ref, degree)
}

export function addLink(writer: Writer): (id: number, link: NewLink) => void {
  const insert = writer.prepare(
    'INSERT INTO link (id, from_node, to_node, kind, label, started, ended, strength, share_part, share_whole, record_id) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
  )
  return (id, l) => void insert(id, l.fromNode, l.toNode, l.kind, l.label, l.started, l.ended, l.strength, l.sharePart, l.shareWhole, l.recordId)
}
