import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cluster, type ClusterRules, type Edge } from '../../../electron/engine/link/clusters.ts'

const COUNT = 12
const place = fc.integer({ min: 0, max: COUNT - 1 })
const edges = fc.array(fc.record({ left: place, right: place, weight: fc.integer({ min: 0, max: 20 }) }).filter(({ left, right }) => left !== right), { maxLength: 30 })
const apart = fc.array(fc.tuple(place, place).filter(([left, right]) => left !== right), { maxLength: 12 })

function rulesOf(foes: readonly [number, number][], known: readonly Edge[]): ClusterRules {
  const excluded = new Set(foes.flatMap(([left, right]) => [`${left} ${right}`, `${right} ${left}`]))
  const weights = new Map(known.flatMap(({ left, right, weight }) => [[`${left} ${right}`, weight], [`${right} ${left}`, weight]] as const))
  return { contradicts: (left, right) => excluded.has(`${left} ${right}`), weigh: (left, right) => weights.get(`${left} ${right}`) ?? -5, least: 0 }
}

/** One weight per pair, whatever way round it was drawn. */
function once(all: readonly Edge[]): Edge[] {
  return [...new Map(all.map((edge) => [[edge.left, edge.right].sort((a, b) => a - b).join(' '), edge])).values()]
}

test('no cluster contains a contradiction, also when a human joined', () => {
  fc.assert(fc.property(edges, edges, apart, (all, musts, foes) => {
    const { clusterOf } = cluster(COUNT, all, rulesOf(foes, all), musts)
    for (const [left, right] of foes) expect(clusterOf[left]).not.toBe(clusterOf[right])
  }))
})

test('the order of the edges, and which side stands left, make no difference', () => {
  fc.assert(fc.property(edges, apart, fc.integer(), (drawn, foes, seed) => {
    const all = once(drawn)
    const rules = rulesOf(foes, all)
    const turned = all.map(({ left, right, weight }) => ({ left: right, right: left, weight })).sort((a, b) => ((a.left * 31 + a.right * 17 + seed) % 7) - ((b.left * 31 + b.right * 17 + seed) % 7))
    expect(cluster(COUNT, turned, rules).clusterOf).toEqual(cluster(COUNT, all, rules).clusterOf)
  }))
})

test('a cluster is named by its first record, and what no edge names stays by itself', () => {
  const { clusterOf } = cluster(5, [{ left: 3, right: 1, weight: 9 }], rulesOf([], []))
  expect([...clusterOf]).toEqual([0, 1, 2, 1, 4])
})

test('a chain breaks at its weakest link', () => {
  const chain: Edge[] = [{ left: 0, right: 1, weight: 9 }, { left: 1, right: 2, weight: 7 }, { left: 2, right: 3, weight: 8 }]
  const { clusterOf, refused } = cluster(4, chain, rulesOf([], chain))
  expect([...clusterOf]).toEqual([0, 0, 2, 2])
  expect(refused).toEqual([{ edge: chain[1], why: 'weak' }])
})

test('what contradicts is refused and said', () => {
  const all: Edge[] = [{ left: 0, right: 1, weight: 9 }, { left: 1, right: 2, weight: 8 }]
  expect(cluster(3, all, rulesOf([[0, 2]], all)).refused).toEqual([{ edge: all[1], why: 'contradiction' }])
})
