import { overlaps, thinned, type AreaLook, type Chunk, type MapArea } from './mapChunks.ts'
import type { MapColours } from './mapColours.ts'
import { fillsFor } from './mapFills.ts'
import { toMetres, type Bounds, type Placement } from './geometry.ts'

/** What is drawn alike, as one path in RD metres. */
export interface MapPath {
  look: AreaLook
  box: Bounds
  path: Path2D
}

export function pathsOf(chunks: readonly Chunk[]): MapPath[] {
  return chunks.map(({ look, box, rings }) => ({ look, box, path: pathOf(rings) }))
}

/** The wijken behind areas that do not cover the municipality, as one path; null when there are none. @param tolerance see `chunksOf` */
export function landOf(areas: readonly MapArea[], tolerance: number): Path2D | null {
  return areas.length === 0 ? null : pathOf(areas.flatMap(({ outline }) => outline.rings.map((ring) => thinned(ring, tolerance))))
}

function pathOf(rings: readonly (readonly number[])[]): Path2D {
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

/** What is drawn on: size in CSS pixels, and how many device pixels go into one. */
export interface Sheet {
  pen: CanvasRenderingContext2D
  width: number
  height: number
  pixelRatio: number
}

/** What is drawn, in RD metres. */
export interface MapParts {
  paths: readonly MapPath[]
  land: Path2D | null
  /** of an area in the middle of the range */
  areaWidth: number
}

export interface Marked {
  selected: MapArea | undefined
  /** under the mouse or the keyboard */
  pointed: MapArea | undefined
}

/** px of the line between two areas, at most */
const EDGE = 0.8
/** px of the line round areas of one's own: there are few, and neighbours are often of one class */
const OWN_EDGE = 1.2
/** how many times wider than its edge an area is at least */
const AREA_TO_EDGE = 14

/** Draws the areas in sight; moving and enlarging only change the placement. */
export function drawAreas(sheet: Sheet, { paths, land, areaWidth }: MapParts, place: Placement, colours: MapColours): void {
  const { pen: context, width, height, pixelRatio } = sheet
  const { scale } = place
  inMetres(sheet, place)
  const [[minX, maxY], [maxX, minY]] = [toMetres(place, 0, 0), toMetres(place, width, height)]
  const inSight = paths.filter(({ box }) => overlaps(box, { minX, minY, maxX, maxY }))
  // thin lines have no corners to see, and round ones cost most of the drawing
  context.lineJoin = 'bevel'
  if (land) {
    // lines alone: each fill has a meaning
    context.strokeStyle = colours.land
    context.lineWidth = EDGE / scale
    context.stroke(land)
  }
  const fillOf = fillsFor(context, colours, scale, pixelRatio)
  for (const { look, path } of inSight) {
    context.fillStyle = fillOf(look)
    context.fill(path, 'evenodd')
  }
  context.strokeStyle = land ? colours.border : colours.ground
  context.lineWidth = land ? OWN_EDGE / scale : Math.min(EDGE, (areaWidth * scale) / AREA_TO_EDGE) / scale
  for (const { path } of inSight) context.stroke(path)
}

/** Draws what is pointed at and what is chosen, over the areas. */
export function drawMarks(sheet: Sheet, place: Placement, marked: Marked, colours: MapColours): void {
  inMetres(sheet, place)
  outlineArea(sheet.pen, marked.pointed, colours.ground, colours.ink, 1.5 / place.scale)
  outlineArea(sheet.pen, marked.selected, colours.ground, colours.accent, 2.5 / place.scale)
}

function inMetres({ pen, pixelRatio }: Sheet, { scale, x, y }: Placement): void {
  pen.setTransform(scale * pixelRatio, 0, 0, -scale * pixelRatio, x * pixelRatio, y * pixelRatio)
}

/** A line with a halo, so that it stands out on every class. */
function outlineArea(context: CanvasRenderingContext2D, area: MapArea | undefined, halo: string, colour: string, width: number): void {
  if (!area) return
  const path = pathOf(area.outline.rings)
  context.lineJoin = 'round'
  context.strokeStyle = halo
  context.lineWidth = width * 2.4
  context.stroke(path)
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(path)
}
