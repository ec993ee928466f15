import { expect, test } from 'vitest'
import type { NetworkLink, NetworkNode } from '#shared/model/network.ts'
import { addNetwork, emptyDrawing } from '../../../renderer/views/Network/drawing.ts'
import { groupsThatFit, MOST_LINES, MOST_NODES } from '../../../renderer/views/Network/fitting.ts'
import { source } from '../municipality.ts'

const node = (key: string): NetworkNode => ({ key, kind: key.startsWith('address') ? 'address' : 'company', label: key, detail: '', degree: 1, references: 0 })
const link = (id: number, from: string, to: string): NetworkLink => ({ id, from, to, kind: 'established-at', label: '', start: null, end: null, strength: 'confirmed', ground: '', source: source('a.csv', id, 'KVK') })
const hub = node('address:0034200000000001')

test('what fits is left as it is; one node too many is grouped until it fits, and a picture of links that cannot is said to be too large', () => {
  const leaves = Array.from({ length: MOST_NODES }, (_, at) => node(`company:${at + 1}`))
  const links = leaves.map(({ key }, at) => link(at + 1, key, hub.key))
  expect(groupsThatFit(addNetwork(emptyDrawing, { nodes: [hub, ...leaves.slice(1)], links: links.slice(1) }, []))).toEqual({ plans: [], isEnough: true })
  const { plans, isEnough } = groupsThatFit(addNetwork(emptyDrawing, { nodes: [hub, ...leaves], links }, []))
  expect([plans.map(({ members }) => members.length), isEnough]).toEqual([[MOST_NODES], true])
  // more lines than can be drawn between companies that nothing binds but each other
  const mesh = leaves.slice(0, 200)
  const pairs = Array.from({ length: MOST_LINES + 1 }, (_, at): NetworkLink => ({ ...link(at + 1, `company:${1 + (at % 200)}`, `company:${1 + ((at * 7 + 1 + Math.floor(at / 200)) % 200)}`), kind: 'proxy' }))
  expect(groupsThatFit(addNetwork(emptyDrawing, { nodes: mesh, links: pairs.filter(({ from, to }) => from !== to) }, [])).isEnough).toBe(pairs.filter(({ from, to }) => from !== to).length <= MOST_LINES)
})
