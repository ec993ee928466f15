import { measures, strengthDash } from '#shared/picture/measures.ts'
import type { GraphColours } from './colours.ts'
import type { Scene, SceneLine, SceneNode } from './scene.ts'
import { FADED, FONTS, type Sizes } from './sizes.ts'
import type { Viewport } from './viewport.ts'

/** What a draft shows: every node and line, from where it will be looked at, and the names that are drawn there. */
export interface DraftView {
  scene: Scene
  viewport: Viewport
  colours: GraphColours
  sizes: Sizes
  /** how much wider than planned lines are at this distance */
  factor: number
  isNamed: (id: string) => boolean
}

/**
 * A large picture as it is seen first, before it can be taken by the hand: cytoscape takes half a second to style and measure what
 * is drawn here in a few milliseconds. Marks, badges and the heads of arrows come with the picture itself, in the same places.
 */
export interface Draft {
  /** covers cytoscape's canvas */
  show(view: DraftView, size: { width: number; height: number }): void
  hide(): void
}

/** how far a line from a node to itself reaches, in units */
const LOOP = 56

/** @param frame what the picture lies in */
export function makeDraft(frame: HTMLElement): Draft {
  let sheet: HTMLCanvasElement | null = null
  return {
    show: (view, { width, height }) => {
      const ratio = window.devicePixelRatio
      sheet?.remove()
      sheet = Object.assign(document.createElement('canvas'), { className: 'graph-draft', width: Math.round(width * ratio), height: Math.round(height * ratio) })
      const context = sheet.getContext('2d')
      if (context) draw(context, view, ratio)
      frame.append(sheet)
    },
    hide: () => {
      sheet?.remove()
      sheet = null
    },
  }
}

function draw(context: CanvasRenderingContext2D, view: DraftView, ratio: number): void {
  const { zoom, pan } = view.viewport
  context.fillStyle = view.colours.ground
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio)
  drawLines(context, view)
  drawShapes(context, view)
  drawNames(context, view)
}

function drawLines(context: CanvasRenderingContext2D, { scene, colours, sizes, factor }: DraftView): void {
  const places = new Map(scene.nodes.map((node) => [node.id, node]))
  context.strokeStyle = colours.line
  context.lineWidth = sizes.line
  for (const line of scene.lines) {
    const [from, to] = [places.get(line.from), places.get(line.to)]
    if (!from || !to) continue
    context.globalAlpha = line.isFaded ? FADED : 1
    context.setLineDash(line.strength === 'confirmed' ? [] : strengthDash[line.strength].map((length) => length * factor))
    context.beginPath()
    context.moveTo(from.x, from.y)
    trace(context, line, from, to)
    context.stroke()
  }
  context.setLineDash([])
}

/** Straight, bent sideways as cytoscape bends it, or round the upper left back to the same node. */
function trace(context: CanvasRenderingContext2D, { bend }: SceneLine, from: SceneNode, to: SceneNode): void {
  if (from === to) {
    context.quadraticCurveTo(from.x, from.y - LOOP, from.x - LOOP / 2, from.y - LOOP / 2)
    context.quadraticCurveTo(from.x - LOOP, from.y, from.x, from.y)
  } else if (bend === 0) context.lineTo(to.x, to.y)
  else {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const side = bend / Math.hypot(dx, dy)
    context.quadraticCurveTo((from.x + to.x) / 2 - dy * side, (from.y + to.y) / 2 + dx * side, to.x, to.y)
  }
}

function drawShapes(context: CanvasRenderingContext2D, { scene, colours, sizes }: DraftView): void {
  for (const { kind, x, y, isFaded } of scene.nodes) {
    const radius = sizes.radius[kind]
    context.globalAlpha = isFaded ? FADED : 1
    context.beginPath()
    if (kind === 'person') context.arc(x, y, radius, 0, 2 * Math.PI)
    else if (kind === 'company') {
      context.moveTo(x, y - radius)
      for (const [dx, dy] of [[radius, 0], [0, radius], [-radius, 0]] as const) context.lineTo(x + dx, y + dy)
      context.closePath()
    } else context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, measures.addressCorner)
    context.fillStyle = kind === 'group' ? colours.ground : colours.kinds[kind].fill
    context.strokeStyle = kind === 'group' ? colours.inkSoft : colours.kinds[kind].stroke
    context.lineWidth = kind === 'group' ? sizes.groupBorder : sizes.border
    context.fill()
    context.stroke()
  }
}

function drawNames(context: CanvasRenderingContext2D, { scene, colours, sizes, isNamed }: DraftView): void {
  const height = (sizes.name * measures.nodeLine) / measures.nodeFont
  Object.assign(context, {
    font: `${sizes.name}px ${FONTS}`, textAlign: 'center', textBaseline: 'top', lineJoin: 'round',
    fillStyle: colours.ink, strokeStyle: colours.ground, lineWidth: 2 * sizes.nameOutline,
  })
  for (const { id, kind, label, x, y, isFaded } of scene.nodes) {
    if (!isNamed(id)) continue
    context.globalAlpha = isFaded ? FADED : 1
    label.split('\n').forEach((words, index) => {
      const top = y + sizes.radius[kind] + measures.nodeLabelGap + index * height
      context.strokeText(words, x, top)
      context.fillText(words, x, top)
    })
  }
}
