import { drawAreas, drawMarks, type MapParts, type Marked, type Sheet } from './drawMap.ts'
import type { Placement } from './geometry.ts'
import type { MapColours } from './mapColours.ts'

/** Which part of the width and height is drawn beyond each side, so that the hand has some way to go. */
const BEYOND = 1 / 3

/** Draws a map on a sheet. */
export type DrawMap = (sheet: Sheet, parts: MapParts, place: Placement, marked: Marked, colours: MapColours) => void

/** The areas as they were drawn, without marks. */
interface Picture {
  canvas: HTMLCanvasElement
  parts: MapParts
  place: Placement
  colours: MapColours
  size: string
}

/**
 * Draws a map whose areas are kept as a picture, with some more than is in sight: as long as it is only moved, or something else is marked,
 * thousands of areas take as long as one. Moved further than the picture goes, they are drawn again.
 */
export function keepingPicture(): DrawMap {
  let kept: Picture | null = null
  return (sheet, parts, place, marked, colours) => {
    const { pen, width, height, pixelRatio } = sheet
    const size = [width, height, pixelRatio].join(' ')
    const isSame = kept?.size === size && kept.colours === colours && kept.parts.paths === parts.paths && kept.parts.land === parts.land
    const shift = kept && isSame ? shiftOf(kept.place, place, sheet) : null
    if (!kept || !shift) kept = { canvas: drawBeyond(sheet, parts, place, colours, kept?.canvas), parts, place, colours, size }
    const [dx, dy] = shift ?? [0, 0]
    const [beyondX, beyondY] = beyond(sheet)
    clear(sheet)
    pen.drawImage(kept.canvas, dx - beyondX, dy - beyondY)
    drawMarks(sheet, place, marked, colours)
  }
}

/** How far a picture is to be moved, in whole device pixels: between them it would blur. Null where it does not reach, or has another scale. */
export function shiftOf(from: Placement, to: Placement, sheet: Pick<Sheet, 'width' | 'height' | 'pixelRatio'>): [number, number] | null {
  const [dx, dy] = [Math.round((to.x - from.x) * sheet.pixelRatio), Math.round((to.y - from.y) * sheet.pixelRatio)]
  const [beyondX, beyondY] = beyond(sheet)
  return from.scale === to.scale && Math.abs(dx) <= beyondX && Math.abs(dy) <= beyondY ? [dx, dy] : null
}

/** Device pixels drawn beyond each side. */
function beyond({ width, height, pixelRatio }: Pick<Sheet, 'width' | 'height' | 'pixelRatio'>): [number, number] {
  return [Math.round(width * pixelRatio * BEYOND), Math.round(height * pixelRatio * BEYOND)]
}

/** @param canvas of an earlier picture, to draw on again */
function drawBeyond(sheet: Sheet, parts: MapParts, place: Placement, colours: MapColours, canvas = document.createElement('canvas')): HTMLCanvasElement {
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  const { width, height, pixelRatio } = sheet
  const [beyondX, beyondY] = beyond(sheet)
  const [x, y] = [beyondX / pixelRatio, beyondY / pixelRatio]
  const larger = { pen, width: width + 2 * x, height: height + 2 * y, pixelRatio }
  clear(larger)
  drawAreas(larger, parts, { ...place, x: place.x + x, y: place.y + y }, colours)
  return canvas
}

function clear({ pen, width, height, pixelRatio }: Sheet): void {
  const { canvas } = pen
  const [columns, rows] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)]
  // giving a canvas the size it has takes new memory all the same
  if (canvas.width !== columns) canvas.width = columns
  if (canvas.height !== rows) canvas.height = rows
  pen.resetTransform()
  pen.clearRect(0, 0, columns, rows)
}
