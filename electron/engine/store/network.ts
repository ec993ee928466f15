import type { WrittenAddress } from '#shared/model/address.ts'
import { EntityKind, entityKey, type EntityKey } from '#shared/model/entity.ts'
import type { Reader } from './database.ts'

/** `node.kind` as a number, by kind. */
export const nodeKinds: readonly EntityKind[] = ['address', 'company', 'person']

/** The key of an entity by the number of its kind and its id in its own table. */
export function entityOf(kind: number, ref: number): EntityKey {
  return entityKey(EntityKind.parse(nodeKinds[kind - 1]), ref)
}

export interface GraphSize {
  links: number
  maxNode: number
}

export function graphSize(reader: Reader): GraphSize {
  const row = reader.get<GraphSize>('SELECT (SELECT count(*) FROM link) AS links, (SELECT coalesce(max(id), 0) FROM node) AS maxNode')
  return row ?? { links: 0, maxNode: 0 }
}

export interface StructureRow {
  id: number
  fromNode: number
  toNode: number
  kind: string
  started: string | null
  ended: string | null
  strength: string
}

/** Every link in order of its id, without what only a reader needs. `delivery` is the one its row came with. */
export function eachLink(reader: Reader): IterableIterator<StructureRow & { delivery: number }> {
  return reader.each('SELECT id, from_node AS fromNode, to_node AS toNode, kind, started, ended, strength, record_id >> 32 AS delivery FROM link ORDER BY id')
}

/** The number of the kind of every node. */
export function eachNodeKind(reader: Reader): IterableIterator<{ id: number; kind: number }> {
  return reader.each('SELECT id, kind FROM node')
}

/** Deliveries taken in as one of these kinds. */
export function deliveriesOfKinds(reader: Reader, kinds: readonly string[]): Set<number> {
  return new Set(reader.all<{ id: number }>('SELECT id FROM delivery WHERE kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds)).map(({ id }) => id))
}

/** An entity by its kind number and its id in its own table. */
export interface EntityRef {
  kind: number
  ref: number
}

/** The node of an entity, or null when nothing links to it. */
export function findNode(reader: Reader, { kind, ref }: EntityRef): number | null {
  return reader.get<{ id: number }>('SELECT id FROM node WHERE kind = ? AND ref = ?', kind, ref)?.id ?? null
}

/** What nodes stand for, by node id. */
export function nodeRefs(reader: Reader, nodes: readonly number[]): Map<number, EntityRef> {
  const rows = reader.all<EntityRef & { id: number }>('SELECT id, kind, ref FROM node WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(nodes))
  return new Map(rows.map(({ id, kind, ref }) => [id, { kind, ref }]))
}

export interface AddressFacts extends WrittenAddress {
  id: number
  usePurpose: string
  references: number
}

/** Addresses with the number of departments that hold a reference which has not expired. @param today ISO day */
export function addressFacts(reader: Reader, ids: readonly number[], today: string): AddressFacts[] {
  return reader.all<AddressFacts>(
    `SELECT a.id, s.name AS street, s.city, a.number, a.letter, a.suffix, a.postcode, a.use_purpose AS usePurpose,
            (SELECT count(DISTINCT department) FROM signal_record r WHERE r.address_id = a.id AND (r.expires IS NULL OR r.expires >= substr(?, 1, length(r.expires)))) AS "references"
       FROM address a JOIN street s ON s.id = a.street_id
      WHERE a.id IN (SELECT value FROM json_each(?))`,
    today, JSON.stringify(ids),
  )
}

export interface CompanyFacts {
  id: number
  name: string
  legalForm: string
  kvk: number | null
}

export function companyFacts(reader: Reader, ids: readonly number[]): CompanyFacts[] {
  return reader.all<CompanyFacts>(
    'SELECT id, name, legal_form AS legalForm, kvk FROM company WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
}

export interface PersonFacts {
  id: number
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
}

export function personFacts(reader: Reader, ids: readonly number[]): PersonFacts[] {
  return reader.all<PersonFacts>(
    `SELECT id, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate
       FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
}

export interface LinkRow extends StructureRow {
  label: string
  recordId: number
}

/** Links in full, in order of their id. */
export function linkRows(reader: Reader, ids: readonly number[]): LinkRow[] {
  return reader.all<LinkRow>(
    `SELECT id, from_node AS fromNode, to_node AS toNode, kind, started, ended, label, strength, record_id AS recordId
       FROM link WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  )
}

/** The purpose a delivery was taken in for, by delivery id. */
export function deliveryPurposes(reader: Reader, deliveries: readonly number[]): Map<number, string> {
  const rows = reader.all<{ id: number; purpose: string }>('SELECT id, purpose FROM delivery WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(deliveries))
  return new Map(rows.map(({ id, purpose }) => [id, purpose]))
}

/** Where addresses lie, in RD metres; those without a place in the BAG are left out. */
export function addressPlaces(reader: Reader, addresses: readonly number[]): { id: number; x: number; y: number }[] {
  return reader.all(
    'SELECT id, x, y FROM address WHERE x IS NOT NULL AND y IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(addresses),
  )
}
