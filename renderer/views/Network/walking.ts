import { useState, type KeyboardEvent } from 'react'
import { nextNode, type Direction } from '../../graph/direction.ts'
import type { GraphHandle } from '../../graph/GraphCanvas.tsx'
import type { Move, Scene } from '../../graph/scene.ts'
import { act, handStore, select } from './networkStore.ts'
import { nothing, type Selection } from './selection.ts'

interface WalkingAsked {
  scene: Scene
  selection: Selection
  canvas: GraphHandle | null
  /** Esc leaves the full screen first */
  isFull: boolean
  onOpen: (id: string, withConditions: boolean) => void
  /** @param frame of the picture within the window */
  onMenu: (frame: DOMRect) => void
}

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
/** units a press of an arrow key moves what is chosen */
const PUSH = 20

/**
 * The keys of the picture: arrows walk from node to node, with Shift they choose along, with Alt they push what is chosen.
 * @returns where the arrow keys are: the only one that is chosen, or the one they came to last
 */
export function useWalking({ scene, selection, canvas, isFull, onOpen, onMenu }: WalkingAsked): { at: string | null; press: (event: KeyboardEvent<HTMLDivElement>) => void } {
  const [walkedTo, setWalkedTo] = useState<string | null>(null)
  const at = selection.size === 1 ? ([...selection][0] ?? null) : walkedTo !== null && selection.has(walkedTo) ? walkedTo : null

  function walk(direction: Direction, isAdding: boolean): void {
    const next = nextNode(scene.nodes, at, direction)
    if (next === null) return
    setWalkedTo(next)
    select(new Set(isAdding ? [...selection, next] : [next]))
    canvas?.reveal([next])
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return
    const direction = event.ctrlKey ? undefined : arrows[event.key]
    if (direction !== undefined && event.altKey) pushNodes(scene.nodes.filter(({ id }) => selection.has(id)), direction)
    else if (direction !== undefined) walk(direction, event.shiftKey)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu(event.currentTarget.getBoundingClientRect())
    else if (event.key === 'Enter' && at !== null) onOpen(at, event.shiftKey)
    else if (event.key === 'Escape' && handStore.get() !== 'move') handStore.set('move')
    else if (event.key === 'Escape' && selection.size > 0 && !isFull) select(nothing)
    else return
    event.preventDefault()
  }

  return { at, press }
}

function pushNodes(nodes: readonly Move[], direction: Direction): void {
  const [dx, dy] = { left: [-PUSH, 0], right: [PUSH, 0], up: [0, -PUSH], down: [0, PUSH] }[direction]
  if (nodes.length > 0) act({ type: 'nudge', places: nodes.map(({ id, x, y }) => ({ key: id, x: x + (dx ?? 0), y: y + (dy ?? 0) })) })
}
