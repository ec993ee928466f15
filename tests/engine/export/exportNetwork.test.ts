import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { LinkColumn, NodeColumn } from '#shared/model/networkExport.ts'
import type { NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { linkKindLabel } from '#shared/text/terms.ts'
import { exportNetwork, pictureHtml, pictureSvg, type PictureFrame } from '../../../electron/engine/export/index.ts'
import { aNetwork } from '../../fixtures/picture.ts'
import { unpack } from '../../fixtures/unpack.ts'
import { all, readXml, type ReadElement } from '../../fixtures/xmlReader.ts'

const frame: PictureFrame = { title: 'Netwerk <rond> "A & B"', date: '2026-11-21', purpose: 'RIEC-casus voorbereiden', logLine: 77, confidentiality: 'secret' }
const columns = { nodes: NodeColumn.options, links: LinkColumn.options }

/** A network with names that want escaping, a would-be formula and a number that could be a BSN. */
function aPicture(): NetworkPicture {
  const { nodes, links } = aNetwork(40)
  const labels = ['=HYPERLINK("x")', 'Bakkerij "De Ë" & Zn. <b>', '-1+1', 'met; puntkomma', 'regel\neen']
  return { links, nodes: nodes.map((node, index): PlacedNode => ({ ...node, label: labels[index] ?? node.label, x: index * 10.25, y: -index, pinned: false })) }
}

function text(format: 'graphml' | 'gexf' | 'anx'): string {
  const made = exportNetwork(aPicture(), { format, table: 'links', columns }, frame)
  if (typeof made !== 'string') throw new Error('text was expected')
  return made
}

const picture = aPicture()
const nameOf = new Map(picture.nodes.map(({ key, label }) => [key, label]))
const ends = picture.links.map(({ from, to }) => `${nameOf.get(from)} > ${nameOf.get(to)}`)

test('GraphML: every node with its name and place, every relation with its ends, all keys declared', () => {
  const root = readXml(text('graphml'))
  const keys = new Set(all(root, 'key').map(({ attributes }) => attributes['id']))
  const words = (at: ReadElement) => Object.fromEntries(all(at, 'data').map((data) => [data.attributes['key'], data.text]))
  const names = new Map(all(root, 'node').map((node) => [node.attributes['id'], words(node)]))
  expect([...names.values()].map((one) => one['n_naam'])).toEqual(picture.nodes.map(({ label }) => label))
  expect(names.get(picture.nodes[4]?.key ?? '')).toMatchObject({ n_x: '41', n_y: '-4' })
  expect(all(root, 'edge').map(({ attributes }) => `${names.get(attributes['source'] ?? '')?.['n_naam']} > ${names.get(attributes['target'] ?? '')?.['n_naam']}`)).toEqual(ends)
  expect(all(root, 'data').every(({ attributes }) => keys.has(attributes['key']))).toBe(true)
  expect(root.children[0]?.text).toContain('Vertrouwelijkheid: geheim; Logregel: 77')
})

test('GEXF: the same, with declared attributes and dates on relations', () => {
  const root = readXml(text('gexf'))
  const names = new Map(all(root, 'node').map(({ attributes }) => [attributes['id'], attributes['label']]))
  expect([...names.values()]).toEqual(picture.nodes.map(({ label }) => label.replaceAll('\n', ' ')))
  const edges = all(root, 'edge')
  expect(edges.map(({ attributes }) => `${nameOf.get(attributes['source'] ?? '')} > ${nameOf.get(attributes['target'] ?? '')}`)).toEqual(ends)
  expect(edges.map(({ attributes }) => attributes['start'] ?? null)).toEqual(picture.links.map(({ start }) => (start?.length === 10 ? start : null)))
  const declared = all(root, 'attributes').map((group) => new Set(all(group, 'attribute').map(({ attributes }) => attributes['id'])))
  expect(all(root, 'edge').flatMap((edge) => all(edge, 'attvalue')).every(({ attributes }) => declared[1]?.has(attributes['for']))).toBe(true)
  expect(all(root, 'description')[0]?.text).toContain('Logregel: 77')
})

test('ANX: entities with identity and place, links between known entities, every type declared', () => {
  const root = readXml(text('anx'))
  expect(root.name).toBe('Chart')
  const items = all(root, 'ChartItem')
  const entities = items.flatMap((item) => all(item, 'Entity').map((entity) => ({ label: item.attributes['Label'], id: entity.attributes['EntityId'], identity: entity.attributes['Identity'], end: all(item, 'End')[0]?.attributes })))
  expect(entities.map(({ identity }) => identity)).toEqual(picture.nodes.map(({ key }) => key))
  expect(entities[4]?.end).toEqual({ X: '41', Y: '-4', Z: '0' })
  const byId = new Map(entities.map(({ id, identity }) => [id, nameOf.get(identity ?? '')]))
  const links = all(root, 'Link')
  expect(links.map(({ attributes }) => `${byId.get(attributes['End1Id'])} > ${byId.get(attributes['End2Id'])}`)).toEqual(ends)
  expect(all(root, 'LinkStyle').map(({ attributes }) => attributes['Type'])).toEqual(picture.links.map(({ kind }) => linkKindLabel[kind]))
  const declared = (name: string) => new Map(all(root, name).map(({ attributes }) => [attributes['Name'], attributes['Id']]))
  for (const [used, kind, attribute] of [['IconStyle', 'EntityType', 'Type'], ['LinkStyle', 'LinkType', 'Type'], ['LinkStyle', 'Strength', 'Strength'], ['Attribute', 'AttributeClass', 'AttributeClass']] as const) {
    const ids = declared(kind)
    expect(all(root, used).length > 0 && all(root, used).every(({ attributes }) => ids.get(attributes[attribute] ?? '') === attributes[`${kind}Reference`])).toBe(true)
  }
  expect(items.filter((item) => all(item, 'Link').length > 0).map(({ attributes }) => attributes['SourceReference'])).toEqual(picture.links.map(({ source }) => `${source.file}, rij ${source.row}`))
  const ids = [...all(root, 'Strength'), ...all(root, 'AttributeClass'), ...all(root, 'EntityType'), ...all(root, 'LinkType'), ...items].map(({ attributes }) => attributes['Id'] ?? '')
  expect([ids.every((id) => /^ID\d+$/.test(id)), new Set(ids).size]).toEqual([true, ids.length])
  expect(entities.every(({ id }) => /^\d+$/.test(id ?? ''))).toBe(true)
  expect(root.children.map(({ name }) => name)).toEqual(['ApplicationVersion', 'StrengthCollection', 'AttributeClassCollection', 'EntityTypeCollection', 'LinkTypeCollection', 'Summary', 'ChartItemCollection'])
  expect(all(root, 'CustomProperty').map(({ attributes }) => [attributes['Name'], attributes['Value']])).toContainEqual(['Vertrouwelijkheid', 'geheim'])
})

test('CSV and XLSX: the chosen columns, nothing a formula, and in the workbook under what it left', () => {
  const few = { nodes: ['label', 'kind'], links: ['from', 'to', 'start'] } as const
  const bytes = exportNetwork(picture, { format: 'csv', table: 'nodes', columns: few }, frame)
  const lines: string[][] = parse(Buffer.from(bytes), { delimiter: ';', bom: true, relax_column_count: true, skip_empty_lines: false })
  const headings = lines.findIndex(([first]) => first === 'Naam')
  expect(lines.slice(0, headings)).toEqual([['Titel', 'Netwerk <rond> "A & B"'], ['Doel', 'RIEC-casus voorbereiden'], ['Stand op', '21-11-2026'], ['Vertrouwelijkheid', 'geheim'], ['Logregel', '77'], ['']])
  const rows = lines.slice(headings)
  expect(rows[0]).toEqual(['Naam', 'Soort'])
  expect(rows.slice(1, 6).map(([label]) => label)).toEqual([`'=HYPERLINK("x")`, 'Bakkerij "De Ë" & Zn. <b>', "'-1+1", 'met; puntkomma', 'regel\neen'])
  expect(rows).toHaveLength(picture.nodes.length + 1)
  const book = XLSX.read(exportNetwork(picture, { format: 'xlsx', table: 'links', columns: few }, frame), { type: 'array', cellFormula: true })
  expect(book.SheetNames).toEqual(['Knopen', 'Relaties', 'Verantwoording'])
  const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}))
  expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([])
  const table = XLSX.utils.sheet_to_json<string[]>(book.Sheets['Relaties'] ?? {}, { header: 1 })
  expect(table[0]).toEqual(['Van', 'Naar', 'Begin'])
  expect(table.slice(1).map(([from, to]) => `${from} > ${to}`)).toEqual(ends)
  expect(XLSX.utils.sheet_to_json(book.Sheets['Verantwoording'] ?? {}, { header: 1 })).toContainEqual(['Vertrouwelijkheid', 'geheim'])
})

