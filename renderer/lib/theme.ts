import { useSyncExternalStore } from 'react'
import type { ThemeChoice } from '#shared/contract/bridge.ts'

const prefersDark = typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : null
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
  prefersDark?.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    prefersDark?.removeEventListener('change', listener)
  }
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice)
}

/** What is shown now; for canvases, which must be drawn again when it changes. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () => {
    if (choice !== 'system') return choice
    return prefersDark?.matches === true ? 'dark' : 'light'
  })
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
