import type { Core } from 'cytoscape'
import type { Theme } from '../lib/theme.ts'
import { applyChange, applyNames, applySelection, applyWords } from './apply.ts'
import { readGraphColours } from './colours.ts'
import { detailAt, namedNodes, type Detail } from './detail.ts'
import { diffScenes, emptyScene } from './diff.ts'
import { atOnce, type Pieces } from './pieces.ts'
import type { Scene } from './scene.ts'
import { graphStyle } from './style.ts'
import type { Viewport } from './viewport.ts'
import { placeWords } from './words.ts'

/** What the canvas is to show, and how. */
export interface Painting {
  scene: Scene
  selected: ReadonlySet<string>
  theme: Theme
  /** size of all words; 1 on one's own desk */
  scale: number
}

/** What stands on the canvas. */
export interface Painted {
  shown(): Painting
  /** Makes it something else, for the distance it will be looked at from; null is where one looks from now. */
  bring(next: Painting, viewport: Viewport | null): Pieces
}

const nothing: Painting = { scene: emptyScene, selected: new Set(), theme: 'light', scale: 1 }

/** Keeps what is on the canvas in the style, with the names and the words, of the distance it is looked at from. */
export function makePainted(cy: Core): Painted {
  let shown = nothing
  let detail: Detail | null = null

  cy.on('viewport', () => {
    if (detail !== null && !cy.animated() && detailAt(cy.zoom()) !== detail) atOnce(bring(shown, null))
  })

  function* bring(next: Painting, viewport: Viewport | null): Pieces {
    const before = shown
    const near = detailAt(viewport?.zoom ?? cy.zoom())
    const isRestyled = near !== detail || next.theme !== before.theme || next.scale !== before.scale
    shown = next
    detail = near
    if (isRestyled) cy.style(graphStyle(readGraphColours(), next.scale, near))
    // as long as a batch is open, cytoscape draws nothing
    cy.startBatch()
    if (next.scene !== before.scene) yield* applyChange(cy, diffScenes(before.scene, next.scene))
    if ((isRestyled || next.scene !== before.scene) && near.isFull) applyWords(cy, placeWords(next.scene, next.scale))
    if ((isRestyled || next.scene !== before.scene || next.selected !== before.selected) && (!near.isFull || next.scale > 1)) applyNames(cy, namedNodes(next.scene, near.factor * next.scale, next.selected))
    applySelection(cy, next.selected)
    cy.endBatch()
  }

  return { shown: () => shown, bring }
}
