import type { Core } from 'cytoscape'
import type { Viewport } from './viewport.ts'

/** elements up to which the canvas is simply drawn anew at every move */
const DRAWN_AT_ONCE = 250

/** The picture under a moving hand. */
export interface MovingPicture {
  /** what is shown now, also while the picture moves */
  viewport(): Viewport
  /** shows the picture as it was drawn, moved and scaled; nothing is drawn */
  show(viewport: Viewport): void
  /** draws what is shown, sharply */
  rest(): void
}

/**
 * Large networks take longer to draw than a frame lasts. So while the hand moves, the layers that were drawn are moved and
 * scaled as a picture, and at rest they are drawn once in their new place.
 */
export function makeMovingPicture(cy: Core): MovingPicture {
  const layers = cy.container()?.firstElementChild
  let shown: Viewport | null = null

  function place({ zoom, pan }: Viewport): void {
    if (!(layers instanceof HTMLElement)) return
    const scale = zoom / cy.zoom()
    const drawn = cy.pan()
    layers.style.transformOrigin = '0 0'
    layers.style.transform = `translate(${pan.x - drawn.x * scale}px, ${pan.y - drawn.y * scale}px) scale(${scale})`
  }

  return {
    viewport: () => shown ?? { zoom: cy.zoom(), pan: { ...cy.pan() } },
    show: (viewport) => {
      if (cy.elements().length <= DRAWN_AT_ONCE) return void cy.viewport(viewport)
      shown = viewport
      place(viewport)
    },
    rest: () => {
      if (!shown) return
      const viewport = shown
      shown = null
      // the old picture stays where it was moved to until the new one is there
      cy.one('render', () => {
        if (!shown && layers instanceof HTMLElement) layers.style.transform = ''
      })
      cy.viewport(viewport)
    },
  }
}
