import type { AreaLook } from './mapChunks.ts'
import type { MapColours } from './mapColours.ts'

/** px */
const TILE = 6

/** What a look is filled with, equally fine however far one has zoomed in; made once per drawing. */
export function fillsFor(context: CanvasRenderingContext2D, colours: MapColours, scale: number, pixelRatio: number): (look: AreaLook) => CanvasPattern | string {
  const made = new Map<string, CanvasPattern | string>()
  return (look) => {
    const key = `${look.class} ${look.isUnsure}`
    const fill = made.get(key) ?? makeFill(context, look, colours, scale, pixelRatio)
    made.set(key, fill)
    return fill
  }
}

function makeFill(context: CanvasRenderingContext2D, look: AreaLook, colours: MapColours, scale: number, pixelRatio: number): CanvasPattern | string {
  if (look.class === 'insufficient') return patternOf(context, colours.ground, scale, pixelRatio, (pen, size) => slant(pen, size, colours.hatch, pixelRatio))
  const plain = colours.classes[look.class]
  if (!look.isUnsure) return plain
  // the lightest class needs darker dots than the ground
  const dots = look.class === 'lower' ? colours.hatch : colours.ground
  return patternOf(context, plain, scale, pixelRatio, (pen, size) => dot(pen, size, dots))
}

function patternOf(context: CanvasRenderingContext2D, ground: string, scale: number, pixelRatio: number, draw: (pen: OffscreenCanvasRenderingContext2D, size: number) => void): CanvasPattern | string {
  const size = Math.round(TILE * pixelRatio)
  const tile = new OffscreenCanvas(size, size)
  const pen = tile.getContext('2d')
  if (!pen) return ground
  pen.fillStyle = ground
  pen.fillRect(0, 0, size, size)
  draw(pen, size)
  const pattern = context.createPattern(tile, 'repeat')
  if (!pattern) return ground
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * pixelRatio), -1 / (scale * pixelRatio)))
  return pattern
}

/** Slanting lines for `onvoldoende gegevens`. */
function slant(pen: OffscreenCanvasRenderingContext2D, size: number, colour: string, width: number): void {
  pen.strokeStyle = colour
  pen.lineWidth = width
  for (const shift of [-size, 0, size]) {
    pen.beginPath()
    pen.moveTo(shift - 1, size + 1)
    pen.lineTo(shift + size + 1, -1)
    pen.stroke()
  }
}

/** Dots for a score with a wide interval. */
function dot(pen: OffscreenCanvasRenderingContext2D, size: number, colour: string): void {
  pen.fillStyle = colour
  for (const [x, y] of [[0.25, 0.25], [0.75, 0.75]] as const) {
    pen.beginPath()
    pen.arc(x * size, y * size, size * 0.15, 0, 2 * Math.PI)
    pen.fill()
  }
}
