import type { AttentionClass } from '#shared/model/score.ts'
import { readColour, type Theme } from '../../lib/theme.ts'

export interface MapColours {
  classes: Record<Exclude<AttentionClass, 'insufficient'>, string>
  hatch: string
  ground: string
  /** lines: of the municipality behind areas of one's own, and round these */
  land: string
  border: string
  ink: string
  accent: string
}

const known = new Map<Theme, MapColours>()

/** The tokens behind the map; read once per theme, because asking for a colour makes the browser lay out the page. */
export function readMapColours(theme: Theme): MapColours {
  const found = known.get(theme) ?? askMapColours()
  known.set(theme, found)
  return found
}

function askMapColours(): MapColours {
  return {
    classes: { lower: readColour('--class-lower'), average: readColour('--class-average'), higher: readColour('--class-higher') },
    hatch: readColour('--class-hatch'),
    ground: readColour('--card'),
    land: readColour('--line-strong'),
    border: readColour('--ink-soft'),
    ink: readColour('--ink'),
    accent: readColour('--accent'),
  }
}
