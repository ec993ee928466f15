import { measures } from '#shared/picture/measures.ts'
import type { SceneNode } from './scene.ts'

/** unquoted: cytoscape knows no single quotes */
export const FONTS = 'Inter Variable, Segoe UI, sans-serif'
/** opacity of what lies outside the chosen period */
export const FADED = 0.16
/** from this many times their size on, names grow together with the shapes above them, so that a shape stays a few pixels */
const LARGEST_BORDER = 3.8

/** How large everything is drawn at a distance, in picture units. */
export interface Sizes {
  /** half of the width and height of a shape */
  radius: Record<SceneNode['kind'], number>
  /** times the border of a shape; grows less than lines do */
  stroke: number
  border: number
  groupBorder: number
  line: number
  /** letters of a name, and the outline that sets them off */
  name: number
  nameOutline: number
}

/** @param factor lines keep their width on screen, see `Detail` @param scale of all words */
export function sizesAt(factor: number, scale: number): Sizes {
  const growth = Math.max(1, factor / LARGEST_BORDER)
  const stroke = Math.min(factor, LARGEST_BORDER)
  const { address, company, person } = measures.radius
  return {
    radius: { address: address * growth, company: company * growth, person: person * growth, group: address * growth },
    stroke,
    border: 1.6 * stroke,
    groupBorder: 5 * stroke,
    line: 1.4 * factor,
    name: measures.nodeFont * scale * factor,
    nameOutline: 2.5 * factor,
  }
}
