import type { EdgeSingular, StylesheetJson } from 'cytoscape'
import type { EntityKind } from '#shared/model/entity.ts'
import { measures } from '#shared/picture/measures.ts'

/** Colours of the canvas, as `rgb(…)`; read from the tokens of the theme that is shown. */
export interface GraphColours {
  kinds: Record<EntityKind, { stroke: string; fill: string }>
  ink: string
  inkSoft: string
  line: string
  ground: string
  accent: string
  selected: string
}

/** Words smaller than this many pixels on screen are left out: those on lines go first. */
const SMALLEST = { node: 7, line: 8.5 }
const FADED = 0.16

/** How everything looks, by class; nothing is styled element by element. @param scale of all words, for a screen across the room */
export function graphStyle(colours: GraphColours, scale: number): StylesheetJson {
  const kindStyle = (kind: EntityKind, shape: 'round-rectangle' | 'diamond' | 'ellipse') => ({
    selector: `node.${kind}`,
    style: {
      shape,
      width: 2 * measures.radius[kind],
      height: 2 * measures.radius[kind],
      'background-color': colours.kinds[kind].fill,
      'border-color': colours.kinds[kind].stroke,
    },
  })
  return [
    {
      selector: 'node',
      style: {
        'border-width': 1.6,
        label: 'data(label)',
        color: colours.ink,
        'font-family': "'Inter Variable', 'Segoe UI', sans-serif",
        'font-size': measures.nodeFont * scale,
        'line-height': measures.nodeLine / measures.nodeFont / 1.2,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'bottom',
        'text-margin-y': measures.nodeLabelGap,
        'text-outline-color': colours.ground,
        'text-outline-width': 2.5,
        'min-zoomed-font-size': SMALLEST.node,
        'overlay-opacity': 0,
      },
    },
    kindStyle('address', 'round-rectangle'),
    { selector: 'node.address', style: { 'corner-radius': `${measures.addressCorner}px` } },
    kindStyle('company', 'diamond'),
    kindStyle('person', 'ellipse'),
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': colours.line,
        'curve-style': 'straight',
        label: 'data(label)',
        color: colours.inkSoft,
        'font-family': "'Inter Variable', 'Segoe UI', sans-serif",
        'font-size': measures.linkFont * scale,
        'line-height': measures.linkLine / measures.linkFont / 1.2,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-margin-x': (edge: EdgeSingular) => Number(edge.data('dx')),
        'text-margin-y': (edge: EdgeSingular) => Number(edge.data('dy')),
        'text-background-color': colours.ground,
        'text-background-opacity': 0.9,
        'text-background-padding': '1px',
        'text-background-shape': 'roundrectangle',
        'min-zoomed-font-size': SMALLEST.line,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.dashed', style: { 'line-style': 'dashed', 'line-dash-pattern': [5, 4] } },
    { selector: 'edge.directed', style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': colours.line, 'arrow-scale': 0.9 } },
    { selector: 'edge.bent', style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(bend)', 'control-point-weights': 0.5 } },
    { selector: 'edge.marked', style: { width: 3.5, 'line-color': colours.accent, 'target-arrow-color': colours.accent, color: colours.ink } },
    { selector: 'node.marked', style: { 'border-width': 3 } },
    {
      selector: 'node.badged',
      style: {
        'background-image': 'data(badge)',
        'background-width': '64px',
        'background-height': '64px',
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': 12,
      },
    },
    { selector: '.faded', style: { opacity: FADED } },
    { selector: 'node:selected', style: { 'outline-color': colours.selected, 'outline-width': 3, 'outline-offset': 3, 'outline-opacity': 1 } },
    { selector: 'edge:selected', style: { width: 3, 'line-color': colours.selected, 'target-arrow-color': colours.selected, color: colours.ink, 'z-index': 5 } },
    {
      selector: 'core',
      style: {
        'selection-box-color': colours.selected,
        'selection-box-opacity': 0.12,
        'selection-box-border-width': 1,
        'selection-box-border-color': colours.selected,
        'active-bg-color': colours.ground,
        'active-bg-opacity': 0,
        'active-bg-size': 0,
        'outside-texture-bg-color': colours.ground,
        'outside-texture-bg-opacity': 1,
      },
    },
  ]
}
