import cytoscape, { type Core } from 'cytoscape'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { readColour, useTheme } from '../lib/theme.ts'
import { applyChange } from './apply.ts'
import { diffScenes, emptyScene } from './diff.ts'
import { listenTo, type CanvasEvents } from './interaction.ts'
import type { Scene } from './scene.ts'
import { graphStyle, type GraphColours } from './style.ts'
import './GraphCanvas.css'

/** What a button can ask of the canvas. */
export interface GraphHandle {
  /** everything in sight */
  fit(): void
  zoomBy(factor: number): void
  /** makes sure these are in sight; moves nothing when they are */
  reveal(ids: readonly string[]): void
  /** where a node stands within the window, in pixels; null when it is not drawn */
  placeOf(id: string): { x: number; y: number } | null
}

export interface GraphCanvasProps extends CanvasEvents {
  scene: Scene
  selected: ReadonlySet<string>
  /** size of all words; 1 on one's own desk */
  scale: number
  ref?: Ref<GraphHandle>
}

const PADDING = 40
const LARGEST_FIT = 1.25
const zoomRange = { minZoom: 0.05, maxZoom: 3 }

/** The network as a picture. Made once; later scenes are brought in as changes, and nothing is laid out here. */
export function GraphCanvas({ scene, selected, scale, ref, ...events }: GraphCanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const canvas = useRef<Core | null>(null)
  const drawn = useRef(emptyScene)
  const newest = useRef<CanvasEvents>(events)
  newest.current = events
  const theme = useTheme()

  useEffect(() => {
    const cy = cytoscape({
      container: container.current,
      ...zoomRange,
      textureOnViewport: true,
      boxSelectionEnabled: true,
      selectionType: 'single',
      pixelRatio: Math.min(2, window.devicePixelRatio),
    })
    listenTo(cy, () => newest.current)
    canvas.current = cy
    drawn.current = emptyScene
    void document.fonts?.ready.then(() => !cy.destroyed() && cy.style().update())
    return () => {
      canvas.current = null
      cy.stop()
      cy.destroy()
    }
  }, [])

  useEffect(() => {
    canvas.current?.style(graphStyle(readColours(), scale))
  }, [theme, scale])

  useEffect(() => {
    const cy = canvas.current
    if (!cy) return
    const isFirst = drawn.current.nodes.length === 0 && scene.nodes.length > 0
    applyChange(cy, diffScenes(drawn.current, scene))
    drawn.current = scene
    if (isFirst) fit(cy, false)
  }, [scene])

  useEffect(() => {
    const cy = canvas.current
    if (cy) select(cy, selected)
  }, [selected, scene])

  useImperativeHandle(ref, () => ({
    fit: () => canvas.current && fit(canvas.current, true),
    zoomBy: (factor) => canvas.current && zoomBy(canvas.current, factor),
    reveal: (ids) => canvas.current && reveal(canvas.current, ids),
    placeOf: (id) => (canvas.current ? placeOf(canvas.current, id) : null),
  }))

  return <div ref={container} className="graph-canvas" aria-hidden />
}

/** Events come only from what really changes, so equal selections make no noise. */
function select(cy: Core, selected: ReadonlySet<string>): void {
  cy.batch(() => {
    cy.elements(':selected').filter((element) => !selected.has(element.id())).unselect()
    for (const id of selected) cy.getElementById(id).filter(':unselected').select()
  })
}

function fit(cy: Core, isMoving: boolean): void {
  if (cy.elements().empty()) return
  const before = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  cy.fit(undefined, PADDING)
  if (cy.zoom() > LARGEST_FIT) {
    cy.zoom(LARGEST_FIT)
    cy.center()
  }
  const after = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  if (!isMoving || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  cy.viewport(before)
  cy.animate(after, { duration: 250, easing: 'ease-in-out' })
}

function zoomBy(cy: Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
}

function reveal(cy: Core, ids: readonly string[]): void {
  const { x1, x2, y1, y2 } = cy.extent()
  const isInSight = ids.every((id) => {
    const { x, y } = cy.getElementById(id).position() ?? { x: x1, y: y1 }
    return x > x1 && x < x2 && y > y1 && y < y2
  })
  if (!isInSight) fit(cy, true)
}

function placeOf(cy: Core, id: string): { x: number; y: number } | null {
  const node = cy.getElementById(id)
  const frame = cy.container()?.getBoundingClientRect()
  if (node.empty() || !frame) return null
  const { x, y } = node.renderedPosition()
  return { x: frame.left + x, y: frame.top + y }
}

function readColours(): GraphColours {
  return {
    kinds: {
      address: { stroke: readColour('--address'), fill: readColour('--address-soft') },
      company: { stroke: readColour('--company'), fill: readColour('--company-soft') },
      person: { stroke: readColour('--person'), fill: readColour('--person-soft') },
    },
    ink: readColour('--ink'),
    inkSoft: readColour('--ink-soft'),
    line: readColour('--line-strong'),
    ground: readColour('--card'),
    accent: readColour('--accent'),
    selected: readColour('--focus'),
  }
}
