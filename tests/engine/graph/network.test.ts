import { expect, test } from 'vitest'
import { commonGround, connectEntities, expandNetwork, findPaths, measureNetwork, previewExpansion } from '../../../electron/engine/graph/index.ts'
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
  expect(previewExpansion(context, keyOf('a2'), {}, [])).toEqual({ groups: [], neighbours: 0, fresh: 0 })
})

test('counts go by kind and direction and follow the filter', () => {
  const { context } = smallNetwork()
  expect(previewExpansion(context, keyOf('c2'), {}, [keyOf('p1')])).toEqual({
    groups: [
      { kind: 'established-at', direction: 'out', entity: 'address', links: 1, neighbours: 1, fresh: 1 },
      { kind: 'director', direction: 'in', entity: 'person', links: 2, neighbours: 2, fresh: 1 },
      { kind: 'proxy', direction: 'in', entity: 'person', links: 1, neighbours: 1, fresh: 0 },
    ],
    neighbours: 3,
    fresh: 2,
  })
  expect(previewExpansion(context, keyOf('c2'), { from: '2019', kinds: ['director', 'proxy'] }, []).groups).toEqual([
    { kind: 'director', direction: 'in', entity: 'person', links: 1, neighbours: 1, fresh: 1 },
  ])
})

test('expanding can bring in some kinds only', () => {
  const { context } = smallNetwork()
  expect(namesOf(expandNetwork(context, { keys: [keyOf('c2')], depth: 1, filter: {}, limit: 9, entities: ['person'] }).nodes)).toEqual(['c2', 'p1', 'p2'])
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
    const { paths, links: found } = findPaths(context, { from: keyOf(from), to: keyOf(to), filter, exclude: exclude.map(keyOf), count: 1, inTimeOrder: false, hubs: 'pass' })
    return [namesOf((paths[0] ?? []).map((key) => ({ key }))), found.map(({ id }) => id)]
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
  expect(previewExpansion(context, keyOf('c3'), {}, []).groups).toHaveLength(1)
  store.write((writer) => void writer.run('DELETE FROM link WHERE id = 5'))
  expect(previewExpansion(context, keyOf('c3'), {}, []).groups).toEqual([])
})

test('several paths, in time order, over public registers, past hubs', () => {
  const { context } = smallNetwork()
  const ask = (from: string, to: string, more: Partial<Parameters<typeof findPaths>[1]> = {}) =>
    findPaths(context, { from: keyOf(from), to: keyOf(to), filter: {}, exclude: [], count: 5, inTimeOrder: false, hubs: 'pass', ...more }).paths.map((path) => namesOf(path.map((key) => ({ key }))).join(' '))
  expect(ask('p1', 'c3')).toEqual(['p1 c2 p2 c3', 'p1 c1 a1 c2 p2 c3'])
  // over c1 the relation begins in 2021, and c2 left a1 in 2023: that goes; back from c2 it began in 2019 and p1 left in 2018
  expect(ask('p1', 'a1', { inTimeOrder: true })).toEqual(['p1 c1 a1', 'p1 c2 a1'])
  expect(ask('a1', 'p1', { inTimeOrder: true })).toEqual(['a1 c1 p1'])
  expect(() => ask('p1', 'c3', { filter: { strengths: ['confirmed'] } })).toThrow('no-path')
  expect(ask('p1', 'a1', { filter: { sources: 'open' } })).toEqual(['p1 c1 a1', 'p1 c2 a1'])
})

test('a connecting network joins what can be joined and tells what cannot', () => {
  const { context } = smallNetwork()
  const question = { filter: {}, exclude: [], hubs: 'pass' as const, limit: 100 }
  const joined = connectEntities(context, { ...question, keys: ['p1', 'c3', 'a1'].map(keyOf) })
  expect([namesOf(joined.nodes).toSorted((one, other) => String(one).localeCompare(String(other))), joined.groups.length]).toEqual([['a1', 'c1', 'c2', 'c3', 'p1', 'p2'].filter((name) => namesOf(joined.nodes).includes(name)), 1])
  expect(joined.nodes.length).toBeLessThanOrEqual(6)
  const apart = connectEntities(context, { ...question, keys: ['p1', 'c3', 'a2'].map(keyOf), exclude: [keyOf('p2')] })
  expect(apart.groups.map((group) => namesOf(group.map((key) => ({ key }))))).toEqual([['c3'], ['p1'], ['a2']])
})

test('measures are of companies and addresses; persons stand in parts and communities only', () => {
  const { context } = smallNetwork()
  const measures = measureNetwork(context, names.slice(0, 7).map(keyOf), {})
  expect(measures.nodes.map(({ key }) => key)).toEqual(['a1', 'c1', 'c2', 'c3', 'a2'].map(keyOf))
  expect(measures.nodes.find(({ key }) => key === keyOf('c2'))).toMatchObject({ degree: 3, isCutPoint: true })
  expect(measures.nodes.every(({ key }) => !key.startsWith('person:'))).toBe(true)
  expect(measures.parts.map((part) => part.length)).toEqual([6, 1])
  expect(measures.bridges.map(({ from, to, smallerSide }) => [...namesOf([{ key: from }, { key: to }]), smallerSide])).toEqual([['c2', 'p2', 2]])
})

test('what two groups have in common: members of both, and whoever is linked to each', () => {
  const { context } = smallNetwork()
  const common = commonGround(context, ['c1', 'c2'].map(keyOf), ['c2', 'c3'].map(keyOf), {})
  expect([namesOf(common.shared.map((key) => ({ key }))), namesOf(common.between.map((key) => ({ key })))]).toEqual([['c2'], ['a1', 'p1', 'p2']])
})
