import cytoscape, { type Core } from 'cytoscape'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useTheme } from '../lib/theme.ts'
import { applyChange, applyNames, applySelection, applyWords } from './apply.ts'
import { readGraphColours } from './colours.ts'
import { detailAt, namedNodes } from './detail.ts'
import { diffScenes, emptyScene } from './diff.ts'
import { listenToHand, type HandMode } from './hand.ts'
import { listenTo, type CanvasEvents } from './interaction.ts'
import { makeMovingPicture, type MovingPicture } from './movingPicture.ts'
import { surrounded, type Point } from './outline.ts'
import { pulse } from './pulse.ts'
import type { Scene } from './scene.ts'
import { graphStyle, PIXEL_RATIO } from './style.ts'
import { fitScene, isInSight, type Viewport } from './viewport.ts'
import { placeWords } from './words.ts'
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

/** pixels per unit: how far one may zoom, and how large a small network is drawn on a desk and across a room */
const zoomRange = { minZoom: 0.03, maxZoom: 3 }
const largestFit = { desk: 1.1, room: 1.8 }

/** The network as a picture. Made once; later scenes are brought in as changes, and nothing is laid out here. */
export function GraphCanvas({ scene, selected, scale, hand, ref, ...events }: GraphCanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const outline = useRef<SVGPolygonElement>(null)
  const canvas = useRef<Core | null>(null)
  const picture = useRef<MovingPicture | null>(null)
  const drawn = useRef(emptyScene)
  const theme = useTheme()
  const [detail, setDetail] = useState(detailAt(1))
  const largest = scale > 1 ? largestFit.room : largestFit.desk

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
    cy.on('zoom', () => setDetail(detailAt(cy.zoom())))
    canvas.current = cy
    picture.current = moving
    drawn.current = emptyScene
    void document.fonts?.ready.then(() => !cy.destroyed() && cy.style().update())
    return () => {
      letGo()
      canvas.current = null
      cy.stop()
      cy.destroy()
    }
  }, [])

  useEffect(() => {
    canvas.current?.style(graphStyle(readGraphColours(theme), scale, detail))
  }, [theme, scale, detail])

  useEffect(() => {
    const cy = canvas.current
    if (!cy) return
    const isFirst = drawn.current.nodes.length === 0
    const change = diffScenes(drawn.current, scene)
    applyChange(cy, change)
    drawn.current = scene
    if (isFirst) look(cy, fitScene(scene, sizeOf(cy), largest), false)
    else reveal(cy, scene, change.added.nodes.map(({ id }) => id), largest)
    applySelection(cy, selected)
  }, [scene, largest, selected])

  useEffect(() => {
    if (canvas.current && detail.isFull) applyWords(canvas.current, placeWords(scene, scale))
  }, [scene, detail, scale])

  useEffect(() => {
    if (canvas.current && (!detail.isFull || scale > 1)) applyNames(canvas.current, namedNodes(scene, detail.factor * scale, selected))
  }, [scene, detail, scale, selected])

  useImperativeHandle(ref, () => handleOn(canvas, picture, drawn, largest), [largest])

  return (
    <div className={`graph-canvas graph-hand-${hand}`} aria-hidden>
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

/** What the buttons reach; a picture that is being moved comes to rest first. */
function handleOn(canvas: Held<Core | null>, picture: Held<MovingPicture | null>, drawn: Held<Scene>, largest: number): GraphHandle {
  const atRest = (work: (cy: Core) => void): void => {
    picture.current?.rest()
    if (canvas.current) work(canvas.current)
  }
  return {
    fit: () => atRest((cy) => look(cy, fitScene(drawn.current, sizeOf(cy), largest), true)),
    zoomBy: (factor) => atRest((cy) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })),
    reveal: (ids) => atRest((cy) => reveal(cy, drawn.current, ids, largest)),
    pointOut: (id) => atRest((cy) => pulse(cy, id)),
    placeOf: (id) => (canvas.current ? placeOf(canvas.current, id) : null),
  }
}

function sizeOf(cy: Core): { width: number; height: number } {
  cy.resize()
  return { width: cy.width(), height: cy.height() }
}

function look(cy: Core, viewport: Viewport | null, isMoving: boolean): void {
  if (!viewport) return
  cy.stop()
  // a network that takes long to draw is not drawn on the way
  const isLarge = cy.elements().length > 600
  if (isMoving && !isLarge && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) cy.animate(viewport, { duration: 250, easing: 'ease-in-out' })
  else cy.viewport(viewport)
}

function reveal(cy: Core, scene: Scene, ids: readonly string[], largest: number): void {
  const size = sizeOf(cy)
  if (!isInSight(scene, ids, size, { zoom: cy.zoom(), pan: cy.pan() })) look(cy, fitScene(scene, size, largest), true)
}

function placeOf(cy: Core, id: string): { x: number; y: number } | null {
  const node = cy.getElementById(id)
  const frame = cy.container()?.getBoundingClientRect()
  if (node.empty() || !frame) return null
  const { x, y } = node.renderedPosition()
  return { x: frame.left + x, y: frame.top + y }
}
