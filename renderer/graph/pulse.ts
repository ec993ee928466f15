import type { Core } from 'cytoscape'

/** zoom from which a single node and its name can be read */
const READABLE = 0.75
const RING = 600

/** Brings a node to the middle, near enough to read, and lets a ring go out from it once; without the ring where motion is unwanted. */
export function pulse(cy: Core, id: string): void {
  const node = cy.getElementById(id)
  const frame = cy.container()?.parentElement
  if (node.empty() || !frame) return
  cy.stop()
  if (cy.zoom() < READABLE) cy.zoom(READABLE)
  cy.center(node)
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const { x, y } = node.renderedPosition()
  const ring = document.createElement('div')
  ring.className = 'graph-pulse'
  ring.style.left = `${x}px`
  ring.style.top = `${y}px`
  frame.append(ring)
  window.setTimeout(() => ring.remove(), RING)
}
