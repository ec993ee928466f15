import { useSyncExternalStore } from 'react'
import type { ThemeChoice } from '#shared/contract/bridge.ts'

/** null where nobody looks */
const ask = (query: string): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(query) : null)
const prefersDark = ask('(prefers-color-scheme: dark)')
const prefersContrast = ask('(prefers-contrast: more)')
const forcesColours = ask('(forced-colors: active)')
const preferences = [prefersDark, prefersContrast, forcesColours]
const listeners = new Set<() => void>()
let choice: ThemeChoice = 'system'

/** At the start: what was chosen before. */
export function restoreTheme(): void {
  show(window.shell.runtime.theme)
}

export function setTheme(next: ThemeChoice): void {
  show(next)
  window.shell.chooseTheme(next)
}

function show(next: ThemeChoice): void {
  choice = next
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  for (const preference of preferences) preference?.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    for (const preference of preferences) preference?.removeEventListener('change', listener)
  }
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice)
}

/** Everything the colours follow from, in a word such as `dark more-contrast`. */
export type Theme = `${'light' | 'dark'}${'' | ' more-contrast'}${'' | ' forced'}`

/** What is shown now; for canvases, which must be drawn again when it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, themeNow)
}

function themeNow(): Theme {
  const tone = choice !== 'system' ? choice : prefersDark?.matches === true ? 'dark' : 'light'
  return `${tone}${prefersContrast?.matches === true ? ' more-contrast' : ''}${forcesColours?.matches === true ? ' forced' : ''}`
}

/** The colour behind a token such as `--accent`, as canvases want it: `rgb(13, 92, 99)`. */
export function readColour(token: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  // with forced colours every text would be of one colour, its outline too
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
