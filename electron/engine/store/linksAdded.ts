import type { EntityKind } from '#shared/model/entity.ts'
import type { Writer } from './database.ts'
import { heardAt } from './heardAt.ts'
import { nodeKind, type NetworkCounts } from './links.ts'
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

const SAYS = 'from_node, to_node, kind, label, started, ended, strength, share_part, share_whole, record_id'
const LINK_SAYS = 'l.from_node, l.to_node, l.kind, l.label, l.started, l.ended, l.strength, l.share_part, l.share_whole, l.record_id'
const TOLD_SAYS = 'o.from_node, o.to_node, o.kind, o.label, o.started, o.ended, o.strength, o.share_part, o.share_whole, o.record_id'

/**
 * Brings the links of some persons and companies in line with what is told of them, and adds what new records tell of companies. A link that
 * is told as it stands is not written again. It ends where rebuildNetwork (links.ts) does, but for the numbers of nodes and links: new ones
 * come behind those that stood.
 * @param before how many stood
 * @param beat is called now and then; may throw to stop
 * @returns how many there are then
 */
export function addToNetwork(writer: Writer, naming: Naming, { persons, companies, after }: NetworkAddition, before: NetworkCounts, beat: () => void): NetworkCounts {
  // in memory, and gone again when the transaction is undone
  writer.run('CREATE TEMP TABLE link_touched (kind INTEGER, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID')
  writer.run('CREATE TEMP TABLE link_end (kind INTEGER, ref INTEGER, node INTEGER, PRIMARY KEY (kind, ref)) WITHOUT ROWID')
  writer.run(`CREATE TEMP TABLE link_now (id INTEGER PRIMARY KEY, from_kind, ${SAYS})`)
  writer.run(`CREATE TEMP TABLE link_stood (id INTEGER PRIMARY KEY, ${SAYS})`)
  writer.run('CREATE TEMP TABLE link_same (stood INTEGER PRIMARY KEY, now INTEGER)')
  for (const [kind, ids] of [['person', persons], ['company', companies]] as const) writer.run('INSERT INTO link_touched SELECT ?, value FROM json_each(?)', nodeKind[kind], JSON.stringify([...ids]))
  gatherTold(writer, toldSince(naming, after, companies.size > 0), beat)
  const come = writer.heeding(beat, () => addNodes(writer))
  beat()
  writer.heeding(beat, () => {
    compare(writer)
    replace(writer)
  })
  beat()
  const gone = writer.all<NodeOf>(GONE_NODES)
  const links = linksNow(writer, before.links)
  for (const drop of ['DROP TABLE link_touched', 'DROP TABLE link_once', 'DROP TABLE link_end', 'DROP TABLE link_now', 'DROP TABLE link_stood', 'DROP TABLE link_same']) writer.run(drop)
  return { nodes: nodesNow(before.nodes, come, gone), links }
}

interface NodeOf {
  kind: number
}

const ENDS = `
  INSERT INTO link_end SELECT kind, ref, (SELECT n.id FROM node n WHERE n.kind = e.kind AND n.ref = e.ref) FROM (
    SELECT from_kind AS kind, from_ref AS ref FROM link_once UNION SELECT to_kind, to_ref FROM link_once UNION SELECT kind, id FROM link_touched) e
   WHERE ${heardAt('ref')}`

/** Of a row with `kind` and `ref`: whether it stands for a person or company that is no more. */
const IS_GONE = `CASE kind WHEN 2 THEN NOT EXISTS (SELECT 1 FROM company c WHERE c.id = ref) WHEN 3 THEN NOT EXISTS (SELECT 1 FROM person p WHERE p.id = ref) ELSE 0 END`

const NEW_NODES = `
  INSERT INTO node (id, kind, ref, degree)
  SELECT (SELECT coalesce(max(id), 0) FROM node) + row_number() OVER (ORDER BY kind, ref), kind, ref, 0 FROM link_end WHERE node IS NULL AND NOT (${IS_GONE})
   ORDER BY kind, ref RETURNING kind`

/** An address nothing links to any more goes too. */
const GONE_NODES = `
  DELETE FROM node WHERE id IN (SELECT from_node FROM link_stood UNION SELECT to_node FROM link_stood UNION SELECT node FROM link_end)
     AND degree = 0 AND CASE kind WHEN 1 THEN 1 ELSE ${IS_GONE} END RETURNING kind`

