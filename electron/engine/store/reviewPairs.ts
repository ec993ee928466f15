import type { EntityKind } from '#shared/model/entity.ts'
import type { Reader } from './database.ts'
import { recordsOfEntities, type JoinedKind } from './entities.ts'
import type { PairTier } from './linkPairs.ts'

/** A pair of rows for a human to decide, with the entities they belong to now and how many links those have. */
export interface ProposedRow {
  leftRecord: number
  rightRecord: number
  weight: number
  completeness: number
  tier: PairTier
  leftEntity: number
  rightEntity: number
  leftLinks: number
  rightLinks: number
}

const PROPOSED = `
  SELECT p.left_record AS leftRecord, p.right_record AS rightRecord, p.weight, p.completeness, p.tier, l.entity_id AS leftEntity, r.entity_id AS rightEntity,
         coalesce(m.degree, 0) AS leftLinks, coalesce(n.degree, 0) AS rightLinks
    FROM link_pair p
    JOIN entity_record l ON l.kind = p.party AND l.record_id = p.left_record
    JOIN entity_record r ON r.kind = p.party AND r.record_id = p.right_record
    LEFT JOIN node m ON m.kind = iif(p.party = 'company', 2, 3) AND m.ref = l.entity_id
    LEFT JOIN node n ON n.kind = iif(p.party = 'company', 2, 3) AND n.ref = r.entity_id
   WHERE p.status = 'voorstel' AND l.entity_id <> r.entity_id AND p.party = ?`

/** Every pair to decide of rows that are not one entity already. */
export function listProposed(reader: Reader, party: JoinedKind): ProposedRow[] {
  return reader.all<ProposedRow>(`${PROPOSED} ORDER BY p.left_record, p.right_record`, party)
}

/** Those in which one of these entities takes part. */
export function listProposedNear(reader: Reader, party: JoinedKind, entities: readonly number[]): ProposedRow[] {
  const records = JSON.stringify(recordsOfEntities(reader, party, entities).map(({ recordId }) => recordId))
  return reader.all<ProposedRow>(
    `${PROPOSED} AND (p.left_record, p.right_record) IN (
       SELECT left_record, right_record FROM link_pair WHERE party = ? AND left_record IN (SELECT value FROM json_each(?))
       UNION
       SELECT left_record, right_record FROM link_pair WHERE party = ? AND right_record IN (SELECT value FROM json_each(?)))
     ORDER BY p.left_record, p.right_record`,
    party, party, records, party, records,
  )
}

export interface WeighedRow {
  weight: number
  completeness: number
  tier: PairTier
  modelVersion: number
  /** see `link/pairParts.ts` */
  parts: string
}

/** What the linker weighed of two rows, in either order. */
export function findWeighed(reader: Reader, party: JoinedKind, left: number, right: number): WeighedRow | undefined {
  return reader.get<WeighedRow>(
    'SELECT weight, completeness, tier, model_version AS modelVersion, parts FROM link_pair WHERE party = ? AND left_record = ? AND right_record = ?',
    party, Math.min(left, right), Math.max(left, right),
  )
}

/** The entity a row belongs to. */
export function entityOfRecord(reader: Reader, party: JoinedKind, record: number): number | undefined {
  return reader.get<{ id: number }>('SELECT entity_id AS id FROM entity_record WHERE kind = ? AND record_id = ?', party, record)?.id
}

/** The BSN hash or KVK number by which an entity can be no other; null when it has none. */
export function hardKeyOf(reader: Reader, party: JoinedKind, entity: number): string | null {
  const sql = party === 'person' ? 'SELECT hex(bsn_hash) AS key FROM person WHERE id = ? AND bsn_hash IS NOT NULL' : "SELECT kvk || '' AS key FROM company WHERE id = ? AND kvk IS NOT NULL"
  return reader.get<{ key: string }>(sql, entity)?.key ?? null
}

export interface NeighbourRow {
  kind: EntityKind
  ref: number
  /** kinds of link, separated by spaces */
  out: string
  in: string
  links: number
}

/** What an entity is linked to, by which kinds of link in each direction. @param record only links that rest on this row; null for all */
export function neighboursOf(reader: Reader, party: JoinedKind, entity: number, record: number | null = null): NeighbourRow[] {
  return reader.all<NeighbourRow>(
    `WITH own AS (SELECT id FROM node WHERE kind = ? AND ref = ?),
          met AS (SELECT to_node AS other, kind, '' AS back FROM link WHERE from_node = (SELECT id FROM own) AND record_id = coalesce(?, record_id)
                  UNION ALL SELECT from_node, '', kind FROM link WHERE to_node = (SELECT id FROM own) AND record_id = coalesce(?, record_id))
     SELECT CASE n.kind WHEN 1 THEN 'address' WHEN 2 THEN 'company' ELSE 'person' END AS kind, n.ref, group_concat(DISTINCT nullif(met.kind, '')) AS out,
            group_concat(DISTINCT nullif(back, '')) AS "in", count(*) AS links
       FROM met JOIN node n ON n.id = met.other GROUP BY n.id ORDER BY n.id`,
    party === 'company' ? 2 : 3, entity, record, record,
  )
}

/** How many of these addresses and companies each department knows by a reference that has not expired. @param today ISO day */
export function departmentsKnowing(reader: Reader, addresses: readonly number[], companies: readonly number[], today: string): { department: string; places: number }[] {
  return reader.all(
    `SELECT department, count(DISTINCT place) AS places FROM (
       SELECT department, 'a' || address_id AS place FROM signal_record
        WHERE address_id IN (SELECT value FROM json_each(?)) AND (expires IS NULL OR expires >= substr(?, 1, length(expires)))
       UNION ALL
       SELECT department, 'c' || company_id FROM signal_record
        WHERE company_id IN (SELECT value FROM json_each(?)) AND (expires IS NULL OR expires >= substr(?, 1, length(expires))))
     GROUP BY department ORDER BY department`,
    JSON.stringify(addresses), today, JSON.stringify(companies), today,
  )
}

/** Numbers of the cases that name an entity. */
export function casesNaming(reader: Reader, key: string): string[] {
  const rows = reader.all<{ number: string }>('SELECT f.number FROM case_subject_now s JOIN case_file f ON f.id = s.case_id WHERE s.key = ? ORDER BY f.number', key)
  return rows.map(({ number }) => number)
}

/** The cases that name each entity, by key. */
export function casesByKey(reader: Reader): Map<string, Set<number>> {
  const rows = reader.all<{ key: string; id: number }>('SELECT key, case_id AS id FROM case_subject_now')
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, own]) => [key, new Set(own.map(({ id }) => id))]))
}

/** Names of the neighbourhoods these addresses lie in. */
export function areasOfAddresses(reader: Reader, addresses: readonly number[]): string[] {
  const rows = reader.all<{ name: string }>(
    'SELECT DISTINCT r.name FROM address a JOIN area r ON r.id = a.area_id WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY r.name',
    JSON.stringify(addresses),
  )
  return rows.map(({ name }) => name)
}

/** SBI codes of these companies. */
export function branchesOfCompanies(reader: Reader, companies: readonly number[]): string[] {
  const rows = reader.all<{ sbi: string }>("SELECT DISTINCT sbi FROM company WHERE id IN (SELECT value FROM json_each(?)) AND sbi <> '' ORDER BY sbi", JSON.stringify(companies))
  return rows.map(({ sbi }) => sbi)
}
