import { expect, test } from 'vitest'
import { detailAt, namedNodes } from '../../../renderer/graph/detail.ts'
import { nextNode } from '../../../renderer/graph/direction.ts'
import type { Scene, SceneNode } from '../../../renderer/graph/scene.ts'
import { fitScene, isInSight } from '../../../renderer/graph/viewport.ts'

function node(id: string, x: number, y: number, kind: SceneNode['kind'] = 'company'): SceneNode {
  return { id, kind, label: 'Polderglas B.V.', x, y, isPinned: false, references: 0, isFaded: false, isMarked: false, hasNote: false }
}

const canvas = { width: 800, height: 600 }

test('a scene is fitted in the middle, and a small one is not blown up', () => {
  const small: Scene = { nodes: [node('a', 100, 100)], lines: [] }
  const view = fitScene(small, canvas, 1.1)
  expect(view?.zoom).toBe(1.1)
  const wide: Scene = { nodes: [node('a', 0, 0), node('b', 4000, 0)], lines: [] }
  const far = fitScene(wide, canvas, 1.1)
  expect(far?.zoom).toBeCloseTo(0.18, 2)
  expect(far && isInSight(wide, ['a', 'b'], canvas, far)).toBe(true)
  expect(fitScene({ nodes: [], lines: [] }, canvas, 1)).toBeNull()
})

test('what lies outside the canvas is not in sight', () => {
  const scene: Scene = { nodes: [node('a', 0, 0), node('b', 900, 0)], lines: [] }
  const view = { zoom: 1, pan: { x: 0, y: 0 } }
  expect([isInSight(scene, ['a'], canvas, view), isInSight(scene, ['a', 'b'], canvas, view), isInSight(scene, [], canvas, view)]).toEqual([true, false, true])
})

test('arrow keys lead to the nearest node in their direction, and nowhere when there is none', () => {
  const nodes = [node('middle', 0, 0), node('right', 100, 10), node('far', 300, 0), node('below', 20, 90), node('corner', -50, -60)]
  const ways = (['left', 'right', 'up', 'down'] as const).map((direction) => nextNode(nodes, 'middle', direction))
  expect(ways).toEqual([null, 'right', 'corner', 'below'])
  expect(nextNode(nodes, null, 'right')).toBe('corner')
  expect(nextNode([], null, 'up')).toBeNull()
})

test('the further away, the larger what remains; in a few levels', () => {
  expect([1.5, 0.75, 0.6, 0.5, 0.3, 0.2, 0.1, 0.04].map((zoom) => detailAt(zoom).factor)).toEqual([1, 1, 1.35, 1.85, 2.7, 3.8, 7.6, 15])
  expect(detailAt(0.9)).toBe(detailAt(0.8))
})

test('only names that cover nothing are drawn large, the best connected company before a person', () => {
  const scene: Scene = {
    nodes: [node('company:1', 0, 0), node('company:2', 120, 0), node('person:1', 60, 0, 'person'), node('company:3', 900, 0)],
    lines: [{ id: 'l', from: 'company:2', to: 'person:1', words: [], bend: 0, strength: 'confirmed', isDirected: false, isFaded: false, isMarked: false, isSupposed: false, change: null }],
  }
  expect([...namedNodes(scene, 2, new Set())]).toEqual(['company:2', 'company:3'])
  expect([...namedNodes(scene, 2, new Set(['person:1']))]).toEqual(['person:1', 'company:3'])
})
