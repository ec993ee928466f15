import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffScenes, emptyScene, type SceneChange } from '../../../renderer/graph/diff.ts'
import type { Scene, SceneLine, SceneNode } from '../../../renderer/graph/scene.ts'

function node(id: string, given: Partial<SceneNode> = {}): SceneNode {
  return { id, kind: 'company', label: id, x: 0, y: 0, isPinned: false, references: 0, isFaded: false, isMarked: false, hasNote: false, ...given }
}

function line(from: string, to: string, given: Partial<SceneLine> = {}): SceneLine {
  return { id: `${from}|${to}`, from, to, words: [], bend: 0, strength: 'confirmed', isDirected: false, isFaded: false, isMarked: false, isSupposed: false, change: null, ...given }
}

const nothing: SceneChange = { removed: [], added: emptyScene, changed: emptyScene, moved: [] }

test('equal scenes made anew change nothing', () => {
  const scene = (): Scene => ({ nodes: [node('a'), node('b')], lines: [line('a', 'b')] })
  expect(diffScenes(scene(), scene())).toEqual(nothing)
})

test('what came, went, moved and looks otherwise is told apart', () => {
  const before: Scene = { nodes: [node('a'), node('b'), node('c')], lines: [line('a', 'b'), line('b', 'c')] }
  const after: Scene = { nodes: [node('a', { x: 5 }), node('b', { isPinned: true }), node('d')], lines: [line('a', 'b', { isFaded: true }), line('a', 'd')] }
  expect(diffScenes(before, after)).toEqual({
    removed: ['b|c', 'c'],
    added: { nodes: [node('d')], lines: [line('a', 'd')] },
    changed: { nodes: [node('b', { isPinned: true })], lines: [line('a', 'b', { isFaded: true })] },
    moved: [{ id: 'a', x: 5, y: 0 }],
  })
})

test('a line of the same name between other ends is another line', () => {
  const change = diffScenes({ nodes: [], lines: [line('a', 'b', { id: 'l' })] }, { nodes: [], lines: [line('b', 'a', { id: 'l' })] })
  expect([change.removed, change.added.lines.length, change.changed.lines.length]).toEqual([['l'], 1, 0])
})

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 0 })
const scenes = ids.chain((names) =>
  fc.record({
    nodes: fc.tuple(...names.map((id) => fc.record({ x: fc.nat(9), isPinned: fc.boolean() }).map((given) => node(id, given)))),
    lines: names.length < 2 ? fc.constant([]) : fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([from, to]) => line(from, to)), { selector: ({ id }) => id }),
  }),
)

test('a change brings any scene to any other, and never removes what it adds', () => {
  fc.assert(
    fc.property(scenes, scenes, (before, after) => {
      const change = diffScenes(before, after)
      expect(apply(before, change)).toEqual(sorted(after))
    }),
  )
})

/** The plainest way to carry out a change. */
function apply(scene: Scene, { removed, added, changed, moved }: SceneChange): Scene {
  const gone = new Set(removed)
  const places = new Map(moved.map((move) => [move.id, move]))
  const nodes = new Map(scene.nodes.filter(({ id }) => !gone.has(id)).map((one) => [one.id, one]))
  const lines = new Map(scene.lines.filter(({ id }) => !gone.has(id)).map((one) => [one.id, one]))
  for (const one of [...changed.nodes, ...added.nodes]) nodes.set(one.id, one)
  for (const one of [...changed.lines, ...added.lines]) lines.set(one.id, one)
  return sorted({ nodes: [...nodes.values()].map((one) => ({ ...one, ...places.get(one.id) })), lines: [...lines.values()] })
}

function sorted(scene: Scene): Scene {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  return { nodes: scene.nodes.toSorted(byId), lines: scene.lines.toSorted(byId) }
}
