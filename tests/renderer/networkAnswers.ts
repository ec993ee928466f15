import type { OutputOf } from '#shared/contract/index.ts'
import { splitKey, type EntityKey, type LinkKind } from '#shared/model/entity.ts'
import type { Network, NetworkLink, NetworkNode } from '#shared/model/network.ts'
import { layoutNetwork } from '../../electron/engine/graph/layout.ts'
import { aNetwork } from '../fixtures/picture.ts'
import { FakeProblem, type FakeAnswers } from './fakeEngine.ts'
import { source } from './municipality.ts'

/**
 * Answers of the network procedures over one network in memory, walked in the plainest way. No one in it exists.
 * @param atOnce the first expansion brings everything, for pictures of a size
 */
export function networkAnswers(all: Network, atOnce = false): FakeAnswers {
  const around = (keys: readonly EntityKey[]) => all.links.flatMap(({ from, to }) => [...(keys.includes(from) ? [to] : []), ...(keys.includes(to) ? [from] : [])])
  const pick = (keys: ReadonlySet<EntityKey>, shown: readonly EntityKey[] = []): Network => ({
    nodes: all.nodes.filter(({ key }) => keys.has(key)),
    links: all.links.filter(({ from, to }) => (keys.has(from) || keys.has(to)) && [from, to].every((key) => keys.has(key) || shown.includes(key))),
  })
  return {
    'network.preview': ({ key, shown }) => {
      const groups = new Map<string, OutputOf<'network.preview'>['groups'][number]>()
      for (const link of all.links.filter(({ from, to }) => from === key || to === key)) {
        const direction = link.from === key ? 'out' : 'in'
        const other = direction === 'out' ? link.to : link.from
        const known = groups.get(`${link.kind} ${direction}`) ?? { kind: link.kind, direction, entity: splitKey(other).kind, links: 0, neighbours: 0, fresh: 0 }
        groups.set(`${link.kind} ${direction}`, { ...known, links: known.links + 1, neighbours: known.neighbours + 1, fresh: known.fresh + (shown?.includes(other) ? 0 : 1) })
      }
      const found = new Set(around([key]))
      return { groups: [...groups.values()], neighbours: found.size, fresh: [...found].filter((one) => !shown?.includes(one)).length }
    },
    'network.expand': ({ keys, depth, shown, limit }) => {
      const found = new Set(atOnce && depth > 0 ? all.nodes.map(({ key }) => key) : keys)
      for (let step = 0; step < depth; step++) for (const key of around([...found])) if (found.size < limit) found.add(key)
      return { ...pick(found, shown), truncated: !atOnce && found.size >= limit, hubs: [] }
    },
    'network.path': ({ from, to, exclude }) => {
      const before = new Map<EntityKey, EntityKey>([[from, from]])
      const queue = [from]
      for (const key of queue) {
        for (const next of around([key])) {
          if (before.has(next) || exclude.includes(next)) continue
          before.set(next, key)
          queue.push(next)
        }
      }
      if (!before.has(to)) throw new FakeProblem('no-path')
      const path = [to]
      for (let key = to; key !== from; path.unshift(key)) key = before.get(key) ?? from
      return { ...pick(new Set(path)), paths: [path] }
    },
    'network.layout': ({ nodes, links }) => layoutNetwork(nodes, links),
    'network.refine': ({ nodes, links }) => layoutNetwork(nodes, links),
    'network.places': ({ keys }) => keys.map((key, index) => ({ key, x: 143_000 + 90 * index, y: 487_000 + 40 * (index % 7) })),
    'network.picture': ({ format }) => ({ file: `Netwerk.${format}`, logLine: 4219 }),
    'reference.lookup': () => ({
      departments: [
        { department: 'Vergunningen, toezicht en handhaving', isHit: true, references: [reference('controle', 'toezicht@'), reference('vergunning', 'toezicht@')], alsoAt: [] },
        { department: 'Sociale recherche', isHit: true, references: [reference('onderzoek', 'sr-balie@')], alsoAt: [] },
        { department: 'Belastingen', isHit: false, references: [], alsoAt: [] },
        { department: 'Burgerzaken', isHit: false, references: [], alsoAt: [] },
      ],
    }),
    'case.create': ({ title, phenomenon }) => ({
      id: 8, number: 'C-2026-8', title, phenomenon, status: 'draft', subjectCount: 3, createdAt: '2026-11-21T09:00:00Z', createdBy: 'A. Analist', changedAt: '2026-11-21T09:00:00Z', keptUntil: null, isDue: false, isListed: false,
    }),
  }
}