test('whatever form a network leaves in, no BSN leaves with it: not in its title, a name, a ground or under what it left', async () => {
  const [node, link] = [picture.nodes[0], picture.links[0]]
  if (!node || !link) throw new Error('a node and a link were expected')
  const bsn = '111222333'
  const told = { nodes: [{ ...node, label: `Naam ${bsn}`, detail: bsn }], links: [{ ...link, from: node.key, to: node.key, label: bsn, ground: bsn, source: { ...link.source, file: `${bsn}.csv`, supplier: bsn } }] }
  const around = { ...frame, title: `Onderzoek ${bsn}`, purpose: `RIEC-casus voorbereiden, zaak ${bsn}` }
  const texts = (['graphml', 'gexf', 'anx', 'csv'] as const).map((format) => Buffer.from(exportNetwork(told, { format, table: 'links', columns }, around)).toString())
  const book = await unpack(Buffer.from(exportNetwork(told, { format: 'xlsx', table: 'links', columns }, around)))
  for (const left of [...texts, ...book.values(), pictureSvg(told, around), pictureHtml(told, around)]) expect(left).not.toContain(bsn)
})

test('the same network gives the same bytes; a page to print holds the whole picture', () => {
  for (const format of ['graphml', 'gexf', 'anx', 'csv'] as const) expect(exportNetwork(picture, { format, table: 'links', columns }, frame)).toEqual(exportNetwork(aPicture(), { format, table: 'links', columns }, frame))
  const html = pictureHtml(picture, frame)
  expect(html).toContain('<title>Netwerk &lt;rond&gt; &quot;A &amp; B&quot;</title>')
  expect(html).toMatch(/geheim.*logregel 77/s)
})
