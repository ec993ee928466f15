import type { Core, EventObject } from 'cytoscape'
import type { MovingPicture } from './movingPicture.ts'
import type { Point } from './outline.ts'
import type { Viewport } from './viewport.ts'

/** What dragging beside the nodes does. With Shift it always draws a rectangle, with Ctrl a free line, with Space it moves. */
export type HandMode = 'move' | 'rectangle' | 'lasso'

/** What the hand reaches; all places are in pixels from the upper left of the canvas. */
export interface HandReach {
  mode: () => HandMode
  /** the line that is being drawn; null when it is let go */
  onOutline: (line: readonly Point[] | null) => void
  /** what was drawn around; `isAdding` keeps what was chosen before */
  onSurround: (line: readonly Point[], isAdding: boolean) => void
}

/** pixels one may move before a press is a drag */
const STILL = 4
/** ms without a turn of the wheel until the picture counts as at rest */
const WHEEL_REST = 140
/** pixels of wheel for a factor e */
const WHEEL_PIXELS = 500
/** what one line of a wheel that counts in lines is worth, in pixels */
const LINE_PIXELS = 33

/** Lets the hand move, zoom and draw around nodes on the canvas. @returns the way to stop */
export function listenToHand(cy: Core, picture: MovingPicture, reach: HandReach): () => void {
  const container = cy.container()
  if (!container) return () => undefined
  const ending = new AbortController()
  const { signal } = ending
  let holdsSpace = false
  let wheelTimer = 0

  cy.on('tapstart', (event: EventObject) => {
    const pressed = event.originalEvent
    if (event.target !== cy || !(pressed instanceof MouseEvent) || pressed.button !== 0) return
    const mode = holdsSpace ? 'move' : pressed.shiftKey ? 'rectangle' : pressed.ctrlKey || pressed.metaKey ? 'lasso' : reach.mode()
    drag(pressed, mode, { cy, picture, reach, placeIn, signal })
  })
  window.addEventListener('keydown', ({ code }) => (holdsSpace ||= code === 'Space'), { signal })
  window.addEventListener('keyup', ({ code }) => (holdsSpace &&= code !== 'Space'), { signal })
  // fingers are left to cytoscape; the mouse is ours
  container.addEventListener('pointerdown', ({ pointerType }) => void cy.userPanningEnabled(pointerType === 'touch'), { signal, capture: true })
  container.addEventListener('wheel', turn, { signal, capture: true, passive: false })

  function turn(event: WheelEvent): void {
    event.preventDefault()
    event.stopPropagation()
    const before = picture.viewport()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PIXELS : event.deltaY
    picture.show(zoomedAt(before, Math.exp(-pixels / WHEEL_PIXELS), placeIn(event), cy))
    window.clearTimeout(wheelTimer)
    wheelTimer = window.setTimeout(picture.rest, WHEEL_REST)
  }

  function placeIn({ clientX, clientY }: MouseEvent): Point {
    const frame = container?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return { x: clientX - frame.left, y: clientY - frame.top }
  }

  return () => {
    window.clearTimeout(wheelTimer)
    ending.abort()
  }
}

/** What a drag works with. */
interface Dragging {
  cy: Core
  picture: MovingPicture
  reach: HandReach
  placeIn: (event: MouseEvent) => Point
  /** ends it */
  signal: AbortSignal
}

/** From the press of a button beside the nodes until it is let go. */
function drag(pressed: MouseEvent, mode: HandMode, { cy, picture, reach, placeIn, signal }: Dragging): void {
  const isAdding = reach.mode() !== 'move' && (pressed.shiftKey || pressed.ctrlKey)
  const start = placeIn(pressed)
  const from = picture.viewport()
  const line: Point[] = [start]
  let isDrag = false
  const ended = new AbortController()

  const move = (event: MouseEvent) => {
    // what lies under the mouse does not matter now
    event.stopImmediatePropagation()
    const here = placeIn(event)
    isDrag ||= Math.hypot(here.x - start.x, here.y - start.y) > STILL
    if (!isDrag) return
    if (mode === 'move') return picture.show({ zoom: from.zoom, pan: { x: from.pan.x + here.x - start.x, y: from.pan.y + here.y - start.y } })
    line.push(here)
    reach.onOutline(mode === 'lasso' ? line : rectangle(start, here))
  }
  const release = (event: MouseEvent) => {
    ended.abort()
    if (!isDrag) return
    // cytoscape would take the end of the drag for a click beside everything, which lets go of what is chosen
    cy.autounselectify(true)
    queueMicrotask(() => setTimeout(() => !cy.destroyed() && cy.autounselectify(false)))
    if (mode === 'move') return picture.rest()
    reach.onOutline(null)
    const around = mode === 'lasso' ? line : rectangle(start, placeIn(event))
    setTimeout(() => !cy.destroyed() && reach.onSurround(around, isAdding))
  }
  window.addEventListener('mousemove', move, { signal: ended.signal, capture: true })
  window.addEventListener('mouseup', release, { signal: ended.signal, capture: true })
  signal.addEventListener('abort', () => ended.abort())
}

/** The viewport zoomed by a factor while one point stays where it is. */
function zoomedAt({ zoom, pan }: Viewport, factor: number, at: Point, cy: Core): Viewport {
  const next = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), zoom * factor))
  const scale = next / zoom
  return { zoom: next, pan: { x: at.x - (at.x - pan.x) * scale, y: at.y - (at.y - pan.y) * scale } }
}

function rectangle(one: Point, other: Point): Point[] {
  return [one, { x: other.x, y: one.y }, other, { x: one.x, y: other.y }]
}
