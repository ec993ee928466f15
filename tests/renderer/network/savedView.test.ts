import { expect, test } from 'vitest'
import { NetworkViewContent } from '#shared/model/networkView.ts'
import { contentOf, drawingFrom } from '../../../renderer/views/Network/savedView.ts'
import { drawingOf, emptyWorkspace, reduce, type Deed } from '../../../renderer/views/Network/workspace.ts'
import { noFilter } from '../../../renderer/views/Network/drawing.ts'
import { markerkant } from '../networkAnswers.ts'

const all = markerkant()
const [one = '', other = '', third = ''] = all.nodes.map(({ key }) => key)

test('a view holds everything on the table, fits the contract, and opens as it was', () => {
  const deeds: Deed[] = [
    { type: 'add', plans: [], network: all, places: all.nodes.map(({ key }, at) => ({ key, x: at * 10, y: at })), what: 'Alles' },
    { type: 'hide', keys: [one] }, { type: 'move', places: [{ key: other, x: 500, y: 7 }] },
    { type: 'group', plans: [{ label: 'Groep', members: [other, third] }] }, { type: 'note', about: third, text: 'nagaan' },
    { type: 'suppose', from: one, to: third, text: 'kent' }, { type: 'filter', filter: { ...noFilter, offLinks: ['owner'], from: '2020' } },
    { type: 'path', network: all, places: [], path: { keys: [one, third], all: [[one, third]], question: { filter: {}, exclude: [other], count: 1, inTimeOrder: true, hubs: 'avoid' } } },
  ]
  const drawing = drawingOf(deeds.reduce(reduce, emptyWorkspace))
  const content = NetworkViewContent.parse(contentOf(drawing))
  expect(drawingFrom(content)).toEqual(drawing)
})

test('what names a node that is gone is left out', () => {
  const drawing = drawingFrom({
    title: '', picture: { nodes: [], links: all.links }, hidden: [one], path: { keys: [one], all: [], question: { filter: {}, exclude: [], count: 1, inTimeOrder: false, hubs: 'pass' } },
    filter: { ...noFilter, offKinds: [], offLinks: [] }, groups: [{ id: 'group:1', label: 'Groep', members: [one], x: 0, y: 0, isPinned: false, isOpen: true }],
    notes: [{ about: one, text: 'x' }], hypotheses: [{ id: 'hypothesis:1', from: one, to: other, text: 'x' }],
  })
  expect([drawing.nodes.size, drawing.links.size, drawing.groups.size, drawing.notes.size, drawing.hypotheses.size, drawing.path]).toEqual([0, 0, 0, 0, 0, null])
})
