import type { HandMode } from '../../graph/hand.ts'
import { createStore } from '../../lib/store.ts'
import { nothing, type Selection } from './selection.ts'
import { drawingOf, emptyWorkspace, reduce, type WorkspaceAction } from './workspace.ts'

/** What lies on the table; kept while one looks at an address sheet, emptied on locking. */
export const workspaceStore = createStore(emptyWorkspace)

/** What is chosen, in picture and tables alike. */
export const selectionStore = createStore<Selection>(nothing)

/** What dragging beside the nodes does, until another way is chosen. */
export const handStore = createStore<HandMode>('move')

export function act(action: WorkspaceAction): void {
  workspaceStore.set(reduce(workspaceStore.get(), action))
}

export function currentDrawing() {
  return drawingOf(workspaceStore.get())
}

/** Equal selections are the same one, so that nothing is drawn again for them. */
export function select(selection: Selection): void {
  const before = selectionStore.get()
  const isEqual = before.size === selection.size && [...selection].every((id) => before.has(id))
  if (!isEqual) selectionStore.set(selection)
}
