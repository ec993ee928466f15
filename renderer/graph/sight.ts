import type { Core } from 'cytoscape'
import type { Scene } from './scene.ts'
import { fitScene, isInSight, type Viewport } from './viewport.ts'

/** elements from which a picture is not drawn on the way to another place */
export const MANY = 600
/** pixels per unit: how large a small network is drawn on a desk and across a room */
const largestFit = { desk: 1.1, room: 1.8 }

/** Where the canvas looks from, and where it is to look from. */
export interface Sight {
  /** everything in the middle; null for an empty scene. @param scale of all words; more than 1 is across a room */
  whole(scene: Scene, scale: number): Viewport | null
  /** whether all of these lie within the canvas, looked at from there */
  holds(scene: Scene, ids: readonly string[], from: Viewport): boolean
  now(): Viewport
  /** goes there, gently when little has to be drawn on the way; null stays */
  goTo(viewport: Viewport | null): void
  size(): { width: number; height: number }
}

export function makeSight(cy: Core): Sight {
  const now = (): Viewport => ({ zoom: cy.zoom(), pan: { ...cy.pan() } })
  const size = (): { width: number; height: number } => {
    cy.resize()
    return { width: cy.width(), height: cy.height() }
  }
  return {
    now,
    size,
    whole: (scene, scale) => fitScene(scene, size(), scale > 1 ? largestFit.room : largestFit.desk),
    holds: (scene, ids, from) => isInSight(scene, ids, size(), from),
    goTo: (viewport) => {
      if (!viewport) return
      cy.stop()
      const isStill = cy.elements().length > MANY || window.matchMedia('(prefers-reduced-motion: reduce)').matches
      if (isStill) cy.viewport(viewport)
      else cy.animate(viewport, { duration: 250, easing: 'ease-in-out' })
    },
  }
}
