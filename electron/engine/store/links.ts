import type { EntityKind } from '#shared/model/entity.ts'
import type { Reader, Writer } from './database.ts'
import { emptyTable } from './emptyTable.ts'
import { heardAt } from './heardAt.ts'
import { gatherTold, toldByAll, type Naming } from './linksTold.ts'

/** Places of the kinds of entity in `node.kind`. */
export const nodeKind: Record<EntityKind, number> = { address: 1, company: 2, person: 3 }

/** How many nodes and links there are of each kind. */
export interface NetworkCounts {
  nodes: Record<EntityKind, number>
  links: Record<string, number>
}

/** The names mortgagees go by in records after one. */
export function listMortgagees(reader: Reader, after: number): string[] {
  return reader.all<{ mortgagee: string }>("SELECT DISTINCT mortgagee FROM ownership_record WHERE id > ? AND mortgagee <> '' ORDER BY mortgagee", after).map(({ mortgagee }) => mortgagee)
}

/** Companies whose name is one of these in its one spelling. */
export function companiesNamed(reader: Reader, keys: readonly string[]): { id: number; name: string; hasKvk: 0 | 1 }[] {
  return reader.all('SELECT id, name, kvk IS NOT NULL AS hasKvk FROM company WHERE name_key IN (SELECT value FROM json_each(?)) ORDER BY id', JSON.stringify(keys))
}

/** The names these companies go by, and all names their rows give: what came to one of them went by one of those. */
export function namesOfCompanies(reader: Reader, companies: readonly number[]): string[] {
  return reader.all<{ name: string }>(
    `WITH one AS (SELECT value AS company_id FROM json_each(?))
     SELECT name FROM company JOIN one ON company_id = company.id
     UNION SELECT name FROM company_record JOIN one USING (company_id) UNION SELECT trade_name FROM company_record JOIN one USING (company_id)
     UNION SELECT owner_name FROM ownership_record JOIN one USING (company_id) UNION SELECT applicant_name FROM permit_record JOIN one USING (company_id)
     UNION SELECT officer_name FROM office_record JOIN one ON one.company_id = officer_company_id`,
    JSON.stringify(companies),
  ).map(({ name }) => name)
}

/** Of one kind, behind those that stand. */
const NODES = `
  INSERT INTO node (id, kind, ref, degree)
  WITH one AS (SELECT ? AS kind)
  SELECT (SELECT coalesce(max(id), 0) FROM node) + row_number() OVER (ORDER BY ref), (SELECT kind FROM one), ref, sum(links) FROM (
    SELECT from_ref AS ref, 1 AS links FROM link_once WHERE from_kind = (SELECT kind FROM one) AND ${heardAt('rowid')}
    UNION ALL SELECT to_ref, 1 FROM link_once WHERE to_kind = (SELECT kind FROM one) AND ${heardAt('rowid')}
    UNION ALL SELECT id, 0 FROM company WHERE (SELECT kind FROM one) = 2 UNION ALL SELECT id, 0 FROM person WHERE (SELECT kind FROM one) = 3 AND ${heardAt('id')})
   GROUP BY ref HAVING ${heardAt('ref')} ORDER BY ref`

/** Both are in one order: nodes by what they are, and links by what they lead from and to. */
const LINKS = `
  INSERT INTO link (id, from_node, to_node, kind, label, started, ended, strength, share_part, share_whole, record_id)
  SELECT l.rowid, f.id, t.id, l.kind, l.label, l.started, l.ended, l.strength, l.share_part, l.share_whole, l.record_id
    FROM link_once l CROSS JOIN node f ON f.kind = l.from_kind AND f.ref = l.from_ref CROSS JOIN node t ON t.kind = l.to_kind AND t.ref = l.to_ref
   WHERE ${heardAt('l.rowid')} ORDER BY l.rowid`

/**
 * Makes nodes and links anew from what the records were joined to; every link typed, dated and with the row it rests on. Nodes are all
 * companies and persons and the addresses something links to. Numbers follow a fixed order. Done inside the database: it crosses no
 * border for a million rows.
 * @param beat is called now and then; may throw to stop
 */
export function rebuildNetwork(writer: Writer, naming: Naming, beat: () => void): void {
  emptyTable(writer, 'link', beat)
  emptyTable(writer, 'node', beat)
  gatherTold(writer, toldByAll(naming), beat)
  writer.heeding(beat, () => {
    // kind by kind: while rows are sorted nothing is heard
    for (const kind of Object.values(nodeKind)) {
      writer.run(NODES, kind)
      beat()
    }
    writer.run(LINKS)
  })
  beat()
  writer.run('DROP TABLE link_once')
}

export function countNodes(reader: Reader): NetworkCounts['nodes'] {
  const count = (kind: EntityKind): number => reader.get<{ n: number }>('SELECT count(*) AS n FROM node WHERE kind = ?', nodeKind[kind])?.n ?? 0
  return { address: count('address'), company: count('company'), person: count('person') }
}

/** How many links there are of each kind. */
export function countLinks(reader: Reader): NetworkCounts['links'] {
  const links = reader.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM link GROUP BY kind ORDER BY kind')
  return Object.fromEntries(links.map(({ kind, n }) => [kind, n]))
}

/** Whether anything was linked yet. */
export function hasNetwork(reader: Reader): boolean {
  return reader.get('SELECT 1 AS n FROM node LIMIT 1') !== undefined
}
