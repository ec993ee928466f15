import { expect, test } from 'vitest'
import { addNetwork, emptyDrawing, noFilter, type Drawing, type ViewFilter } from '../../../renderer/views/Network/drawing.ts'
import { linksPerYear } from '../../../renderer/views/Network/period.ts'
import { sceneOf } from '../../../renderer/views/Network/sceneOf.ts'
import { allNodes, inverted, missingLinks, linksIn, withNeighbours } from '../../../renderer/views/Network/selection.ts'
import { isWithin, partOfPicture, pictureOf, visibleOf } from '../../../renderer/views/Network/visible.ts'
import { markerkant } from '../networkAnswers.ts'

const all = markerkant()
const address = 'address:0034200000123456'

function drawn(filter: Partial<ViewFilter> = {}): Drawing {
  return { ...addNetwork(emptyDrawing, all, []), filter: { ...noFilter, ...filter } }
}

test('a kind that is off is gone with its links; a kind of link that is off leaves the nodes', () => {
  const withoutPersons = visibleOf(drawn({ offKinds: ['person'] }))
  expect([withoutPersons.nodes.length, withoutPersons.links.length]).toEqual([8, 7])
  const withoutOffices = visibleOf(drawn({ offLinks: ['director', 'partner'] }))
  expect([withoutOffices.nodes.length, withoutOffices.links.length]).toEqual([10, 7])
})

test('of what is chosen, the links among it come along and no other', () => {
  const whole = pictureOf(drawn())
  const [link] = whole.links
  if (!link) throw new Error('a link was expected')
  const part = partOfPicture(drawn(), new Set([link.from, link.to]))
  expect(part.nodes.map(({ key }) => key).toSorted()).toEqual([link.from, link.to].toSorted())
  expect(part.links.length).toBeGreaterThan(0)
  expect(part.links.every(({ from, to }) => [link.from, link.to].includes(from) && [link.from, link.to].includes(to))).toBe(true)
  expect(partOfPicture(drawn(), null)).toEqual(whole)
})

test('what lies outside the period fades and stays; what has no date never fades', () => {
  const visible = visibleOf(drawn({ from: '2026' }))
  expect([visible.nodes.length, visible.links.length]).toEqual([10, 11])
  const faded = sceneOf(visible, null)
  expect(faded.nodes.filter(({ isFaded }) => isFaded).map(({ label }) => label)).toEqual(['Steiger 118', 'Randstad 22 A'])
  expect(faded.lines.filter(({ isFaded }) => isFaded)).toHaveLength(3)
  const picture = pictureOf(drawn({ from: '2026' }))
  expect([picture.nodes.length, picture.links.length]).toEqual([8, 8])
})

test.each([
  ['2024', '2024', { start: '2024-06-01', end: null }, true],
  ['2024', '2024', { start: '2025', end: null }, false],
  ['2024', null, { start: null, end: '2023-12' }, false],
  ['2024', null, { start: null, end: '2024' }, true],
  [null, '2024-03', { start: '2024', end: null }, true],
  ['2024', '2024', { start: null, end: null }, true],
] as const)('from %s to %s holds %o: %s', (from, to, link, expected) => {
  expect(isWithin(link, { from, to })).toBe(expected)
})

test('links are counted in every year they ran, open ones up to this year', () => {
  const link = (start: string | null, end: string | null) => ({ start, end })
  const counts = linksPerYear([link('2020-05', '2021'), link('2021', null), link(null, '2023-02-01'), link(null, null)], 2024)
  expect(counts).toEqual([{ year: 2020, count: 1 }, { year: 2021, count: 2 }, { year: 2022, count: 1 }, { year: 2023, count: 2 }, { year: 2024, count: 1 }])
  expect(linksPerYear([link(null, null)], 2024)).toEqual([])
})

test('selections: all, the others, the neighbours, the links in a line', () => {
  const visible = visibleOf(drawn())
  expect(allNodes(visible).size).toBe(10)
  expect([...inverted(visible, allNodes(visible))]).toEqual([])
  expect(withNeighbours(visible, new Set([address]))).toEqual(new Set([address, 'company:14', 'company:15', 'company:12']))
  expect(linksIn(visible, new Set([`${address}|company:14`])).map(({ id }) => id)).toEqual([1])
})

test('links the vault knows and the table does not are counted', () => {
  expect([missingLinks(drawn(), address), missingLinks(drawn(), 'address:0034200000123003'), missingLinks(drawn(), 'person:9')]).toEqual([0, 71, 3])
})

test('a path marks its nodes and the lines between them', () => {
  const scene = sceneOf(visibleOf(drawn()), { keys: ['person:9', 'company:15', address], all: [], question: { filter: {}, exclude: [], count: 1, inTimeOrder: false, hubs: 'pass' } })
  expect(scene.nodes.filter(({ isMarked }) => isMarked)).toHaveLength(3)
  expect(scene.lines.filter(({ isMarked }) => isMarked).map(({ id }) => id)).toEqual([`${address}|company:15`, 'company:15|person:9'])
})

test('a supposed connection to what lies in a closed group runs to the group, and its note marks the group', () => {
  const group = { id: 'group:1', label: 'Groep', members: ['company:14', 'company:15'], x: 0, y: 0, isPinned: false, isOpen: false }
  const hypothesis = { id: 'hypothesis:1', from: 'company:14', to: 'person:9', text: 'kent' }
  const within = { id: 'hypothesis:2', from: 'company:14', to: 'company:15', text: 'zelfde' }
  const visible = visibleOf({
    ...drawn(), groups: new Map([[group.id, group]]), hypotheses: new Map([[hypothesis.id, hypothesis], [within.id, within]]), notes: new Map([['company:14', { about: 'company:14', text: 'nagaan' }]]),
  })
  const scene = sceneOf(visible, null)
  expect(scene.lines.filter(({ isSupposed }) => isSupposed).map(({ from, to, words }) => [from, to, words])).toEqual([['group:1', 'person:9', ['kent?']]])
  expect(scene.nodes.find(({ id }) => id === 'group:1')).toMatchObject({ hasNote: true })
  expect(visible.hypotheses).toHaveLength(2)
})
