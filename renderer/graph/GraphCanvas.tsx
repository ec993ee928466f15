import cytoscape, { type Core } from 'cytoscape'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react'
import { useTheme } from '../lib/theme.ts'
import { makeDraft } from './draft.ts'
import { listenToHand, type HandMode } from './hand.ts'
import { listenTo, type CanvasEvents } from './interaction.ts'
import { makeMovingPicture, type MovingPicture } from './movingPicture.ts'
import { surrounded, type Point } from './outline.ts'
import { makePainter, type Painter } from './painter.ts'
import { pulse } from './pulse.ts'
import type { Scene } from './scene.ts'
import { PIXEL_RATIO } from './style.ts'
import type { Viewport } from './viewport.ts'
import './GraphCanvas.css'

/** What a button can ask of the canvas. */
export interface GraphHandle {
  /** everything in sight */
  fit(): void
  zoomBy(factor: number): void
  /** makes sure these are in sight; moves nothing when they are */
  reveal(ids: readonly string[]): void
  /** brings a node to the middle and draws attention to it for a moment */
  pointOut(id: string): void
  /** where a node stands within the window, in pixels; null when it is not drawn */
  placeOf(id: string): { x: number; y: number } | null
}

export interface GraphCanvasProps extends CanvasEvents {
  scene: Scene
  selected: ReadonlySet<string>
  /** size of all words; 1 on one's own desk */
  scale: number
  /** what dragging beside the nodes does */
  hand: HandMode
  ref?: Ref<GraphHandle>
}

/** pixels per unit: how far one may zoom */
const zoomRange = { minZoom: 0.03, maxZoom: 3 }

/** The cytoscape of a mounted canvas, and what works on it. */
interface Drawn {
  cy: Core
  painter: Painter
  moving: MovingPicture
}

/** The network as a picture. Made once; later scenes are brought in as changes, and nothing is laid out here. */
export function GraphCanvas({ scene, selected, scale, hand, ref, ...events }: GraphCanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const outline = useRef<SVGPolygonElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const theme = useTheme()

  const onSelect = useEffectEvent(events.onSelect)
  const onMove = useEffectEvent(events.onMove)
  const onOpen = useEffectEvent(events.onOpen)
  const onMenu = useEffectEvent(events.onMenu)
  const handMode = useEffectEvent(() => hand)
  const surround = useEffectEvent((line: readonly Point[], isAdding: boolean, viewport: Viewport) => {
    const found = surrounded(scene, line, viewport)
    events.onSelect(isAdding ? new Set([...selected, ...found]) : found)
  })

  useEffect(() => {
    if (!frame.current) return
    const cy = cytoscape({
      container: container.current,
      ...zoomRange,
      userPanningEnabled: false,
      boxSelectionEnabled: false,
      selectionType: 'single',
      pixelRatio: PIXEL_RATIO,
    })
    const moving = makeMovingPicture(cy)
    listenTo(cy, { onSelect: (ids) => onSelect(ids), onMove: (moves) => onMove(moves), onOpen: (id, asks) => onOpen(id, asks), onMenu: (id, at) => onMenu(id, at) })
    const letGo = listenToHand(cy, moving, {
      mode: () => handMode(),
      onOutline: (line) => outline.current?.setAttribute('points', (line ?? []).map(({ x, y }) => `${x},${y}`).join(' ')),
      onSurround: (line, isAdding) => surround(line, isAdding, moving.viewport()),
    })
    drawn.current = { cy, moving, painter: makePainter(cy, makeDraft(frame.current)) }
    void document.fonts?.ready.then(() => !cy.destroyed() && cy.style().update())
    return () => {
      letGo()
      drawn.current = null
      cy.stop()
      cy.destroy()
    }
  }, [])

  useEffect(() => drawn.current?.painter.paint({ scene, selected, theme, scale }), [scene, selected, theme, scale])

  useImperativeHandle(ref, () => handleOn(drawn), [])

  return (
    <div ref={frame} className={`graph-canvas graph-hand-${hand}`} aria-hidden>
      <div ref={container} className="graph-layers" />
      <svg className="graph-outline">
        <polygon ref={outline} />
      </svg>
    </div>
  )
}

interface Held<T> {
  current: T
}

/** What the buttons reach; a picture that is being moved comes to rest first, and one that is seen as a draft is finished. */
function handleOn(drawn: Held<Drawn | null>): GraphHandle {
  const atRest = (work: (drawn: Drawn) => void): void => {
    drawn.current?.painter.finish()
    drawn.current?.moving.rest()
    if (drawn.current) work(drawn.current)
  }
  return {
    fit: () => atRest(({ painter }) => painter.fit()),
    zoomBy: (factor) => atRest(({ cy }) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })),
    reveal: (ids) => atRest(({ painter }) => painter.reveal(ids)),
    pointOut: (id) => atRest(({ cy }) => pulse(cy, id)),
    placeOf: (id) => (drawn.current ? placeOf(drawn.current.cy, id) : null),
  }
}

function placeOf(cy: Core, id: string): { x: number; y: number } | null {
  const node = cy.getElementById(id)
  const frame = cy.container()?.getBoundingClientRect()
  if (node.empty() || !frame) return null
  const { x, y } = node.renderedPosition()
  return { x: frame.left + x, y: frame.top + y }
}
