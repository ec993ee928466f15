import { render } from '@testing-library/react'
import type cytoscape from 'cytoscape'
import type { Core } from 'cytoscape'
import { createRef, StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GraphCanvas, type GraphCanvasProps, type GraphHandle } from '../../../renderer/graph/GraphCanvas.tsx'
import type { Scene, SceneLine, SceneNode } from '../../../renderer/graph/scene.ts'
import { isInSight } from '../../../renderer/graph/viewport.ts'
import { stubCanvas } from './canvasStub.ts'

const made = vi.hoisted((): Core[] => [])
vi.mock('cytoscape', async (original) => {
  const module = await original<{ default: typeof cytoscape }>()
  return {
    default: (options: cytoscape.CytoscapeOptions) => {
      const cy = module.default(options)
      made.push(cy)
      return cy
    },
  }
})

beforeEach(stubCanvas)
afterEach(() => {
  made.splice(0)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function node(id: string, given: Partial<SceneNode> = {}): SceneNode {
  return { id, kind: 'company', label: id, x: 0, y: 0, isPinned: false, references: 0, isFaded: false, isMarked: false, hasNote: false, ...given }
}

function line(from: string, to: string): SceneLine {
  return { id: `${from}|${to}`, from, to, words: ['bestuurder'], bend: 0, strength: 'suspected', isDirected: false, isFaded: false, isMarked: false, isSupposed: false, change: null }
}

const first: Scene = { nodes: [node('a'), node('b', { x: 100 })], lines: [line('a', 'b')] }
const second: Scene = { nodes: [node('a', { y: 40, isPinned: true }), node('c', { x: 200 })], lines: [line('a', 'c')] }

/** so many nodes in a row, each with a line to the one before it */
function many(count: number): Scene {
  const nodes = Array.from({ length: count }, (_, index) => node(`n${index}`, { x: 50 * index }))
  return { nodes, lines: nodes.slice(1).map(({ id }, index) => line(id, `n${index}`)) }
}

function canvas(given: Partial<GraphCanvasProps> = {}) {
  const quiet = { onSelect: () => undefined, onMove: () => undefined, onOpen: () => undefined, onMenu: () => undefined }
  return <GraphCanvas scene={first} selected={new Set()} scale={1} hand="move" {...quiet} {...given} />
}

function latest(): Core {
  const cy = made.at(-1)
  if (!cy) throw new Error('nothing was drawn')
  return cy
}

const idsOf = (cy: Core) => cy.elements().map((element) => element.id()).sort()

test('one instance lives as long as the canvas, whatever it shows and whoever listens', () => {
  const { rerender, unmount } = render(canvas())
  const cy = latest()
  expect(idsOf(cy)).toEqual(['a', 'a|b', 'b'])
  rerender(canvas({ scene: second, onSelect: () => undefined, scale: 1.2 }))
  expect(made).toHaveLength(1)
  expect(idsOf(cy)).toEqual(['a', 'a|c', 'c'])
  expect(cy.getElementById('a').position()).toEqual({ x: 0, y: 40 })
  expect(cy.getElementById('a').classes()).toContain('badged')
  unmount()
  expect(cy.destroyed()).toBe(true)
})

test('a picture that grows is styled once, for the distance it will be seen from; only names that fit there are words', () => {
  const { rerender } = render(canvas())
  const cy = latest()
  cy.zoom(1)
  const styled = vi.spyOn(cy, 'style')
  const far: Scene = { nodes: [...first.nodes, node('far', { x: 9000 }), node('near far', { x: 9020 })], lines: [...first.lines, line('b', 'far')] }
  rerender(canvas({ scene: far }))
  expect(cy.zoom()).toBeLessThan(0.1)
  expect(styled.mock.calls.filter(([sheet]) => Array.isArray(sheet))).toHaveLength(1)
  const words = (id: string): unknown => cy.getElementById(id).style('label')
  expect([words('far'), words('near far'), words('b|far')]).toEqual(['far', '', ''])
})

/** Frames that come when the test says so. */
function framesByHand(): () => void {
  const frames: FrameRequestCallback[] = []
  vi.stubGlobal('requestAnimationFrame', (work: FrameRequestCallback) => frames.push(work))
  return () => frames.splice(0).forEach((work) => work(0))
}

test('much that is new is seen as a draft first, comes onto the canvas some elements a frame, and at once for whoever asks for it', () => {
  const passFrame = framesByHand()
  const ref = createRef<GraphHandle>()
  const { rerender, container, unmount } = render(canvas({ ref }))
  const cy = latest()
  const isDraft = () => container.querySelector('.graph-draft') !== null
  const chosen = () => cy.nodes(':selected').map((one) => one.id())
  expect(isDraft()).toBe(false)

  const grown = many(400)
  rerender(canvas({ ref, scene: grown }))
  expect([isDraft(), cy.nodes().length]).toEqual([true, 2])
  passFrame()
  passFrame()
  rerender(canvas({ ref, scene: grown, selected: new Set(['n7']) }))
  expect(cy.nodes().length).toBe(2)
  passFrame()
  const counts = [cy.elements().length]
  for (let frame = 0; frame < 20 && chosen().length === 0; frame += 1) {
    passFrame()
    counts.push(cy.elements().length)
  }
  expect([isDraft(), cy.nodes().length, chosen()]).toEqual([true, 400, ['n7']])
  // no frame brings more than a hundred and fifty
  expect(Math.max(...counts.map((count, place) => count - (counts[place - 1] ?? 0)))).toBe(150)
  cy.emit('render')
  expect(isDraft()).toBe(false)

  rerender(canvas({ ref, scene: many(800) }))
  expect([isDraft(), cy.nodes().length]).toEqual([true, 400])
  ref.current?.fit()
  expect(cy.nodes().length).toBe(800)

  rerender(canvas({ ref, scene: many(1200) }))
  unmount()
  expect(passFrame).not.toThrow()
})

test('so does much that finds another place, also while it is still coming; what a hand took there stands there already', () => {
  const passFrame = framesByHand()
  const ref = createRef<GraphHandle>()
  const { rerender, container } = render(canvas({ ref, scene: many(400) }))
  const cy = latest()
  const isDraft = () => container.querySelector('.graph-draft') !== null
  const moved = (by: number): Scene => ({ ...many(400), nodes: many(400).nodes.map((one) => ({ ...one, x: one.x + by })) })
  for (let frame = 0; frame < 5; frame += 1) passFrame()
  rerender(canvas({ ref, scene: moved(10) }))
  for (let frame = 0; frame < 40 && isDraft(); frame += 1) {
    passFrame()
    cy.emit('render')
  }
  expect([isDraft(), cy.nodes().length, cy.getElementById('n7').position('x')]).toEqual([false, 400, (moved(10).nodes[7]?.x ?? 0)])

  cy.nodes().shift({ x: 5, y: 0 })
  rerender(canvas({ ref, scene: moved(15) }))
  expect(isDraft()).toBe(false)
  rerender(canvas({ ref, scene: moved(30) }))
  expect([isDraft(), cy.getElementById('n7').position('x')]).toEqual([true, moved(15).nodes[7]?.x])
  ref.current?.fit()
  expect(cy.getElementById('n7').position('x')).toBe(moved(30).nodes[7]?.x)
})

test('what was wholly in sight stays so when everything finds another place; what was looked at from near does not move', () => {
  for (const side of ['clientWidth', 'clientHeight'] as const) vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600)
  const moved: Scene = { ...first, nodes: first.nodes.map((one) => ({ ...one, x: one.x * 40 })) }
  const { rerender } = render(canvas())
  const cy = latest()
  const view = () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } })
  rerender(canvas({ scene: moved }))
  expect(isInSight(moved, ['a', 'b'], { width: 600, height: 600 }, view())).toBe(true)
  cy.zoom(2)
  const near = view()
  rerender(canvas())
  expect(view()).toEqual(near)
})

