import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

/** What the system prefers, as a window asks for it and hears it change. */
function fakePreferences(): { turn: (query: string, matches: boolean) => void } {
  const known = new Map<string, { matches: boolean; listeners: Set<() => void> }>()
  vi.stubGlobal('matchMedia', (query: string) => {
    const one = { matches: false, listeners: new Set<() => void>() }
    known.set(query, one)
    return {
      get matches() {
        return one.matches
      },
      addEventListener: (_type: string, listener: () => void) => one.listeners.add(listener),
      removeEventListener: (_type: string, listener: () => void) => one.listeners.delete(listener),
    }
  })
  return {
    turn: (query, matches) => {
      const one = known.get(query)
      if (!one) throw new Error(`nobody asked for ${query}`)
      one.matches = matches
      for (const listener of one.listeners) listener()
    },
  }
}

afterEach(() => void vi.unstubAllGlobals())

test('a canvas hears of more contrast and of colours of the system while it is shown', async () => {
  const system = fakePreferences()
  vi.resetModules()
  const { useTheme } = await import('../../../renderer/lib/theme.ts')
  function Shown() {
    return <p>{useTheme()}</p>
  }
  render(<Shown />)
  const shown = (query: string, matches: boolean) => {
    act(() => system.turn(query, matches))
    return screen.getByText(/light|dark/).textContent
  }
  expect(shown('(forced-colors: active)', true)).toBe('light forced')
  expect(shown('(prefers-color-scheme: dark)', true)).toBe('dark forced')
  expect(shown('(forced-colors: active)', false)).toBe('dark')
  expect(shown('(prefers-contrast: more)', true)).toBe('dark more-contrast')
})
