import { expect, test } from 'vitest'
import type { NetworkLink, NetworkNode } from '#shared/model/network.ts'
import { bundleLinks } from '#shared/picture/bundles.ts'
import { linkLabelSize, nodeBoxes, overlap } from '#shared/picture/measures.ts'
import { layoutNetwork } from '../../../electron/engine/graph/index.ts'
import { aNetwork } from '../../fixtures/picture.ts'

type Places = ReturnType<typeof layoutNetwork>
type Asked = Parameters<typeof layoutNetwork>[0][number]

function ask(nodes: readonly NetworkNode[], links: readonly NetworkLink[], place: (node: NetworkNode) => Partial<Asked> = () => ({})): Places {
  const asked = nodes.map((node) => ({ key: node.key, label: node.label, x: null, y: null, pinned: false, ...place(node) }))
  return layoutNetwork(asked, bundleLinks(links).map(({ from, to, lines }) => ({ from, to, room: linkLabelSize(lines).width })))
}

function placed(nodes: readonly NetworkNode[], places: Places) {
  const byKey = new Map(places.map((place) => [place.key, place]))
  return nodes.map((node) => ({ ...node, x: byKey.get(node.key)?.x ?? Number.NaN, y: byKey.get(node.key)?.y ?? Number.NaN }))
}

function overlapping(nodes: ReturnType<typeof placed>): number {
  let pairs = 0
  nodes.forEach((first, index) => {
    for (const second of nodes.slice(index + 1)) {
      if (nodeBoxes(first).some((box) => nodeBoxes(second).some((other) => overlap(box, other) > 1))) pairs++
    }
  })
  return pairs
}

test('the same nodes and links give the same places, in whatever order they come', () => {
  const { nodes, links } = aNetwork(60)
  const places = ask(nodes, links)
  expect(ask(nodes, links)).toEqual(places)
  expect(ask(nodes.toReversed(), links.toReversed())).toEqual(places)
})

test.each([10, 100, 500])('no node or label covers another with %i nodes', (size) => {
  const { nodes, links } = aNetwork(size)
  expect(overlapping(placed(nodes, ask(nodes, links)))).toBe(0)
})

test('parts that are not connected stand apart', () => {
  const { nodes, links } = aNetwork(60)
  const [link] = links
  if (!link) throw new Error('a link was expected')
  const star = (part: readonly NetworkNode[]) => part.slice(1).map((node) => ({ ...link, from: part[0]?.key ?? node.key, to: node.key }))
  const parts = [nodes.slice(0, 25), nodes.slice(25, 40), nodes.slice(40, 41)]
  const all = placed(nodes.slice(0, 41), ask(nodes.slice(0, 41), parts.flatMap(star)))
  const boxes = parts.map((part) => all.filter(({ key }) => part.some((node) => node.key === key))).map((part) => ({
    left: Math.min(...part.map(({ x }) => x)), right: Math.max(...part.map(({ x }) => x)),
    top: Math.min(...part.map(({ y }) => y)), bottom: Math.max(...part.map(({ y }) => y)),
  }))
  const apart = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).map((other) => one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top),
  )
  expect(apart).toEqual([true, true, true])
})

test('pinned nodes stay, placed ones give way a little, new ones find room beside them', () => {
  const { nodes, links } = aNetwork(40)
  const known = nodes.slice(0, 30)
  const shown = (list: readonly NetworkNode[]) => links.filter(({ from, to }) => [from, to].every((key) => list.some((node) => node.key === key)))
  const before = new Map(ask(known, shown(known)).map((place) => [place.key, place]))
  const pinned = new Set(known.slice(0, 5).map(({ key }) => key))
  const after = placed(nodes, ask(nodes, links, ({ key }) => ({ ...before.get(key), pinned: pinned.has(key) })))
  const moves = after.flatMap(({ key, x, y }) => {
    const was = before.get(key)
    return was ? [{ key, distance: Math.hypot(x - was.x, y - was.y) }] : []
  })
  expect(moves.filter(({ key }) => pinned.has(key)).every(({ distance }) => distance === 0)).toBe(true)
  const width = Math.max(...after.map(({ x }) => x)) - Math.min(...after.map(({ x }) => x))
  expect(moves.reduce((sum, { distance }) => sum + distance, 0) / moves.length).toBeLessThan(width * 0.05)
  expect(overlapping(after)).toBe(0)
})

test('many new nodes around a few find room without covering them; nothing new moves nothing', () => {
  const { nodes, links } = aNetwork(40)
  const known = nodes.slice(0, 8)
  const shown = links.filter(({ from, to }) => [from, to].every((key) => known.some((node) => node.key === key)))
  const before = new Map(ask(known, shown).map((place) => [place.key, place]))
  expect(overlapping(placed(nodes, ask(nodes, links, ({ key }) => ({ ...before.get(key) }))))).toBe(0)
  expect(ask(known, shown, ({ key }) => ({ ...before.get(key) }))).toEqual([...before.values()])
})

test('nothing, one node, and a loop have a place too', () => {
  const { nodes, links } = aNetwork(12)
  const [first] = nodes
  const [link] = links
  if (!first || !link) throw new Error('a node and a link were expected')
  expect(ask([], [])).toEqual([])
  expect(ask([first], [])).toHaveLength(1)
  expect(ask([first], [{ ...link, from: first.key, to: first.key }])).toEqual(ask([first], []))
})
