import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { decideOn, deciding } from '../../../renderer/lib/deciding.ts'
import { runningJobs } from '../../../renderer/lib/jobStore.ts'
import { resetStores } from '../../../renderer/lib/store.ts'
import { fakeEngine, install, type FakeAnswers, type FakeEngine } from '../fakeEngine.ts'

const decision = { party: 'person', left: 100, right: 200, verdict: 'same', reason: 'nagezocht' } as const
const LONG_AFTER = 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  resetStores()
  vi.useRealTimers()
})

function withEngine(answers: FakeAnswers): FakeEngine {
  const engine = fakeEngine(answers)
  install(engine)
  return engine
}

const asked = (engine: FakeEngine) => engine.calls.map(({ name }) => name)

it('lets the network follow when the reviewer pauses', async () => {
  const engine = withEngine({ 'review.decide': () => ({ deed: 1 }), 'review.apply': () => ({ decisions: 1 }) })
  decideOn(decision)
  await vi.advanceTimersByTimeAsync(LONG_AFTER)
  expect(asked(engine)).toEqual(['review.decide', 'review.apply'])
})

it('asks a vault that was locked in that pause nothing more', async () => {
  const engine = withEngine({ 'review.decide': () => ({ deed: 1 }), 'review.apply': () => ({ decisions: 1 }) })
  decideOn(decision)
  await vi.advanceTimersByTimeAsync(0)
  resetStores()
  await vi.advanceTimersByTimeAsync(LONG_AFTER)
  expect(asked(engine)).toEqual(['review.decide'])
})

it('keeps nothing of an answer that comes after locking, and goes on with what is decided next', async () => {
  let answer: (reply: { deed: number }) => void = () => undefined
  const engine = withEngine({ 'review.decide': () => new Promise((resolve) => (answer = resolve)), 'review.apply': () => ({ decisions: 1 }) })
  decideOn(decision)
  await vi.advanceTimersByTimeAsync(0)
  resetStores()
  const emptied = deciding.get()
  answer({ deed: 1 })
  await vi.advanceTimersByTimeAsync(LONG_AFTER)
  expect(deciding.get()).toBe(emptied)
  decideOn({ ...decision, left: 101 })
  await vi.advanceTimersByTimeAsync(0)
  answer({ deed: 2 })
  await vi.advanceTimersByTimeAsync(LONG_AFTER)
  expect(asked(engine)).toEqual(['review.decide', 'review.decide', 'review.apply'])
})

it('does not send what waited for a job when locking ended that job', async () => {
  const engine = withEngine({})
  runningJobs.set([{ name: 'link.run', progress: undefined, cancel: () => undefined }])
  decideOn(decision)
  await vi.advanceTimersByTimeAsync(0)
  resetStores()
  await vi.advanceTimersByTimeAsync(LONG_AFTER)
  expect(asked(engine)).toEqual([])
})
