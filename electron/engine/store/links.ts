import type { EntityKind, LinkKind } from '#shared/model/entity.ts'
import type { Reader, Writer } from './database.ts'

/** Places of the kinds of entity in `node.kind`. */
const nodeKind: Record<EntityKind, number> = { address: 1, company: 2, person: 3 }

/** The kind of link and the word that a value of `office_record.office` stands for. */
export interface OfficeMeaning {
  office: string
  kind: LinkKind
  label: string
}

/** A company that is known by the name a mortgagee goes by. */
export interface NamedMortgagee {
  mortgagee: string
  companyId: number
}

const COLUMNS = 'from_kind, from_ref, to_kind, to_ref, kind, label, started, ended, strength, share_part, share_whole, record_id'
const SHARE = "iif(share_part IS NULL OR coalesce(share_whole, 0) = 0, '', ' ' || share_part || '/' || share_whole)"
/** the company when there is one, else the person */
const PARTY = 'iif(company_id IS NULL, 3, 2), coalesce(company_id, person_id)'

/**
 * A newer source of the same supplier replaces what an older one said is still so; what has ended stays as history. Of one source only
 * the newest state stands in the tables, so its deliveries count as one.
 */
const IS_CURRENT = 'ended IS NOT NULL OR delivery = newest'

const ESTABLISHMENTS = `
  SELECT 2, company_id, 1, address_id, 'established-at',
         CASE is_main WHEN 1 THEN 'hoofdvestiging' WHEN 0 THEN 'nevenvestiging' ELSE 'vestiging' END, started, ended, 'confirmed', NULL, NULL, id
    FROM (SELECT r.*, coalesce(d.series_id, d.id) AS delivery,
                 max(coalesce(d.series_id, d.id)) OVER (PARTITION BY coalesce(r.branch_number, -r.company_id), d.supplier) AS newest
            FROM company_record r JOIN delivery d ON d.id = r.id >> 32 WHERE r.company_id IS NOT NULL AND r.address_id IS NOT NULL)
   WHERE ${IS_CURRENT}`

const RESIDENCES = `
  SELECT 3, person_id, 1, address_id, 'lives-at', 'ingeschreven', started, ended, 'confirmed', NULL, NULL, id
    FROM (SELECT r.*, coalesce(d.series_id, d.id) AS delivery, max(coalesce(d.series_id, d.id)) OVER (PARTITION BY r.person_id, d.supplier) AS newest
            FROM person_record r JOIN delivery d ON d.id = r.id >> 32 WHERE r.person_id IS NOT NULL AND r.address_id IS NOT NULL)
   WHERE ${IS_CURRENT}`

const OFFICES = `
  SELECT iif(r.officer_company_id IS NULL, 3, 2), coalesce(r.officer_company_id, r.person_id), 2, r.company_id, coalesce(m.kind, 'proxy'),
         coalesce(m.label, replace(r.office, '_', ' ')) || CASE
           WHEN m.kind = 'shareholder' THEN ${SHARE}
           ELSE CASE r.authority WHEN 'zelfstandig' THEN ', zelfstandig bevoegd' WHEN 'gezamenlijk' THEN ', gezamenlijk bevoegd' WHEN 'niet' THEN ', niet bevoegd' ELSE '' END
         END,
         r.started, r.ended, 'confirmed', r.share_part, r.share_whole, r.id
    FROM office_record r LEFT JOIN (SELECT value ->> 'office' AS office, value ->> 'kind' AS kind, value ->> 'label' AS label FROM json_each(?)) m ON m.office = r.office
   WHERE r.company_id IS NOT NULL AND (r.person_id IS NOT NULL OR r.officer_company_id IS NOT NULL)`

const OWNERSHIPS = `
  SELECT ${PARTY}, 1, address_id, 'owner', real_right || ${SHARE}, started, ended, 'confirmed', share_part, share_whole, id
    FROM ownership_record WHERE address_id IS NOT NULL AND (person_id IS NOT NULL OR company_id IS NOT NULL)`

/** A mortgagee is only known by name, so that its link is no more than likely. */
const MORTGAGES = `
  SELECT 2, m.company_id, 1, r.address_id, 'mortgagee', 'hypotheek', r.started, r.ended, 'suspected', NULL, NULL, r.id
    FROM ownership_record r JOIN (SELECT value ->> 'mortgagee' AS mortgagee, value ->> 'companyId' AS company_id FROM json_each(?)) m ON m.mortgagee = r.mortgagee
   WHERE r.address_id IS NOT NULL`

