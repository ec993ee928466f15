import type { EdgeSingular, StylesheetJson } from 'cytoscape'
import type { EntityKind } from '#shared/model/entity.ts'
import { measures, strengthDash } from '#shared/picture/measures.ts'
import type { GraphColours } from './colours.ts'
import type { Detail } from './detail.ts'
import { FADED, FONTS, sizesAt, type Sizes } from './sizes.ts'

/** Pixels drawn per pixel shown: with one, the words of a picture that is not at 100 % are blurred. */
export const PIXEL_RATIO = 2

/**
 * How everything looks, by class; nothing is styled element by element.
 * @param scale of all words, for a screen across the room
 * @param detail lines keep their width on screen; without full detail only nodes of class `named` have their names
 */
export function graphStyle(colours: GraphColours, scale: number, { factor, isFull }: Detail): StylesheetJson {
  const sizes = sizesAt(factor, scale)
  return [...nodeStyle(colours, sizes, isFull && scale === 1), ...lineStyle(colours, scale, { factor, isFull }, sizes), ...stateStyle(colours, scale, factor, sizes)]
}

function nodeStyle(colours: GraphColours, sizes: Sizes, isNamed: boolean): StylesheetJson {
  const kindStyle = (kind: EntityKind, shape: 'round-rectangle' | 'diamond' | 'ellipse') => ({
    selector: `node.${kind}`,
    style: {
      shape,
      width: 2 * sizes.radius[kind],
      height: 2 * sizes.radius[kind],
      'background-color': colours.kinds[kind].fill,
      'border-color': colours.kinds[kind].stroke,
    },
  })
  const words = nodeWords(colours, sizes)
  return [
    {
      selector: 'node',
      style: {
        'border-width': sizes.border,
        ...(isNamed ? words : {}),
      },
    },
    kindStyle('address', 'round-rectangle'),
    { selector: 'node.address', style: { 'corner-radius': `${measures.addressCorner}px` } },
    kindStyle('company', 'diamond'),
    kindStyle('person', 'ellipse'),
    {
      selector: 'node.group',
      style: {
        shape: 'round-rectangle',
        width: 2 * sizes.radius.group,
        height: 2 * sizes.radius.group,
        'background-color': colours.ground,
        'border-color': colours.inkSoft,
        'border-style': 'double',
        'border-width': sizes.groupBorder,
      },
    },
    { selector: 'node.named', style: { ...words, 'z-index': 4 } },
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
  ]
}

function lineStyle(colours: GraphColours, scale: number, { factor, isFull }: Detail, sizes: Sizes): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: sizes.line,
        // its curve is cytoscape's own: from middle to middle below the shapes, the least work for a line without an arrow
        'line-color': colours.line,
      },
    },
    ...(isFull
      ? [
          {
            selector: 'edge.worded',
            style: {
              ...lineWords(colours, measures.linkFont * scale),
              'text-margin-x': (edge: EdgeSingular) => Number(edge.data('dx')),
              'text-margin-y': (edge: EdgeSingular) => Number(edge.data('dy')),
            },
          },
        ]
      : []),
    ...(['suspected', 'unconfirmed'] as const).map((strength) => ({
      selector: `edge.${strength}`, style: { 'line-style': 'dashed' as const, 'line-dash-pattern': strengthDash[strength].map((length) => length * factor) },
    })),
    { selector: 'edge.directed', style: { 'curve-style': 'straight', 'target-arrow-shape': 'triangle', 'target-arrow-color': colours.line, 'arrow-scale': 0.9 } },
    { selector: 'edge.bent', style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(bend)', 'control-point-weights': 0.5 } },
  ]
}

// Only what shows words has the style of words: cytoscape measures and compares it element by element, and far away few have any.

function nodeWords(colours: GraphColours, { name, nameOutline }: Sizes) {
  return {
    label: 'data(label)',
    color: colours.ink,
    'font-family': FONTS,
    'font-size': name,
    'line-height': measures.nodeLine / measures.nodeFont / 1.2,
    'text-wrap': 'wrap',
    'text-max-width': '1000px',
    'text-valign': 'bottom',
    'text-margin-y': measures.nodeLabelGap,
    'text-outline-color': colours.ground,
    'text-outline-width': nameOutline,
  } as const
}

function lineWords(colours: GraphColours, size: number) {
  return {
    label: 'data(label)',
    color: colours.inkSoft,
    'font-family': FONTS,
    'font-size': size,
    'line-height': measures.linkLine / measures.linkFont / 1.2,
    'text-wrap': 'wrap',
    'text-max-width': '1000px',
    'text-background-color': colours.ground,
    'text-background-padding': '1px',
    'text-background-shape': 'roundrectangle',
    'text-background-opacity': 0.9,
  } as const
}

/** What is marked, faded or chosen, over whatever it is. */
function stateStyle(colours: GraphColours, scale: number, factor: number, sizes: Sizes): StylesheetJson {
  const words = lineWords(colours, measures.linkFont * factor)
  return [
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    { selector: 'edge.marked', style: { width: 3.5 * factor, 'line-color': colours.accent, 'target-arrow-color': colours.accent, ...words, color: colours.ink } },
    { selector: 'node.marked', style: { 'border-width': 3 * sizes.stroke, ...nodeWords(colours, sizes) } },
    { selector: 'edge.supposed', style: { 'line-style': 'dotted', 'line-color': colours.kinds.person.stroke, width: 2.4 * factor, ...lineWords(colours, measures.linkFont * scale) } },
    // told apart by thickness and pattern, not by colour alone
    { selector: 'edge.new', style: { width: 3.2 * factor, 'line-color': colours.accent, 'target-arrow-color': colours.accent } },
    { selector: 'edge.gone', style: { 'line-style': 'dashed', 'line-dash-pattern': [2 * factor, 5 * factor], 'line-color': colours.ink, 'target-arrow-color': colours.ink } },
    { selector: '.faded', style: { opacity: FADED } },
    { selector: 'node:selected', style: { 'outline-color': colours.selected, 'outline-width': 2.5 * factor, 'outline-offset': 2.5 * factor, 'outline-opacity': 1, 'z-index': 5 } },
    { selector: 'edge:selected', style: { width: 3 * factor, 'line-color': colours.selected, 'target-arrow-color': colours.selected, ...words, color: colours.ink, 'z-index': 5 } },
    {
      selector: 'core',
      style: {
        // the hand draws its own outline, and nothing is shown of a press
        'selection-box-color': colours.selected,
        'selection-box-opacity': 0,
        'selection-box-border-width': 0,
        'selection-box-border-color': colours.selected,
        'outside-texture-bg-color': colours.ground,
        'outside-texture-bg-opacity': 1,
        'active-bg-color': colours.ground,
        'active-bg-opacity': 0,
        'active-bg-size': 0,
      },
    },
  ]
}
