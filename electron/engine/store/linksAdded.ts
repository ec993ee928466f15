import type { Writer } from './database.ts'
import { countNodes, type NetworkCounts } from './links.ts'
import { gatherTold, toldSince, type Naming } from './linksTold.ts'

/** What changed since the network was made; no other record did. */
export interface NetworkAddition {
  /** persons that came, went, or consist of other records than before */
  persons: ReadonlySet<number>
  /** and such companies; none of them is a mortgagee */
  companies: ReadonlySet<number>
  /** records after this one are new */
  after: number
}

/**
 * Makes what is told of some persons and companies anew, and adds what new records tell of companies; all else stays as it is. It ends where
 * rebuildNetwork (links.ts) does, but for the numbers of nodes and links: new ones come behind those that stood.
 * @param links how many stood of each kind
 * @param beat is called now and then; may throw to stop
 * @returns how many there are then
 */
export function addToNetwork(writer: Writer, naming: Naming, { persons, companies, after }: NetworkAddition, links: NetworkCounts['links'], beat: () => void): NetworkCounts {
  // in memory, and gone again when the transaction is undone
  writer.run('CREATE TEMP TABLE link_touched (kind INTEGER, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID')
  writer.run('CREATE TEMP TABLE link_gone (id INTEGER PRIMARY KEY, kind, from_node, to_node)')
  writer.run('CREATE TEMP TABLE link_end (id INTEGER PRIMARY KEY)')
  for (const [kind, ids] of [[3, persons], [2, companies]] as const) writer.run('INSERT INTO link_touched SELECT ?, value FROM json_each(?)', kind, JSON.stringify([...ids]))
  gatherTold(writer, toldSince(naming, after, companies.size > 0), beat)
  removeReplaced(writer)
  beat()
  addTold(writer)
  beat()
  countAgain(writer)
  beat()
  const now = countedLinks(writer, links)
  writer.run('DROP TABLE link_touched')
  writer.run('DROP TABLE link_once')
  writer.run('DROP TABLE link_gone')
  writer.run('DROP TABLE link_end')
  return { nodes: countNodes(writer), links: now }
}

/** Removes all links of the touched, and those of companies that a newer record tells of again. Nothing leads to a person. */
function removeReplaced(writer: Writer): void {
  writer.run(`INSERT INTO link_gone
    SELECT l.id, l.kind, l.from_node, l.to_node FROM link_touched t JOIN node n ON n.kind = t.kind AND n.ref = t.id JOIN link l ON l.from_node = n.id`)
  writer.run(`INSERT OR IGNORE INTO link_gone
    SELECT l.id, l.kind, l.from_node, l.to_node FROM link_touched t JOIN node n ON n.kind = t.kind AND n.ref = t.id JOIN link l ON l.to_node = n.id WHERE t.kind = 2`)
  // by the end it leads to: a bank has very many links, an address has few
  writer.run(`INSERT OR IGNORE INTO link_gone
    SELECT l.id, l.kind, l.from_node, l.to_node
      FROM link_once o JOIN node f ON f.kind = o.from_kind AND f.ref = o.from_ref JOIN node t ON t.kind = o.to_kind AND t.ref = o.to_ref
      JOIN link l ON l.to_node = t.id AND +l.from_node = f.id AND l.kind = o.kind AND l.label = o.label AND l.started IS o.started
     WHERE o.from_kind = 2`)
  writer.run('DELETE FROM link WHERE id IN (SELECT id FROM link_gone)')
}

function addTold(writer: Writer): void {
  writer.run(`
    INSERT INTO node (id, kind, ref, degree)
    SELECT (SELECT coalesce(max(id), 0) FROM node) + row_number() OVER (ORDER BY kind, ref), kind, ref, 0 FROM (
      SELECT from_kind AS kind, from_ref AS ref FROM link_once UNION SELECT to_kind, to_ref FROM link_once
      UNION SELECT 3, t.id FROM link_touched t JOIN person p ON p.id = t.id WHERE t.kind = 3
      UNION SELECT 2, t.id FROM link_touched t JOIN company c ON c.id = t.id WHERE t.kind = 2) e
     WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.kind = e.kind AND n.ref = e.ref)
     ORDER BY kind, ref`)
  writer.run(`
    INSERT INTO link (id, from_node, to_node, kind, label, started, ended, strength, share_part, share_whole, record_id)
    SELECT (SELECT coalesce(max(id), 0) FROM link) + row_number() OVER (ORDER BY f.id, t.id, o.kind, o.label, o.started), f.id, t.id, o.kind, o.label, o.started, o.ended,
           o.strength, o.share_part, o.share_whole, o.record_id
      FROM link_once o JOIN node f ON f.kind = o.from_kind AND f.ref = o.from_ref JOIN node t ON t.kind = o.to_kind AND t.ref = o.to_ref
     ORDER BY 2, 3, 4, 5, 6`)
}

/** Counts the links of every node that gained or lost one; a person or company that is no more goes, and an address nothing links to. */
function countAgain(writer: Writer): void {
  writer.run(`INSERT INTO link_end
    SELECT from_node FROM link_gone UNION SELECT to_node FROM link_gone
    UNION SELECT n.id FROM link_once o JOIN node n ON n.kind = o.from_kind AND n.ref = o.from_ref
    UNION SELECT n.id FROM link_once o JOIN node n ON n.kind = o.to_kind AND n.ref = o.to_ref
    UNION SELECT n.id FROM link_touched t JOIN node n ON n.kind = t.kind AND n.ref = t.id`)
  writer.run(`UPDATE node SET degree = (SELECT count(*) FROM link WHERE from_node = node.id) + (SELECT count(*) FROM link WHERE to_node = node.id)
     WHERE id IN (SELECT id FROM link_end)`)
  writer.run('DELETE FROM node WHERE id IN (SELECT id FROM link_end) AND kind = 1 AND degree = 0')
  writer.run('DELETE FROM node WHERE id IN (SELECT id FROM link_end) AND kind = 3 AND ref NOT IN (SELECT id FROM person)')
  writer.run('DELETE FROM node WHERE id IN (SELECT id FROM link_end) AND kind = 2 AND ref NOT IN (SELECT id FROM company)')
}

function countedLinks(writer: Writer, before: NetworkCounts['links']): NetworkCounts['links'] {
  const changed = writer.all<{ kind: string; n: number }>(`
    SELECT kind, sum(n) AS n FROM (SELECT kind, 1 AS n FROM link_once UNION ALL SELECT kind, -1 FROM link_gone) GROUP BY kind`)
  const links = { ...before }
  for (const { kind, n } of changed) links[kind] = (links[kind] ?? 0) + n
  return Object.fromEntries(Object.entries(links).filter(([, n]) => n > 0).sort(([one], [other]) => (one < other ? -1 : 1)))
}
