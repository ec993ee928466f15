import { createStore } from './store.ts'

/** Whether one screen fills the whole display, for people round a table; the frame steps aside. */
export const isPresenting = createStore(false)

/** Fills the display, or gives the frame back. */
export function present(on: boolean): void {
  isPresenting.set(on)
  window.shell.setFullScreen(on)
}
