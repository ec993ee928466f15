import { useEffect } from 'react'
import { createStore, useStore } from './store.ts'

/** What was typed in one form: only the fields that differ from what is saved. */
interface Kept {
  fields: Readonly<Record<string, unknown>>
  /** the version it was saved over; null while it is not saved */
  savedOver: string | null
}

/** What was typed and not saved, by the name of its form. It stands in the memory of the window alone and goes when the vault is locked. */
const drafts = createStore<ReadonlyMap<string, Kept>>(new Map())

/** What the parts around a form know of it. */
export interface Unsaved {
  isChanged: boolean
  /** throws away what was typed; the answer puts it back */
  discard(): () => void
}

export interface Draft<T extends object> extends Unsaved {
  /** what stands in the form: what is saved, with what was typed over it */
  typed: T
  change(part: Partial<T>): void
  /** it was saved: it stays in sight until the saved one comes, under another version */
  settle(): void
}

/**
 * What is typed in a form, kept until it is saved or thrown away: also when one goes to another tab or screen, or closes a dialog.
 * @param form names the form and what it is about, part by part from large to small: a case, its number, the form
 * @param saved what stands there when nothing is typed; its values are what JSON can say
 * @param version another one whenever `saved` is another; left out by a form that begins empty and is discarded once it is saved
 */
export function useDraft<T extends object>(form: string, saved: T, version = ''): Draft<T> {
  const kept = useStore(drafts).get(form)
  const fields = kept === undefined || isOver(kept, version) ? {} : differing(kept.fields, saved)
  const isSaved = kept !== undefined && kept.savedOver !== null
  // what became the same as what is saved is no draft any more
  const isSpent = kept !== undefined && Object.keys(fields).length === 0
  useEffect(() => {
    if (isSpent) put(form, undefined)
  }, [form, isSpent])
  return {
    typed: { ...saved, ...fields },
    isChanged: !isSaved && !isSpent && kept !== undefined,
    change: (part) => {
      const before = drafts.get().get(form)
      put(form, { fields: differing({ ...(before && !isOver(before, version) ? before.fields : {}), ...part }, saved), savedOver: null })
    },
    settle: () => {
      const now = drafts.get().get(form)
      if (now) put(form, { ...now, savedOver: version })
    },
    discard: () => {
      const thrown = drafts.get().get(form)
      put(form, undefined)
      return () => put(form, thrown)
    },
  }
}

/** The names of the forms with something that is not saved. */
export function useUnsavedForms(): readonly string[] {
  return unsaved(useStore(drafts))
}

/** Whether something was typed anywhere that locking the vault would lose. */
export function hasUnsaved(): boolean {
  return unsaved(drafts.get()).length > 0
}

function unsaved(all: ReadonlyMap<string, Kept>): string[] {
  return [...all].flatMap(([form, { savedOver }]) => (savedOver === null ? [form] : []))
}

/** Whether what it was saved as has come. */
function isOver({ savedOver }: Kept, version: string): boolean {
  return savedOver !== null && savedOver !== version
}

function put(form: string, kept: Kept | undefined): void {
  const next = new Map(drafts.get())
  if (kept === undefined || Object.keys(kept.fields).length === 0) next.delete(form)
  else next.set(form, kept)
  drafts.set(next)
}

function differing(fields: Readonly<Record<string, unknown>>, saved: object): Record<string, unknown> {
  const before: Readonly<Record<string, unknown>> = { ...saved }
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])))
}