test('mounting twice, as StrictMode does, leaves one living instance with everything in it', () => {
  render(<StrictMode>{canvas()}</StrictMode>)
  expect(made.filter((cy) => !cy.destroyed())).toHaveLength(1)
  expect(idsOf(latest())).toEqual(['a', 'a|b', 'b'])
})

test('cytoscape gets copies: the scene is never written into', () => {
  const frozen: Scene = { nodes: first.nodes.map((one) => Object.freeze({ ...one })), lines: first.lines.map((one) => Object.freeze({ ...one })) }
  render(canvas({ scene: Object.freeze(frozen) }))
  latest().getElementById('a').position({ x: 9, y: 9 })
  expect(frozen.nodes[0]?.x).toBe(0)
})

test('a selection from outside is shown and not sent back; one by hand is told once', async () => {
  const onSelect = vi.fn()
  const { rerender } = render(canvas({ onSelect, selected: new Set(['a']) }))
  expect(latest().elements(':selected').map((element) => element.id())).toEqual(['a'])
  rerender(canvas({ onSelect, selected: new Set(['a', 'a|b']) }))
  await Promise.resolve()
  onSelect.mockClear()
  latest().batch(() => {
    latest().elements().unselect()
    latest().getElementById('b').select()
  })
  await Promise.resolve()
  expect(onSelect.mock.calls).toEqual([[new Set(['b'])]])
})

test('all nodes that were dragged together are one move; newest listeners are called', async () => {
  const [before, onMove] = [vi.fn(), vi.fn()]
  const { rerender } = render(canvas({ onMove: before }))
  rerender(canvas({ onMove }))
  const cy = latest()
  cy.getElementById('a').position({ x: 10.4, y: 20 }).emit('dragfree')
  cy.getElementById('b').position({ x: 110, y: 20 }).emit('dragfree')
  await Promise.resolve()
  expect(onMove.mock.calls).toEqual([[[{ id: 'a', x: 10, y: 20 }, { id: 'b', x: 110, y: 20 }]]])
  expect(before).not.toHaveBeenCalled()
})

test('a double click opens, with Shift it asks for conditions first', () => {
  const onOpen = vi.fn()
  render(canvas({ onOpen }))
  const drawn = latest().getElementById('b')
  const tap = (shiftKey: boolean) => Reflect.apply(drawn.emit, drawn, [{ type: 'dbltap', originalEvent: new MouseEvent('click', { shiftKey }) }])
  tap(false)
  tap(true)
  expect(onOpen.mock.calls).toEqual([['b', false], ['b', true]])
})

test('the handle fits, zooms and tells where a node is', () => {
  const ref = createRef<GraphHandle>()
  render(canvas({ ref }))
  const cy = latest()
  cy.zoom(1)
  ref.current?.zoomBy(0.5)
  expect(cy.zoom()).toBe(0.5)
  ref.current?.fit()
  expect(ref.current?.placeOf('b')).not.toBeNull()
  expect(ref.current?.placeOf('nobody')).toBeNull()
})
