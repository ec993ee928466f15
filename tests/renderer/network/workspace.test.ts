import { expect, test } from 'vitest'
import { noFilter } from '../../../renderer/views/Network/drawing.ts'
import { visibleOf } from '../../../renderer/views/Network/visible.ts'
import { drawingOf, emptyWorkspace, reduce, type Deed, type Workspace, type WorkspaceAction } from '../../../renderer/views/Network/workspace.ts'
import { markerkant } from '../networkAnswers.ts'

const all = markerkant()
const [address, , , botter] = all.nodes.map(({ key }) => key)
const polderglas = 'company:14'
const add: Deed = { type: 'add', plans: [], network: all, places: all.nodes.map(({ key }, index) => ({ key, x: index * 10, y: 0 })), what: 'Alles toegevoegd' }

function after(...actions: WorkspaceAction[]): Workspace {
  return actions.reduce(reduce, emptyWorkspace)
}

const labels = ({ steps }: Workspace) => steps.map(({ label }) => label)
const visibleKeys = (workspace: Workspace) => visibleOf(drawingOf(workspace)).nodes.map(({ key }) => key)

test('every deed can be undone and done again, one by one and at once', () => {
  const workspace = after(add, { type: 'hide', keys: [polderglas] }, { type: 'pin', keys: [address ?? ''], isPinned: true }, { type: 'remove', reason: 'dubbel', keys: [botter ?? ''] })
  expect(labels(workspace)).toEqual(['Leeg beeld', 'Alles toegevoegd', 'Polderglas B.V. verborgen', 'Markerkant 12-34 vastgezet', 'Botter 5 verwijderd: dubbel'])
  const back = [1, 2, 3, 4].reduce((now) => reduce(now, { type: 'undo' }), workspace)
  expect(drawingOf(back).nodes.size).toBe(0)
  expect(reduce(back, { type: 'undo' })).toBe(back)
  const forth = [1, 2, 3, 4].reduce((now) => reduce(now, { type: 'redo' }), back)
  expect(drawingOf(forth)).toBe(drawingOf(workspace))
  expect(drawingOf(reduce(workspace, { type: 'jump', at: 1 })).nodes.size).toBe(all.nodes.length)
})

test('a deed behind an undone one takes its place', () => {
  const workspace = after(add, { type: 'hide', keys: [polderglas] }, { type: 'undo' }, { type: 'rename', title: 'Glas' })
  expect(labels(workspace)).toEqual(['Leeg beeld', 'Alles toegevoegd', 'Titel: Glas'])
})

test('moving a slider or typing a title is one step, however many small moves it took', () => {
  const filter = (to: string): Deed => ({ type: 'filter', filter: { ...noFilter, to } })
  const workspace = after(add, filter('2025'), filter('2024'), filter('2023'), { type: 'rename', title: 'G' }, { type: 'rename', title: 'Glas' })
  expect(labels(workspace)).toEqual(['Leeg beeld', 'Alles toegevoegd', 'Filter gewijzigd', 'Titel: Glas'])
  expect(drawingOf(reduce(workspace, { type: 'jump', at: 1 })).filter).toBe(noFilter)
})

test('moving by the keyboard is one step for the same nodes, and pins them; other nodes are another step', () => {
  const nudge = (key: string, x: number): Deed => ({ type: 'nudge', places: [{ key, x, y: 0 }] })
  const workspace = after(add, nudge(polderglas, 20), nudge(polderglas, 40), nudge(address ?? '', 20))
  expect(labels(workspace)).toEqual(['Leeg beeld', 'Alles toegevoegd', 'Polderglas B.V. verplaatst', 'Markerkant 12-34 verplaatst'])
  expect(drawingOf(workspace).nodes.get(polderglas)).toMatchObject({ x: 40, pinned: true })
})

test('hidden nodes come back where they were, removed ones do not come back by showing', () => {
  const hidden = after(add, { type: 'hide', keys: [polderglas] })
  expect(visibleKeys(hidden)).not.toContain(polderglas)
  expect(drawingOf(reduce(hidden, { type: 'show', keys: [polderglas] })).nodes.get(polderglas)).toEqual(drawingOf(after(add)).nodes.get(polderglas))
  const removed = reduce(hidden, { type: 'remove', reason: 'dubbel', keys: [polderglas] })
  expect([...drawingOf(removed).links.values()].some(({ from, to }) => from === polderglas || to === polderglas)).toBe(false)
  expect(visibleKeys(reduce(removed, { type: 'show', keys: [polderglas] }))).not.toContain(polderglas)
})

test('what was dragged is pinned; adding again keeps place and pin and shows what was hidden', () => {
  const moved = after(add, { type: 'move', places: [{ key: polderglas, x: 77, y: 88 }] }, { type: 'hide', keys: [polderglas] }, { ...add, places: [] })
  expect(drawingOf(moved).nodes.get(polderglas)).toMatchObject({ x: 77, y: 88, pinned: true, isHidden: false })
})

test('the first node names the picture until someone else does; clearing can be undone', () => {
  expect(drawingOf(after(add)).title).toBe('Netwerk rond Markerkant 12-34')
  const named = after(add, { type: 'rename', title: 'Glas' }, add)
  expect(drawingOf(named).title).toBe('Glas')
  const cleared = reduce(named, { type: 'clear' })
  expect([drawingOf(cleared).nodes.size, drawingOf(reduce(cleared, { type: 'undo' })).title]).toEqual([0, 'Glas'])
})

test('a marked path stays until it is unmarked or loses a node', () => {
  const keys = ['person:9', 'company:15', address ?? '']
  const marked = after(add, { type: 'path', network: { nodes: [], links: [] }, places: [], path: { keys, all: [keys], question: { filter: {}, exclude: [], count: 1, inTimeOrder: false, hubs: 'pass' } } })
  expect(drawingOf(marked).path?.keys).toEqual(keys)
  expect(drawingOf(reduce(marked, { type: 'hide', keys: ['person:7'] })).path?.keys).toEqual(keys)
  expect(drawingOf(reduce(marked, { type: 'remove', reason: 'dubbel', keys: ['company:15'] })).path).toBeNull()
  expect(drawingOf(reduce(marked, { type: 'unmark' })).path).toBeNull()
})
