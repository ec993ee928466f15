import { createStore } from '../../lib/store.ts'
import type { DrawnNode, Place } from './drawing.ts'
import type { Network, NetworkLink } from '#shared/model/network.ts'

/** What was copied: nodes with their places and the links among them. */
export interface Clip {
  network: Network
  places: readonly Place[]
}

/**
 * Copies stay within the application: what lies on the clipboard of the computer is outside purpose and log. Emptied on
 * locking.
 */
export const clipStore = createStore<Clip | null>(null)

export function copyNodes(nodes: readonly DrawnNode[], links: readonly NetworkLink[]): void {
  const keys = new Set(nodes.map(({ key }) => key))
  clipStore.set({
    network: {
      nodes: nodes.map(({ key, kind, label, detail, degree, references }) => ({ key, kind, label, detail, degree, references })),
      links: links.filter(({ from, to }) => keys.has(from) && keys.has(to)),
    },
    places: nodes.map(({ key, x, y }) => ({ key, x, y })),
  })
}
