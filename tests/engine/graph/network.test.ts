import { expect, test } from 'vitest'
import { countLinks, expandNetwork, findPath } from '../../../electron/engine/graph/index.ts'
import { HUB_LINKS } from '../../../electron/engine/graph/neighbourhood.ts'
import { fillNetwork, keyOf, type GivenLink } from '../../fixtures/network.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

// p1 ─ c1 ─ a1 ─ c2 ─ p2 ─ c3, and p1 ═ c2 twice in the past
const names = ['a1', 'a2', 'c1', 'c2', 'c3', 'p1', 'p2', 'p3']
const links: GivenLink[] = [
  { from: 'p1', to: 'c1', kind: 'director', start: '2021-05-01' },
  { from: 'c1', to: 'a1', kind: 'established-at', label: 'gevestigd' },
  { from: 'c2', to: 'a1', kind: 'established-at', label: 'gevestigd', start: '2019', end: '2023-06' },
  { from: 'p2', to: 'c2', kind: 'director', strength: 'suspected' },
  { from: 'p2', to: 'c3', kind: 'shareholder', label: 'aandeelhouder 60 %' },
  { from: 'p1', to: 'c2', kind: 'director', start: '2018', end: '2018' },
  { from: 'p1', to: 'c2', kind: 'proxy', label: 'gevolmachtigde', start: '2017-01', end: '2018-03' },
]

function smallNetwork() {
  const store = emptyStore()
  fillNetwork(store, names, links)
  return { context: contextOn(store), store }
}

const namesOf = (nodes: readonly { key: string }[]) => nodes.map(({ key }) => names.find((name) => keyOf(name) === key))

test('a node carries label, facts and number of links; a link carries its row and the ground of its delivery', () => {
  const { context } = smallNetwork()
  const found = expandNetwork(context, { keys: [keyOf('a1')], depth: 1, filter: {}, limit: 100 })
  expect(found.nodes[0]).toEqual({
    key: keyOf('a1'), kind: 'address', label: 'Markerkant 1', detail: '1316 AB · winkelfunctie', degree: 2, references: 0,
  })
  expect(found.nodes[1]).toEqual({
    key: keyOf('c1'), kind: 'company', label: 'Bedrijf 1 B.V.', detail: 'besloten vennootschap · KVK 01000001', degree: 2, references: 0,
  })
  expect(found.links[1]).toEqual({
    id: 3, from: keyOf('c2'), to: keyOf('a1'), kind: 'established-at', label: 'gevestigd', start: '2019', end: '2023-06', strength: 'confirmed',
    ground: 'art. 6 lid 1 onder e AVG; Privacyprotocol bestuurlijke aanpak ondermijning',
    source: { recordId: 2 ** 32 + 4, deliveryId: 1, file: 'handelsregister.csv', sheet: 'Blad1', row: 4, supplier: 'KVK', referenceDate: '2026-10-01' },
  })
  expect(expandNetwork(context, { keys: [keyOf('p1')], depth: 0, filter: {}, limit: 100 }).nodes).toEqual([
    { key: keyOf('p1'), kind: 'person', label: 'J. de Proef1', detail: 'geboren 1975', degree: 3, references: 0 },
  ])
})

test('depth 0 gives the links among the given nodes, each step one more ring', () => {
  const { context } = smallNetwork()
  const among = expandNetwork(context, { keys: [keyOf('p1'), keyOf('c2'), keyOf('c3')], depth: 0, filter: {}, limit: 100 })
  expect(among.links.map(({ id }) => id)).toEqual([6, 7])
  const rings = [0, 1, 2, 3, 4].map((depth) => namesOf(expandNetwork(context, { keys: [keyOf('c1')], depth, filter: {}, limit: 100 }).nodes))
  expect(rings).toEqual([['c1'], ['c1', 'a1', 'p1'], ['c1', 'a1', 'p1', 'c2'], ['c1', 'a1', 'p1', 'c2', 'p2'], ['c1', 'a1', 'p1', 'c2', 'p2', 'c3']])
})

test('links to what is on the table already come along, its nodes do not', () => {
  const { context } = smallNetwork()
  const found = expandNetwork(context, { keys: [keyOf('p1')], depth: 0, filter: {}, limit: 100, shown: [keyOf('c2'), keyOf('p2'), keyOf('p1')] })
  expect([namesOf(found.nodes), found.links.map(({ id }) => id)]).toEqual([['p1'], [6, 7]])
})

test('an entity without links stands alone; one that is not in the vault is a problem', () => {
  const { context } = smallNetwork()
  expect(namesOf(expandNetwork(context, { keys: [keyOf('a2'), keyOf('c3')], depth: 1, filter: {}, limit: 100 }).nodes)).toEqual(['c3', 'p2', 'a2'])
  expect(() => expandNetwork(context, { keys: [keyOf('c9')], depth: 1, filter: {}, limit: 100 })).toThrow('not-found')
  expect(countLinks(context, keyOf('a2'), {})).toEqual([])
})

