import type { Move, Scene, SceneLine, SceneNode } from './scene.ts'

/** What has to happen to a drawn scene to become another one. */
export interface SceneChange {
  removed: readonly string[]
  added: Scene
  /** nodes and lines that stay and look or read differently */
  changed: Scene
  moved: readonly Move[]
}

export const emptyScene: Scene = { nodes: [], lines: [] }

/** Compares by content, so that equal scenes made anew change nothing. */
export function diffScenes(before: Scene, after: Scene): SceneChange {
  const nodesBefore = new Map(before.nodes.map((node) => [node.id, node]))
  const linesBefore = new Map(before.lines.map((line) => [line.id, line]))
  const nodesAfter = new Set(after.nodes.map(({ id }) => id))
  const linesAfter = new Map(after.lines.map((line) => [line.id, line]))
  /** a line whose ends changed is another line */
  const isSameLine = (one: SceneLine, other: SceneLine | undefined) => other?.from === one.from && other.to === one.to
  return {
    removed: [
      ...before.lines.filter((line) => !isSameLine(line, linesAfter.get(line.id))).map(({ id }) => id),
      ...before.nodes.filter(({ id }) => !nodesAfter.has(id)).map(({ id }) => id),
    ],
    added: {
      nodes: after.nodes.filter(({ id }) => !nodesBefore.has(id)),
      lines: after.lines.filter((line) => !isSameLine(line, linesBefore.get(line.id))),
    },
    changed: {
      nodes: after.nodes.filter((node) => looksOther(nodesBefore.get(node.id), node)),
      lines: after.lines.filter((line) => isSameLine(line, linesBefore.get(line.id)) && looksOther(linesBefore.get(line.id), line)),
    },
    moved: after.nodes.flatMap(({ id, x, y }) => {
      const was = nodesBefore.get(id)
      return was && (was.x !== x || was.y !== y) ? [{ id, x, y }] : []
    }),
  }
}

function looksOther<T extends SceneNode | SceneLine>(before: T | undefined, after: T): boolean {
  if (!before) return false
  const places = { x: 0, y: 0 }
  return JSON.stringify({ ...before, ...places }) !== JSON.stringify({ ...after, ...places })
}
