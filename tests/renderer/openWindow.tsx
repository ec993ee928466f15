import { act, cleanup, render } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { settlePurpose } from '../../renderer/lib/call.ts'
import { closing } from '../../renderer/lib/closing.ts'
import { resetStores } from '../../renderer/lib/store.ts'
import type { ShellBridge } from '#shared/contract/bridge.ts'
import { fakeEngine, fakeShell, install, type FakeAnswers, type FakeEngine } from './fakeEngine.ts'

// jsdom has no layout: every element is as large as a window, so that virtual rows are drawn
for (const [side, size] of [['clientHeight', 600], ['clientWidth', 1200]] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => size })
}
Object.defineProperty(window, 'ResizeObserver', {
  value: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
})
Object.defineProperty(HTMLElement.prototype, 'scrollTo', { value: () => undefined })

afterEach(() => {
  cleanup()
  act(() => {
    settlePurpose(false)
    closing.set(null)
    resetStores()
  })
  window.location.hash = ''
})

interface OpenWindow {
  engine: FakeEngine
  user: UserEvent
}

/** The whole window on a fake engine, as it stands right after starting. */
export function openWindow(answers: FakeAnswers, options: { shell?: Partial<ShellBridge>; route?: string } = {}): OpenWindow {
  const engine = fakeEngine(answers)
  install(engine, fakeShell(options.shell))
  window.location.hash = options.route ?? ''
  render(<App />)
  return { engine, user: userEvent.setup({ delay: null }) }
}

/** The names of the calls made so far, without those of the frame itself. */
export function askedFor(engine: FakeEngine): string[] {
  return engine.calls.map(({ name }) => name).filter((name) => name !== 'vault.status')
}
