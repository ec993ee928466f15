import type { HandMode } from '../../graph/hand.ts'
import { createLastingStore, createStore } from '../../lib/store.ts'
import type { SavedView } from '../../lib/session.tsx'
import { drawingFrom } from './savedView.ts'
import { nothing, type Selection } from './selection.ts'
import { drawingOf, emptyWorkspace, reduce, type WorkspaceAction } from './workspace.ts'

/** What lies on the table; kept while one looks at an address sheet, emptied on locking. */
export const workspaceStore = createStore(emptyWorkspace)

/** What is chosen, in picture and tables alike. */
export const selectionStore = createStore<Selection>(nothing)

/** What dragging beside the nodes does, until another way is chosen. */
export const handStore = createStore<HandMode>('move')

/** Whether a double click brings in what is linked, or opens the sheet; chosen once, kept while the application is open. */
export const doubleClickStore = createLastingStore<'expand' | 'open'>('expand')

/** The saved view that was opened or saved last: where the next version goes unless another place is chosen, and whether the case takes it as its picture. */
export const viewHome = createStore<{ caseId: number; name: string; isPicture: boolean } | null>(null)

export function act(action: WorkspaceAction): void {
  workspaceStore.set(reduce(workspaceStore.get(), action))
}

/** Puts a saved view on the table, as a step that can be undone. */
export function showView({ caseId, name, content, renews = false }: SavedView): void {
  act({ type: 'load', drawing: drawingFrom(content), name })
  select(nothing)
  viewHome.set({ caseId, name, isPicture: renews })
}

/** Takes everything off the table for good, with the steps that led to it; what was copied stays, for the next network. */
export function closeNetwork(): void {
  workspaceStore.set(emptyWorkspace)
  select(nothing)
  viewHome.set(null)
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