/** Looks up the nodes of all that is told of and of the touched, and makes those that lack; a person or company has one also when nothing links to it. */
function addNodes(writer: Writer): NodeOf[] {
  writer.run(ENDS)
  const come = writer.all<NodeOf>(NEW_NODES)
  writer.run('UPDATE link_end SET node = (SELECT n.id FROM node n WHERE n.kind = link_end.kind AND n.ref = link_end.ref) WHERE node IS NULL')
  return come
}

const STOOD = `INSERT OR IGNORE INTO link_stood SELECT l.id, ${LINK_SAYS} FROM`
const STOOD_FROM = `${STOOD} link_touched t CROSS JOIN link_end e ON e.kind = t.kind AND e.ref = t.id CROSS JOIN link l ON l.from_node = e.node WHERE ${heardAt('l.id')}`
/** Nothing leads to a person. */
const STOOD_TO = `${STOOD} link_touched t CROSS JOIN link_end e ON e.kind = t.kind AND e.ref = t.id CROSS JOIN link l ON l.to_node = e.node WHERE t.kind = 2 AND ${heardAt('l.id')}`
/** Told again by a newer record. By the end it leads to: a bank has very many links, an address has few. */
const STOOD_AGAIN = `${STOOD} link_now o CROSS JOIN link l ON l.to_node = o.to_node AND +l.from_node = o.from_node AND l.kind = o.kind AND l.label = o.label AND l.started IS o.started
  WHERE o.from_kind = 2 AND ${heardAt('l.id')}`

/** Gathers what is told in `link_now` and what stands for it in `link_stood`, and leaves in both what is not in the other. */
function compare(writer: Writer): void {
  writer.run(`
    INSERT INTO link_now (from_kind, ${SAYS})
    SELECT o.from_kind, f.node, t.node, o.kind, o.label, o.started, o.ended, o.strength, o.share_part, o.share_whole, o.record_id
      FROM link_once o CROSS JOIN link_end f ON f.kind = o.from_kind AND f.ref = o.from_ref CROSS JOIN link_end t ON t.kind = o.to_kind AND t.ref = o.to_ref
     ORDER BY 2, 3, 4, 5, 6`)
  for (const stood of [STOOD_FROM, STOOD_TO, STOOD_AGAIN]) writer.run(stood)
  writer.run(`INSERT INTO link_same SELECT l.id, o.id FROM link_now o JOIN link_stood l ON l.from_node = o.from_node AND l.to_node = o.to_node WHERE (${LINK_SAYS}) IS (${TOLD_SAYS})`)
  writer.run('DELETE FROM link_stood WHERE id IN (SELECT stood FROM link_same)')
  writer.run('DELETE FROM link_now WHERE id IN (SELECT now FROM link_same)')
}

const PUT = `INSERT INTO link (id, ${SAYS})
  SELECT (SELECT coalesce(max(id), 0) FROM link) + row_number() OVER (ORDER BY id), ${SAYS} FROM link_now WHERE ${heardAt('id')} ORDER BY id`

/** Puts what is told in the place of what stood, and counts along how many links every node has. */
function replace(writer: Writer): void {
  writer.run('DELETE FROM link WHERE id IN (SELECT id FROM link_stood)')
  writer.run(PUT)
  writer.run(`
    UPDATE node SET degree = degree + more FROM (
      SELECT node, sum(n) AS more FROM (
        SELECT from_node AS node, 1 AS n FROM link_now UNION ALL SELECT to_node, 1 FROM link_now
        UNION ALL SELECT from_node, -1 FROM link_stood UNION ALL SELECT to_node, -1 FROM link_stood)
       GROUP BY node HAVING sum(n) <> 0) counted
     WHERE node.id = counted.node`)
}

function nodesNow(before: NetworkCounts['nodes'], come: readonly NodeOf[], gone: readonly NodeOf[]): NetworkCounts['nodes'] {
  const count = (nodes: readonly NodeOf[], kind: EntityKind): number => nodes.filter((node) => node.kind === nodeKind[kind]).length
  const now = (kind: EntityKind): number => before[kind] + count(come, kind) - count(gone, kind)
  return { address: now('address'), company: now('company'), person: now('person') }
}

function linksNow(writer: Writer, before: NetworkCounts['links']): NetworkCounts['links'] {
  const changed = writer.all<{ kind: string; n: number }>('SELECT kind, sum(n) AS n FROM (SELECT kind, 1 AS n FROM link_now UNION ALL SELECT kind, -1 FROM link_stood) GROUP BY kind')
  const links = { ...before }
  for (const { kind, n } of changed) links[kind] = (links[kind] ?? 0) + n
  return Object.fromEntries(Object.entries(links).filter(([, n]) => n > 0).sort(([one], [other]) => (one < other ? -1 : 1)))
}
