import type { Core, EventObject } from 'cytoscape'
import type { Move } from './scene.ts'

/** What the hand does on the canvas, in the words of the view. */
export interface CanvasEvents {
  onSelect: (ids: ReadonlySet<string>) => void
  /** after dragging; all nodes that went along */
  onMove: (moves: readonly Move[]) => void
  onOpen: (id: string, withConditions: boolean) => void
  /** `id` null beside everything; the place is in pixels within the window */
  onMenu: (id: string | null, at: { x: number; y: number }) => void
}

/** Gathers what cytoscape tells element by element into one message per deed. */
export function listenTo(cy: Core, events: CanvasEvents): void {
  let waiting: 'select' | 'move' | null = null
  const dragged = new Set<string>()

  cy.on('select unselect', 'node, edge', () => later('select'))
  cy.on('dragfree', 'node', (event: EventObject) => {
    const node: { id(): string } = event.target
    dragged.add(node.id())
    later('move')
  })
  cy.on('dbltap', 'node', (event: EventObject) => events.onOpen(idOf(event), isShift(event)))
  cy.on('cxttap', (event: EventObject) => {
    const onElement = event.target !== cy
    const pressed = event.originalEvent
    events.onMenu(onElement ? idOf(event) : null, { x: pressed.clientX, y: pressed.clientY })
  })

  function later(what: 'select' | 'move'): void {
    if (waiting === null) queueMicrotask(flush)
    if (waiting !== 'move') waiting = what
  }

  function flush(): void {
    const what = waiting
    waiting = null
    if (cy.destroyed()) return
    if (what === 'move') {
      events.onMove([...dragged].map((id) => ({ id, ...roundedPlace(cy, id) })))
      dragged.clear()
    }
    events.onSelect(new Set(cy.elements(':selected').map((element) => element.id())))
  }
}

function idOf(event: EventObject): string {
  return event.target.id()
}

function isShift(event: EventObject): boolean {
  return event.originalEvent.shiftKey
}

function roundedPlace(cy: Core, id: string): { x: number; y: number } {
  const { x, y } = cy.getElementById(id).position()
  return { x: Math.round(x), y: Math.round(y) }
}