const APPLICATIONS = `
  SELECT ${PARTY}, 1, address_id, 'applicant', iif(permit_kind = '', 'vergunning', permit_kind), coalesce(applied, started), ended, 'confirmed', NULL, NULL, id
    FROM permit_record WHERE address_id IS NOT NULL AND (person_id IS NOT NULL OR company_id IS NOT NULL)`

/** The names mortgagees go by. */
export function listMortgagees(reader: Reader): string[] {
  return reader.all<{ mortgagee: string }>("SELECT DISTINCT mortgagee FROM ownership_record WHERE mortgagee <> '' ORDER BY mortgagee").map(({ mortgagee }) => mortgagee)
}

export function listCompanyNames(reader: Reader): { id: number; name: string; hasKvk: 0 | 1 }[] {
  return reader.all('SELECT id, name, kvk IS NOT NULL AS hasKvk FROM company ORDER BY id')
}

/**
 * Makes nodes and links anew from what the records were joined to; every link typed, dated and with the row it rests on. The same
 * thing told twice counts once, from its newest row; nothing links to itself. Nodes are all companies and persons and the addresses
 * something links to. Numbers follow a fixed order. Done inside the database: it crosses no border for a million rows.
 */
export function rebuildNetwork(writer: Writer, offices: readonly OfficeMeaning[], mortgagees: readonly NamedMortgagee[]): void {
  writer.run('DELETE FROM link')
  writer.run('DELETE FROM node')
  // in memory, and gone again when the transaction is undone
  writer.run(`CREATE TEMP TABLE link_told (${COLUMNS})`)
  writer.run(`CREATE TEMP TABLE link_once (${COLUMNS})`)
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${ESTABLISHMENTS}`)
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${RESIDENCES}`)
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${OFFICES}`, JSON.stringify(offices))
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${OWNERSHIPS}`)
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${MORTGAGES}`, JSON.stringify(mortgagees))
  writer.run(`INSERT INTO link_told (${COLUMNS}) ${APPLICATIONS}`)
  // the bare columns beside max() come from the row that has it
  writer.run(`
    INSERT INTO link_once (${COLUMNS})
    SELECT from_kind, from_ref, to_kind, to_ref, kind, label, started, ended, strength, share_part, share_whole, max(record_id)
      FROM link_told WHERE NOT (from_kind = to_kind AND from_ref = to_ref)
     GROUP BY from_kind, from_ref, to_kind, to_ref, kind, label, started`)
  writer.run(`
    INSERT INTO node (id, kind, ref, degree)
    SELECT row_number() OVER (ORDER BY kind, ref), kind, ref, sum(links) FROM (
      SELECT from_kind AS kind, from_ref AS ref, 1 AS links FROM link_once UNION ALL SELECT to_kind, to_ref, 1 FROM link_once
      UNION ALL SELECT 2, id, 0 FROM company UNION ALL SELECT 3, id, 0 FROM person)
     GROUP BY kind, ref ORDER BY kind, ref`)
  writer.run(`
    INSERT INTO link (id, from_node, to_node, kind, label, started, ended, strength, share_part, share_whole, record_id)
    SELECT row_number() OVER (ORDER BY f.id, t.id, l.kind, l.label, l.started), f.id, t.id, l.kind, l.label, l.started, l.ended, l.strength,
           l.share_part, l.share_whole, l.record_id
      FROM link_once l JOIN node f ON f.kind = l.from_kind AND f.ref = l.from_ref JOIN node t ON t.kind = l.to_kind AND t.ref = l.to_ref
     ORDER BY 2, 3, 4, 5, 6`)
  writer.run('DROP TABLE link_told')
  writer.run('DROP TABLE link_once')
}

/** How many nodes and links there are of each kind. */
export function countNetwork(reader: Reader): { nodes: Record<EntityKind, number>; links: Record<string, number> } {
  const count = (kind: EntityKind): number => reader.get<{ n: number }>('SELECT count(*) AS n FROM node WHERE kind = ?', nodeKind[kind])?.n ?? 0
  const links = reader.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM link GROUP BY kind ORDER BY kind')
  return {
    nodes: { address: count('address'), company: count('company'), person: count('person') },
    links: Object.fromEntries(links.map(({ kind, n }) => [kind, n])),
  }
}

/** Whether anything was linked yet. */
export function hasNetwork(reader: Reader): boolean {
  return reader.get('SELECT 1 AS n FROM node LIMIT 1') !== undefined
}
