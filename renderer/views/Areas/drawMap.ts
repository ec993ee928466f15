import type { AttentionClass } from '#shared/model/score.ts'
import { readColour } from '../../lib/theme.ts'
import type { Outline, Placement } from './geometry.ts'

/** An area ready to draw: its path is made once, in RD metres. */
export interface MapArea {
  outline: Outline
  path: Path2D
}

export function mapAreas(outlines: readonly Outline[]): MapArea[] {
  return outlines.map((outline) => ({ outline, path: pathOf(outline) }))
}

function pathOf({ rings }: Outline): Path2D {
  const path = new Path2D()
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x = 0, y = 0] = [ring[i], ring[i + 1]]
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    path.closePath()
  }
  return path
}

export interface MapLook {
  classOf: (code: string) => AttentionClass | undefined
  selected: string
  /** under the mouse or the keyboard */
  pointed: string
}

interface Colours {
  classes: Record<Exclude<AttentionClass, 'insufficient'>, string>
  hatch: string
  ground: string
  edge: string
  ink: string
  accent: string
}

const known = new Map<string, Colours>()

/** The tokens behind the map; read once per theme, because asking for a colour makes the browser lay out the page. */
export function readMapColours(theme: string): Colours {
  const found = known.get(theme) ?? askMapColours()
  known.set(theme, found)
  return found
}

function askMapColours(): Colours {
  return {
    classes: { lower: readColour('--class-lower'), average: readColour('--class-average'), higher: readColour('--class-higher') },
    hatch: readColour('--class-hatch'),
    ground: readColour('--card'),
    edge: readColour('--card'),
    ink: readColour('--ink'),
    accent: readColour('--accent'),
  }
}

/** What is drawn on: size in CSS pixels, and how many device pixels go into one. */
export interface Sheet {
  pen: CanvasRenderingContext2D
  width: number
  height: number
  pixelRatio: number
}

/** Draws the whole map; moving and enlarging only change the placement. */
export function drawMap({ pen: context, width, height, pixelRatio }: Sheet, areas: readonly MapArea[], place: Placement, look: MapLook, colours: Colours): void {
  // setting the size also clears
  context.canvas.width = Math.round(width * pixelRatio)
  context.canvas.height = Math.round(height * pixelRatio)
  const { scale, x, y } = place
  context.setTransform(scale * pixelRatio, 0, 0, -scale * pixelRatio, x * pixelRatio, y * pixelRatio)
  const hatch = hatching(context, colours, scale, pixelRatio)
  context.lineJoin = 'round'
  context.strokeStyle = colours.edge
  context.lineWidth = 0.8 / scale
  for (const { outline, path } of areas) {
    const found = look.classOf(outline.code) ?? 'insufficient'
    context.fillStyle = found === 'insufficient' ? hatch : colours.classes[found]
    context.fill(path, 'evenodd')
    context.stroke(path)
  }
  outlineArea(context, areas, look.pointed, colours.ground, colours.ink, 1.5 / scale)
  outlineArea(context, areas, look.selected, colours.ground, colours.accent, 2.5 / scale)
}

/** A line with a halo, so that it stands out on every class. */
function outlineArea(context: CanvasRenderingContext2D, areas: readonly MapArea[], code: string, halo: string, colour: string, width: number): void {
  const found = areas.find(({ outline }) => outline.code === code)
  if (!found) return
  context.strokeStyle = halo
  context.lineWidth = width * 2.4
  context.stroke(found.path)
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(found.path)
}

const TILE = 6

/** Slanting lines for `onvoldoende gegevens`, equally fine however far one has zoomed in. */
function hatching(context: CanvasRenderingContext2D, colours: Colours, scale: number, pixelRatio: number): CanvasPattern | string {
  const size = Math.round(TILE * pixelRatio)
  const tile = new OffscreenCanvas(size, size)
  const pen = tile.getContext('2d')
  if (!pen) return colours.ground
  pen.fillStyle = colours.ground
  pen.fillRect(0, 0, size, size)
  pen.strokeStyle = colours.hatch
  pen.lineWidth = pixelRatio
  for (const shift of [-size, 0, size]) {
    pen.beginPath()
    pen.moveTo(shift - 1, size + 1)
    pen.lineTo(shift + size + 1, -1)
    pen.stroke()
  }
  const pattern = context.createPattern(tile, 'repeat')
  if (!pattern) return colours.ground
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * pixelRatio), -1 / (scale * pixelRatio)))
  return pattern
}
