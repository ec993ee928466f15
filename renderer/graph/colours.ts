import type { EntityKind } from '#shared/model/entity.ts'
import { readColour } from '../lib/theme.ts'

/** Colours of the canvas, as `rgb(…)`. */
export interface GraphColours {
  kinds: Record<EntityKind, { stroke: string; fill: string }>
  ink: string
  inkSoft: string
  line: string
  ground: string
  accent: string
  selected: string
}

/** Reads them from the tokens of the theme that is shown now. */
export function readGraphColours(): GraphColours {
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
