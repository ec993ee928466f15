import { useSyncExternalStore } from 'react'

/** Room for the columns that say more than the ranking needs. */
const wide = typeof window.matchMedia === 'function' ? window.matchMedia('(min-width: 1600px)') : null

function subscribe(listener: () => void): () => void {
  wide?.addEventListener('change', listener)
  return () => wide?.removeEventListener('change', listener)
}

/** Whether the window is so wide that a table beside a map keeps every column. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(subscribe, () => wide?.matches ?? true)
}
