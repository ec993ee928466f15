import { useSyncExternalStore } from 'react'

/** A small value outside React that survives the change of screens, and is emptied when the vault is locked. */
export interface Store<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

const resets: (() => void)[] = []

/** Made once, at module level; `initial` is also what it falls back to on locking. */
export function createStore<T>(initial: T): Store<T> {
  const store = createLastingStore(initial)
  resets.push(() => store.set(initial))
  return store
}

/** The same for what says nothing of the vault and must outlive it. */
export function createLastingStore<T>(initial: T): Store<T> {
  let now = initial
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set: (next) => {
      if (Object.is(next, now)) return
      now = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Nothing of an open vault may stay in the window after locking. */
export function resetStores(): void {
  for (const reset of resets) reset()
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
