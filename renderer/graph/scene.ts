import type { EntityKind, LinkStrength } from '#shared/model/entity.ts'

/** What the canvas draws, and nothing else: plain data that can be compared. Places are in picture units. */
export interface Scene {
  nodes: readonly SceneNode[]
  lines: readonly SceneLine[]
}

export interface SceneNode {
  id: string
  /** `group`: several nodes drawn as one */
  kind: EntityKind | 'group'
  /** lines are parted by newlines */
  label: string
  x: number
  y: number
  isPinned: boolean
  /** departments with a live reference, shown as a number at the corner */
  references: number
  /** outside the chosen period */
  isFaded: boolean
  /** on the marked path */
  isMarked: boolean
  /** the analyst wrote something beside it */
  hasNote: boolean
}

export interface SceneLine {
  id: string
  from: string
  to: string
  /** a line per link */
  words: readonly string[]
  /** units sideways at the middle of the line */
  bend: number
  /** how firmly it stands; each of the three is drawn in its own way */
  strength: LinkStrength
  isDirected: boolean
  isFaded: boolean
  isMarked: boolean
  /** supposed by somebody; no fact */
  isSupposed: boolean
  /** what became of it between two days that are compared */
  change: 'new' | 'gone' | null
}

/** The kind whose measures a node has: a group is drawn as large as an address. */
export function measuredAs(kind: SceneNode['kind']): EntityKind {
  return kind === 'group' ? 'address' : kind
}

/** A new place of a node, after dragging. */
export interface Move {
  id: string
  x: number
  y: number
}
