import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { createStore } from './store.ts'

/** A key that works on this screen. `keys` as shown on buttons: `Ctrl K`, `Alt 1`, `E`, `Shift E`, `Del`, `?`. */
export interface Shortcut {
  keys: string
  label: string
  run: () => void
}

/** A set of keys under one heading in the keyboard help. */
export interface ShortcutGroup {
  title: string
  shortcuts: readonly Omit<Shortcut, 'run'>[]
}

export const shortcutGroups = createStore<readonly ShortcutGroup[]>([])

const namedKeys: Record<string, string> = { Del: 'Delete', Esc: 'Escape', Enter: 'Enter', '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' }

/** Whether a key press is this shortcut; digits go by their place on the keyboard, so that Shift does not turn them into signs. */
export function isShortcut(keys: string, event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): boolean {
  const parts = keys.split(' ')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.includes(name)
  const isSign = /^[^\p{L}\d]$/u.test(key)
  if (event.metaKey || event.ctrlKey !== wants('Ctrl') || event.altKey !== wants('Alt')) return false
  if (!isSign && event.shiftKey !== wants('Shift')) return false
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`
  return event.key.toLowerCase() === (namedKeys[key] ?? key).toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** Keys that belong to the field somebody types in: letters, and cutting, pasting, choosing and taking back its text. */
export function isForField({ key, ctrlKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>): boolean {
  return (!ctrlKey && !altKey) || (ctrlKey && 'acvxyz'.includes(key.toLowerCase()))
}

function hasModal(): boolean {
  // a toast is an alertdialog too, and stands in nobody's way
  return document.querySelector('[role="dialog"][data-rac], [role="alertdialog"][data-rac]:not(.toast)') !== null
}

/**
 * Makes keys work while the component is on screen, and lists them in the keyboard help.
 * Keys that edit a text are left alone while someone types; nothing fires under an open dialog.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const shown = JSON.stringify(shortcuts.map(({ keys, label }) => [keys, label]))
  useEffect(() => {
    const rows: [string, string][] = JSON.parse(shown)
    const group: ShortcutGroup = { title, shortcuts: rows.map(([keys, label]) => ({ keys, label })) }
    shortcutGroups.set([...shortcutGroups.get(), group])
    return () => shortcutGroups.set(shortcutGroups.get().filter((each) => each !== group))
  }, [title, shown])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || hasModal()) return
    // a search field passes its keys on to its list of hits, so the field that has the focus counts too
    if ((isTyping(event.target) || isTyping(document.activeElement)) && isForField(event)) return
    const shortcut = shortcuts.find(({ keys }) => isShortcut(keys, event))
    if (!shortcut) return
    event.preventDefault()
    shortcut.run()
  })
  // before the screen is seen: a key pressed at first sight is heard
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