function reference(kind: string, contactRole: string) {
  return { kind, phenomenon: 'witwassen', from: '2024', to: null, received: null, contactRole }
}

/** The network of the design's picture: an address, its companies, and who stands behind them. */
export function markerkant(): Network {
  const node = (key: EntityKey, kind: NetworkNode['kind'], label: string, detail: string, degree: number, references = 0): NetworkNode => ({ key, kind, label, detail, degree, references })
  const nodes = [
    node('address:0034200000123456', 'address', 'Markerkant 12-34', '1316 AB · winkelfunctie', 3, 3),
    node('address:0034200000123001', 'address', 'Steiger 118', '1351 AB · industriefunctie', 1),
    node('address:0034200000123002', 'address', 'Randstad 22 A', '1314 BA · kantoorfunctie', 1, 1),
    node('address:0034200000123003', 'address', 'Botter 5', '1317 CA · woonfunctie', 72),
    node('company:14', 'company', 'Polderglas B.V.', 'besloten vennootschap · KVK 69599084', 3),
    node('company:15', 'company', 'Kiem & Co V.O.F.', 'vennootschap onder firma · KVK 90001354', 3),
    node('company:12', 'company', 'Havenzicht Holding B.V.', 'besloten vennootschap · KVK 90004760', 3),
    node('company:13', 'company', 'Stichting Noordkade', 'stichting · KVK 90004761', 3),
    node('person:7', 'person', 'J. de Vries-Zandstra', 'geboren 1974', 2),
    node('person:9', 'person', 'M. Appelman', 'geboren 1988', 5),
  ]
  let row = 0
  const link = (from: EntityKey, to: EntityKey, kind: LinkKind, label: string, start: string | null, end: string | null, strength: NetworkLink['strength'] = 'confirmed'): NetworkLink => {
    row += 1
    return { id: row, from, to, kind, label, start, end, strength, ground: 'art. 6 lid 1 onder e AVG', source: source('Handelsregister.xlsx', 2040 + row, 'KVK') }
  }
  return {
    nodes,
    links: [
      link('company:14', 'address:0034200000123456', 'established-at', 'gevestigd', '2023-02-01', null),
      link('company:14', 'address:0034200000123001', 'established-at', 'gevestigd', '2017', '2023-01'),
      link('company:15', 'address:0034200000123456', 'established-at', 'gevestigd', '2024-03', '2025-06-30'),
      link('company:15', 'address:0034200000123002', 'established-at', 'gevestigd', '2020', '2024-02'),
      link('person:7', 'company:14', 'director', 'bestuurder', '2019-03-15', null),
      link('person:7', 'company:12', 'director', 'bestuurder', '2016', null),
      link('company:12', 'address:0034200000123456', 'owner', 'eigendom 1/1', '2016-07-01', null),
      link('person:9', 'company:15', 'partner', 'vennoot', '2020', null),
      link('person:9', 'company:13', 'director', 'bestuurder', null, null, 'suspected'),
      link('company:12', 'company:13', 'shareholder', 'aandeelhouder 60 %', '2021', null),
      link('company:13', 'address:0034200000123003', 'established-at', 'gevestigd', '2021-05', null),
    ],
  }
}

/** A synthetic town of a size; its first node is what the search of the municipality finds first. */
export function town(size: number): Network {
  const { nodes, links } = aNetwork(size)
  const hub = nodes.find(({ kind }) => kind === 'address')?.key ?? ''
  const rename = (key: EntityKey) => (key === hub ? 'address:0034200000123456' : key)
  const degrees = new Map<EntityKey, number>()
  for (const { from, to } of links) for (const key of [from, to]) degrees.set(key, (degrees.get(key) ?? 0) + 1)
  return {
    nodes: nodes.map((node) => ({ ...node, key: rename(node.key), degree: degrees.get(node.key) ?? 0 })),
    links: links.map((link) => ({ ...link, from: rename(link.from), to: rename(link.to) })),
  }
}
