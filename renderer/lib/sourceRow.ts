import { createStore } from './store.ts'

/** The source row that is open in the drawer, from whatever screen it was asked. */
export const openSourceRow = createStore<number | null>(null)
