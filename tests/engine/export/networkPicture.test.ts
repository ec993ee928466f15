import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import type { NetworkLink, NetworkPicture, PlacedNode } from '#shared/model/network.ts'
import { textWidth } from '#shared/picture/textWidth.ts'
import { picturePng, pictureSvg, type PictureFrame } from '../../../electron/engine/export/networkPicture.ts'
import { aNetwork } from '../../fixtures/picture.ts'

const frame: PictureFrame = { title: 'Netwerk rond Markerkant 12', date: '2026-11-21', purpose: 'RIEC-casus voorbereiden, zaak 2026-014', logLine: 4218, confidentiality: 'confidential' }

function aPicture(size: number): NetworkPicture {
  const { nodes, links } = aNetwork(size)
  return { links, nodes: nodes.map((node, index): PlacedNode => ({ ...node, x: (index % 6) * 180, y: Math.floor(index / 6) * 140, pinned: false })) }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

test('the same network gives the same bytes, in whatever order its nodes and links come', () => {
  const picture = aPicture(30)
  const turned = { nodes: picture.nodes.toReversed(), links: picture.links.toReversed() }
  expect(hashOf(pictureSvg(turned, frame))).toBe(hashOf(pictureSvg(picture, frame)))
  expect(hashOf(picturePng(turned, frame))).toBe(hashOf(picturePng(picture, frame)))
})

test('title, day, purpose, log line and legend stand around it', () => {
  const svg = pictureSvg(aPicture(30), frame)
  for (const words of ['Netwerk rond Markerkant 12', 'Stand op 21-11-2026', 'RIEC-casus voorbereiden, zaak 2026-014', 'logregel 4.218', 'adres (', 'bevestigd', 'vermoed']) {
    expect(svg).toContain(words)
  }
})

test('however small the picture and long the purpose, how confidential it is and its line in the log stay whole', () => {
  const small = { nodes: aPicture(12).nodes.slice(0, 1), links: [] }
  const long = pictureSvg(small, { ...frame, purpose: `Onderzoek naar ${'een lang omschreven samenhang '.repeat(6)}, zaak 2026-014` })
  const words = [...long.matchAll(/<text[^>]*font-size="12"[^>]*>([^<]*)</g)].map(([, line]) => line).join(' ')
  for (const whole of ['vertrouwelijk', 'logregel 4.218', 'zaak 2026-014']) expect(words).toContain(whole)
})

test('what is not confirmed is dashed and bears a question mark; a link between companies has an arrow', () => {
  const { nodes, links } = aPicture(30)
  const [one, other] = nodes.filter(({ kind }) => kind === 'company')
  const [link] = links
  if (!one || !other || !link) throw new Error('two companies were expected')
  const between = (strength: NetworkLink['strength']) =>
    pictureSvg({ nodes: [one, other], links: [{ ...link, from: one.key, to: other.key, label: 'aandeelhouder 60 %', strength, start: '2020', end: null }] }, frame)
  expect(between('suspected')).toContain('aandeelhouder 60 %? 2020–')
  expect(between('suspected').match(/<path[^>]*stroke-dasharray/g)).toHaveLength(2)
  expect(between('confirmed')).not.toContain('stroke-dasharray')
  expect(between('confirmed').match(/<polygon/g)?.length).toBe(2 + 1 + 1)
})

test('whatever stands in a name stays text', () => {
  const [node] = aPicture(12).nodes
  if (!node) throw new Error('a node was expected')
  const svg = pictureSvg({ nodes: [{ ...node, label: '<script>"&\u0007' }], links: [] }, { ...frame, title: 'A & <B>' })
  expect(svg).not.toContain('<script>')
  expect(svg).toContain('&lt;script&gt;&quot;&amp;')
  expect(svg).toContain('A &amp; &lt;B&gt;')
})

test('an empty picture still is a picture', () => {
  const png = picturePng({ nodes: [], links: [] }, frame)
  expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
})

test('words are drawn in the font that comes with the application', () => {
  const [node] = aPicture(12).nodes
  if (!node) throw new Error('a node was expected')
  const drawn = (label: string) => hashOf(picturePng({ nodes: [{ ...node, label }], links: [] }, frame))
  expect(drawn('Botter 5')).not.toBe(drawn(''))
})

test.each(['Horeca Exploitatie Flevo B.V.', 'aandeelhouder 60 % 2021–2023', 'Jacques Tatilaan 126'])('"%s" is as wide as reckoned', (words) => {
  const fontFiles = [createRequire(import.meta.url).resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="100" font-family="Inter" font-size="20"><text x="9" y="50">${words}</text></svg>`
  const width = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()?.width ?? 0
  expect(Math.abs(textWidth(words, 20) - width)).toBeLessThan(width * 0.03)
})
