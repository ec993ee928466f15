import type { Core } from 'cytoscape'
import { applyChange, applyNames, applySelection, applyWords } from './apply.ts'
import type { Theme } from '../lib/theme.ts'
import { readGraphColours } from './colours.ts'
import { detailAt, namedNodes, type Detail } from './detail.ts'
import { diffScenes, emptyScene, noChange } from './diff.ts'
import type { Draft } from './draft.ts'
import { afterFrames } from './frames.ts'
import type { Scene } from './scene.ts'
import { makeSight, MANY } from './sight.ts'
import { sizesAt } from './sizes.ts'
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

/** Keeps the canvas equal to what it is to show. */
export interface Painter {
  paint(painting: Painting): void
  /** everything in sight */
  fit(): void
  /** makes sure these are in sight; moves nothing when they are */
  reveal(ids: readonly string[]): void
  /** brings what is seen as a draft onto the canvas now */
  finish(): void
}

/** frames a draft stands before the rest is made: in the first it is drawn, in the second it is on the screen, the third is for what waits for it */
const DRAFT_FRAMES = 3
const nothing: Painting = { scene: emptyScene, selected: new Set(), theme: 'light', scale: 1 }

/**
 * Paints in one go: where the picture will be looked at from is known before anything is drawn, so that everything gets the style,
 * the names and the words of that distance and is styled and drawn once. Cytoscape takes long over much that is new: that is seen
 * as a draft at once, and comes onto its canvas right after.
 */
export function makePainter(cy: Core, draft: Draft): Painter {
  const sight = makeSight(cy)
  let shown = nothing
  let detail: Detail | null = null
  /** what is seen as a draft, and where it will be looked at from */
  let coming: { painting: Painting; viewport: Viewport | null } | null = null
  let stopWaiting = (): void => undefined

  cy.on('destroy', () => stopWaiting())

  cy.on('viewport', () => {
    if (detail !== null && !cy.animated() && detailAt(cy.zoom()) !== detail) bring(shown, null)
  })

  function bring(next: Painting, viewport: Viewport | null): void {
    const before = shown
    const near = detailAt(viewport?.zoom ?? cy.zoom())
    const isRestyled = near !== detail || next.theme !== before.theme || next.scale !== before.scale
    const isRedrawn = isRestyled || next.scene !== before.scene
    shown = next
    detail = near
    if (isRestyled) cy.style(graphStyle(readGraphColours(), next.scale, near))
    cy.batch(() => {
      applyChange(cy, next.scene === before.scene ? noChange : diffScenes(before.scene, next.scene))
      if (isRedrawn && near.isFull) applyWords(cy, placeWords(next.scene, next.scale))
      if ((isRedrawn || next.selected !== before.selected) && (!near.isFull || next.scale > 1)) applyNames(cy, namedNodes(next.scene, near.factor * next.scale, next.selected))
      applySelection(cy, next.selected)
    })
  }

  /** Where to look from so that all of these are in sight; null when they are. */
  function viewportFor({ scene, scale }: Painting, ids: readonly string[]): Viewport | null {
    return sight.holds(scene, ids) ? null : sight.whole(scene, scale)
  }

  /** What must be in sight: what is new; and what was wholly in sight stays so when everything finds another place. */
  function toBeSeen({ scene }: Painting, fresh: readonly string[]): readonly string[] {
    if (scene === shown.scene) return []
    return sight.holds(shown.scene, idsOf(shown.scene)) ? idsOf(scene) : fresh
  }

  function sketch(next: Painting, viewport: Viewport): void {
    const { factor, isFull } = detailAt(viewport.zoom)
    const named = isFull && next.scale === 1 ? null : namedNodes(next.scene, factor * next.scale, next.selected)
    draft.show({
      scene: next.scene, viewport, factor, colours: readGraphColours(), sizes: sizesAt(factor, next.scale), isNamed: (id) => named?.has(id) ?? true,
    }, sight.size())
  }

  function finish(): void {
    if (!coming) return
    const { painting, viewport } = coming
    stopWaiting()
    coming = null
    cy.one('render', () => draft.hide())
    bringAndLook(painting, viewport)
  }

  function bringAndLook(next: Painting, viewport: Viewport | null): void {
    const isFirst = shown.scene.nodes.length === 0
    bring(next, viewport)
    if (isFirst && viewport) cy.viewport(viewport)
    else sight.goTo(viewport)
  }

  return {
    paint: (next) => {
      // another choice is no reason to hurry
      if (next.scene === coming?.painting.scene) return void (coming.painting = next)
      finish()
      const fresh = freshIn(shown.scene.nodes, next.scene.nodes)
      const viewport = shown.scene.nodes.length === 0 ? sight.whole(next.scene, next.scale) : viewportFor(next, toBeSeen(next, fresh))
      if (fresh.length + freshIn(shown.scene.lines, next.scene.lines).length < MANY) return bringAndLook(next, viewport)
      sketch(next, viewport ?? sight.now())
      coming = { painting: next, viewport }
      stopWaiting = afterFrames(DRAFT_FRAMES, finish)
    },
    fit: () => {
      finish()
      sight.goTo(sight.whole(shown.scene, shown.scale))
    },
    reveal: (ids) => {
      finish()
      sight.goTo(viewportFor(shown, ids))
    },
    finish,
  }
}

function idsOf(scene: Scene): string[] {
  return scene.nodes.map(({ id }) => id)
}

function freshIn(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  if (before === after) return []
  const known = new Set(before.map(({ id }) => id))
  return after.flatMap(({ id }) => (known.has(id) ? [] : [id]))
}
