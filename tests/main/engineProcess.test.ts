import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EngineEvent } from '#shared/contract/events.ts'
import type { ToEngine } from '#shared/contract/host.ts'
import type { EngineListeners } from '../../electron/main/engineChild.ts'
import { EngineProcess } from '../../electron/main/engineProcess.ts'

/** One start of the engine as the main process sees it, steered by the test. */
interface Start {
  listeners: EngineListeners
  received: ToEngine[]
  isKilled: boolean
}

function startEngine() {
  const starts: Start[] = []
  const events: EngineEvent[] = []
  const engine = new EngineProcess({
    startChild: (listeners) => {
      const start: Start = { listeners, received: [], isKilled: false }
      starts.push(start)
      return {
        post: (message) => start.received.push(message),
        kill: () => {
          start.isKilled = true
          listeners.exit()
        },
      }
    },
    announce: (event) => events.push(event),
    print: (html) => Promise.resolve({ pdf: new TextEncoder().encode(html), problem: null }),
  })
  engine.start()
  const nth = (index: number): Start => {
    const start = starts[index]
    if (!start) throw new Error(`the engine was started ${starts.length} times`)
    return start
  }
  return { engine, events, starts, nth }
}

const stopped = { ok: false, problem: { code: 'engine-stopped', params: {} } }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('calls', () => {
  test('wait until the engine is ready and come back under the number of the window', async () => {
    const { engine, nth, events } = startEngine()
    const reply = engine.ask(7, 'vault.status', {})
    expect(nth(0).received).toEqual([])
    nth(0).listeners.message({ type: 'ready' })
    expect(nth(0).received).toEqual([{ type: 'ask', callId: 1, name: 'vault.status', input: {} }])

    nth(0).listeners.message({ type: 'event', event: { type: 'progress', callId: 1, progress: { step: 'Lezen', done: 1, total: 2 } } })
    expect(events).toEqual([{ type: 'progress', callId: 7, progress: { step: 'Lezen', done: 1, total: 2 } }])
    nth(0).listeners.message({ type: 'reply', callId: 1, reply: { ok: true, value: 'dicht' } })
    expect(await reply).toEqual({ ok: true, value: 'dicht' })
  })

  test('are cancelled by the number of the window', () => {
    const { engine, nth } = startEngine()
    nth(0).listeners.message({ type: 'ready' })
    void engine.ask(7, 'sources.accept', {})
    void engine.ask(8, 'vault.status', {})
    engine.cancel(7)
    engine.cancelAll()
    expect(nth(0).received.slice(2)).toEqual([
      { type: 'cancel', callId: 1 },
      { type: 'cancel', callId: 1 },
      { type: 'cancel', callId: 2 },
    ])
  })

  test('progress of a call that is over is not told', () => {
    const { nth, events } = startEngine()
    nth(0).listeners.message({ type: 'event', event: { type: 'progress', callId: 1, progress: { step: 'Lezen', done: 1, total: 2 } } })
    expect(events).toEqual([])
  })
})

describe('an engine that stops', () => {
  test('answers what was asked, says so, and starts again with the grants it had', async () => {
    const { engine, nth, events, starts } = startEngine()
    engine.grant('token', '/map/bestand.csv')
    nth(0).listeners.message({ type: 'ready' })
    const reply = engine.ask(1, 'vault.status', {})
    nth(0).listeners.exit()
    expect(await reply).toEqual(stopped)
    expect(events).toEqual([{ type: 'stopped', willRestart: true }])

    const next = engine.ask(2, 'vault.status', {})
    await vi.advanceTimersByTimeAsync(100)
    expect(starts).toHaveLength(2)
    nth(1).listeners.message({ type: 'ready' })
    expect(nth(1).received).toEqual([
      { type: 'grant', token: 'token', path: '/map/bestand.csv' },
      { type: 'ask', callId: 2, name: 'vault.status', input: {} },
    ])
    nth(1).listeners.message({ type: 'reply', callId: 2, reply: { ok: true, value: '1' } })
    expect(await next).toEqual({ ok: true, value: '1' })
  })

  test('is started ever more slowly, and stays down after the fifth time', async () => {
    const { engine, events, starts, nth } = startEngine()
    for (const [index, wait] of [100, 1_000, 5_000, 15_000].entries()) {
      nth(index).listeners.exit()
      await vi.advanceTimersByTimeAsync(wait - 1)
      expect(starts).toHaveLength(index + 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(starts).toHaveLength(index + 2)
    }
    nth(4).listeners.exit()
    expect(events.at(-1)).toEqual({ type: 'stopped', willRestart: false })
    expect(await engine.ask(1, 'vault.status', {})).toEqual(stopped)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(starts).toHaveLength(5)
  })

  test('and answered in between begins the waits anew', async () => {
    const { engine, starts, nth } = startEngine()
    nth(0).listeners.exit()
    await vi.advanceTimersByTimeAsync(100)
    nth(1).listeners.message({ type: 'ready' })
    const reply = engine.ask(1, 'vault.status', {})
    nth(1).listeners.message({ type: 'reply', callId: 1, reply: { ok: true, value: '1' } })
    await reply
    nth(1).listeners.exit()
    await vi.advanceTimersByTimeAsync(100)
    expect(starts).toHaveLength(3)
  })

  test('or never becomes ready is ended and tried again', async () => {
    const { starts, nth } = startEngine()
    await vi.advanceTimersByTimeAsync(30_100)
    expect(nth(0).isKilled).toBe(true)
    expect(starts).toHaveLength(2)
  })
})

describe('stopping', () => {
  test('asks the engine to end and waits for it', async () => {
    const { engine, nth, starts } = startEngine()
    nth(0).listeners.message({ type: 'ready' })
    const pending = engine.ask(1, 'sources.accept', {})
    const done = engine.stop()
    expect(nth(0).received.at(-1)).toEqual({ type: 'stop' })
    nth(0).listeners.exit()
    await done
    expect(await pending).toEqual(stopped)
    expect(nth(0).isKilled).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(starts).toHaveLength(1)
  })

  test('ends it by force after five seconds', async () => {
    const { engine, nth } = startEngine()
    const done = engine.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await done
    expect(nth(0).isKilled).toBe(true)
  })
})

test('what the engine wants printed goes to the host and back', async () => {
  const { nth } = startEngine()
  nth(0).listeners.message({ type: 'ready' })
  nth(0).listeners.message({ type: 'print', printId: 3, html: '<p>blad</p>' })
  await vi.advanceTimersByTimeAsync(0)
  expect(nth(0).received).toEqual([{ type: 'printed', printId: 3, pdf: new TextEncoder().encode('<p>blad</p>'), problem: null }])
})