test('counts go by kind and direction and follow the filter', () => {
  const { context } = smallNetwork()
  expect(countLinks(context, keyOf('c2'), {})).toEqual([
    { kind: 'established-at', direction: 'out', count: 1 },
    { kind: 'director', direction: 'in', count: 2 },
    { kind: 'proxy', direction: 'in', count: 1 },
  ])
  expect(countLinks(context, keyOf('c2'), { from: '2019', kinds: ['director', 'proxy'] })).toEqual([{ kind: 'director', direction: 'in', count: 1 }])
})

test('the period is inclusive, incomplete dates count as widely as they can, links without dates pass', () => {
  const { context } = smallNetwork()
  const idsWithin = (from: string | null, to: string | null) => expandNetwork(context, { keys: names.slice(0, 7).map(keyOf), depth: 0, filter: { from, to }, limit: 100 }).links.map(({ id }) => id)
  expect(idsWithin('2023-06-30', null)).toEqual([1, 2, 3, 4, 5])
  expect(idsWithin('2023-07-01', null)).toEqual([1, 2, 4, 5])
  expect(idsWithin(null, '2017-01-01')).toEqual([2, 4, 5, 7])
  expect(idsWithin('2018', '2018')).toEqual([2, 4, 5, 6, 7])
  expect(idsWithin('2018-04', '2018-12')).toEqual([2, 4, 5, 6])
})

test('more than the limit is cut off in a fixed order and said', () => {
  const { context } = smallNetwork()
  const cut = expandNetwork(context, { keys: [keyOf('c1')], depth: 4, filter: {}, limit: 4 })
  expect([namesOf(cut.nodes), cut.truncated]).toEqual([['c1', 'a1', 'p1', 'c2'], true])
  expect(expandNetwork(context, { keys: [keyOf('c1')], depth: 4, filter: {}, limit: 6 }).truncated).toBe(false)
})

test('a hub is shown and not walked through, unless it was asked for itself', () => {
  const store = emptyStore()
  const homes = Array.from({ length: HUB_LINKS + 1 }, (_, index) => `a${index + 1}`)
  fillNetwork(store, ['c1', 'c2', ...homes], [
    ...homes.map((to): GivenLink => ({ from: 'c1', to, kind: 'mortgagee', label: 'hypotheekhouder' })),
    { from: 'c2', to: 'a1', kind: 'owner', label: 'eigendom 1/1' },
  ])
  const context = contextOn(store)
  const around = expandNetwork(context, { keys: [keyOf('c2')], depth: 3, filter: {}, limit: 2000 })
  expect([around.nodes.length, around.hubs]).toEqual([3, [keyOf('c1')]])
  const asked = expandNetwork(context, { keys: [keyOf('c1')], depth: 1, filter: {}, limit: 2000 })
  expect([asked.nodes.length, asked.hubs]).toEqual([HUB_LINKS + 2, []])
})

test('a path keeps away from excluded nodes and follows the filter', () => {
  const { context } = smallNetwork()
  const path = (from: string, to: string, filter = {}, exclude: string[] = []) => {
    const { path: keys, links: found } = findPath(context, keyOf(from), keyOf(to), filter, exclude.map(keyOf))
    return [namesOf(keys.map((key) => ({ key }))), found.map(({ id }) => id)]
  }
  expect(path('p1', 'c3')).toEqual([['p1', 'c2', 'p2', 'c3'], [4, 5, 6, 7]])
  expect(path('c3', 'p1')).toEqual([['c3', 'p2', 'c2', 'p1'], [4, 5, 6, 7]])
  expect(path('p1', 'c3', { from: '2020' })).toEqual([['p1', 'c1', 'a1', 'c2', 'p2', 'c3'], [1, 2, 3, 4, 5]])
  expect(path('p1', 'p1')).toEqual([['p1'], []])
  expect(() => path('p1', 'c3', {}, ['c2'])).toThrow('no-path')
  expect(() => path('p1', 'a2')).toThrow('no-path')
  expect(() => path('p1', 'c3', { kinds: ['established-at'] })).toThrow('no-path')
})

test('departments count while their reference lives', () => {
  const { context, store } = smallNetwork()
  store.write((writer) => {
    for (const [row, department, expires] of [[2, 'VTH', null], [3, 'VTH', '2027-01-01'], [4, 'Belastingen', '2026-11-20'], [5, 'Sociale recherche', '2026-11-21']] as const) {
      writer.run(
        `INSERT INTO signal_record (id, signal_number, department, signal_kind, phenomenon, expires, contact_role, reporter_kind, given_street, given_letter, given_suffix, given_postcode, given_city, address_id)
         VALUES (?, '', ?, '', '', ?, '', '', '', '', '', '', '', ?)`,
        row, department, expires, Number(keyOf('a1').split(':')[1]),
      )
    }
  })
  expect(expandNetwork(context, { keys: [keyOf('a1')], depth: 0, filter: {}, limit: 10 }).nodes[0]?.references).toBe(2)
})

test('the graph is built once and again after a change', () => {
  const { context, store } = smallNetwork()
  expect(countLinks(context, keyOf('c3'), {})).toHaveLength(1)
  store.write((writer) => void writer.run('DELETE FROM link WHERE id = 5'))
  expect(countLinks(context, keyOf('c3'), {})).toEqual([])
})
