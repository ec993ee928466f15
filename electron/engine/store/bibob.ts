import type { Reader } from './database.ts'

/** A link seen from one of its ends, with the entity at the other. */
export interface RelationRow {
  linkId: number
  kind: string
  label: string
  started: string | null
  ended: string | null
  strength: string
  sharePart: number | null
  shareWhole: number | null
  /** the office of the row behind it, '' when it is no office */
  office: string
  recordId: number
  otherKind: number
  otherRef: number
}

const COLUMNS = `l.id AS linkId, l.kind, l.label, l.started, l.ended, l.strength, l.share_part AS sharePart, l.share_whole AS shareWhole,
  coalesce(o.office, '') AS office, l.record_id AS recordId, n.kind AS otherKind, n.ref AS otherRef`

/** What points at an entity: who is director, shareholder, owner … of it. @param kind number of the node kind */
export function relationsTo(reader: Reader, kind: number, ref: number, kinds: readonly string[]): RelationRow[] {
  return reader.all<RelationRow>(
    `SELECT ${COLUMNS} FROM link l JOIN node n ON n.id = l.from_node LEFT JOIN office_record o ON o.id = l.record_id
      WHERE l.to_node = (SELECT id FROM node WHERE kind = ? AND ref = ?) AND l.kind IN (SELECT value FROM json_each(?)) ORDER BY l.id`,
    kind, ref, JSON.stringify(kinds),
  )
}

/** What an entity points at: what it is director, shareholder, owner … of, and where it is. @param kind number of the node kind */
export function relationsFrom(reader: Reader, kind: number, ref: number, kinds: readonly string[]): RelationRow[] {
  return reader.all<RelationRow>(
    `SELECT ${COLUMNS} FROM link l JOIN node n ON n.id = l.to_node LEFT JOIN office_record o ON o.id = l.record_id
      WHERE l.from_node = (SELECT id FROM node WHERE kind = ? AND ref = ?) AND l.kind IN (SELECT value FROM json_each(?)) ORDER BY l.id`,
    kind, ref, JSON.stringify(kinds),
  )
}

/** A mortgage on a property, as the deed names it; the lender is an entity only where the link stage knew him. */
export interface MortgageRow {
  recordId: number
  mortgagee: string
  mortgageeKind: string
  amount: number | null
  addressId: number | null
  started: string | null
  ended: string | null
  lenderKind: number | null
  lenderRef: number | null
}

/** The mortgages on what a company or person owns or owned. */
export function mortgagesOf(reader: Reader, owner: { companyId: number | null; personId: number | null }): MortgageRow[] {
  return reader.all<MortgageRow>(
    `SELECT r.id AS recordId, r.mortgagee, r.mortgagee_kind AS mortgageeKind, r.mortgage AS amount, r.address_id AS addressId, r.started, r.ended,
            n.kind AS lenderKind, n.ref AS lenderRef
       FROM ownership_record r
       LEFT JOIN link l ON l.kind = 'mortgagee' AND l.record_id = r.id AND l.to_node = (SELECT id FROM node WHERE kind = 1 AND ref = r.address_id)
       LEFT JOIN node n ON n.id = l.from_node
      WHERE (r.company_id = ? OR r.person_id = ?) AND r.mortgagee <> '' ORDER BY r.id`,
    owner.companyId, owner.personId,
  )
}
