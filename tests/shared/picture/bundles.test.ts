import { expect, test } from 'vitest'
import type { NetworkLink } from '#shared/model/network.ts'
import { bundleLinks } from '#shared/picture/bundles.ts'
import { labelLines } from '#shared/picture/measures.ts'
import { textWidth, wrapText } from '#shared/picture/textWidth.ts'

const source = { recordId: 1, deliveryId: 1, file: '', sheet: '', row: 1, supplier: '', referenceDate: null }

function link(id: number, from: string, to: string, given: Partial<NetworkLink> = {}): NetworkLink {
  return { id, from, to, kind: 'director', label: 'bestuurder', start: null, end: null, strength: 'confirmed', ground: '', source, ...given }
}

test('links between the same two nodes become one line with a row of words each', () => {
  const bundles = bundleLinks([
    link(3, 'person:1', 'company:1', { label: 'aandeelhouder 60 %', start: '2021-05-01' }),
    link(1, 'person:1', 'company:1', { start: '2019', end: '2019-08' }),
    link(2, 'person:2', 'company:1', { strength: 'suspected' }),
  ])
  expect(bundles.map(({ id, lines, strength, isDirected }) => ({ id, lines, strength, isDirected }))).toEqual([
    { id: 'company:1|person:1', lines: ['bestuurder 2019', 'aandeelhouder 60 % 2021–'], strength: 'confirmed', isDirected: false },
    { id: 'company:1|person:2', lines: ['bestuurder?'], strength: 'suspected', isDirected: false },
  ])
})

test('years that are the same for all stand there once, and what follows a comma is left to the details', () => {
  const both = bundleLinks([
    link(1, 'person:1', 'company:1', { label: 'bestuurder, zelfstandig bevoegd', start: '2026-01' }),
    link(2, 'person:1', 'company:1', { label: 'enig aandeelhouder 1/1', start: '2026-03' }),
  ])
  expect(both[0]?.lines).toEqual(['bestuurder', 'enig aandeelhouder 1/1', '2026–'])
})

test('what does not fit in two rows is counted; equal words stand there once', () => {
  const [bundle] = bundleLinks([1, 2, 3, 4].map((id) => link(id, 'person:1', 'company:1', { label: `functie ${Math.min(id, 3)}` })))
  expect(bundle?.lines).toEqual(['functie 1', 'functie 2 +1'])
  expect(bundle?.links).toHaveLength(4)
})

test('between companies each direction has a line of its own, bent apart only when there are both', () => {
  const both = bundleLinks([link(1, 'company:1', 'company:2'), link(2, 'company:2', 'company:1')])
  expect(both.map(({ id, isDirected, bend }) => [id, isDirected, bend > 0])).toEqual([['company:1|company:2', true, true], ['company:2|company:1', true, true]])
  expect(bundleLinks([link(1, 'company:2', 'company:1')])[0]).toMatchObject({ from: 'company:2', isDirected: true, bend: 0 })
})

test('words are measured as Inter draws them and broken at spaces', () => {
  expect(textWidth('é', 10)).toBe(textWidth('e', 10))
  expect(labelLines('Horeca Exploitatie Flevo B.V.')).toEqual(['Horeca Exploitatie', 'Flevo B.V.'])
  expect(wrapText('een twee drie vier vijf', 10, 50, 2)).toEqual(['een twee', 'drie vier…'])
  expect(wrapText('', 10, 40, 2)).toEqual([])
})
