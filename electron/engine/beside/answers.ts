import type { MessagePort } from 'node:worker_threads'
import { begin, done, type Failed, type NumberedAnswer, type OnceOrder } from './messages.ts'

/** Answers an order with what work gives, or with what went wrong in it. */
export function answer<Answer>(port: MessagePort, number: number, work: () => Answer): void {
  const message: NumberedAnswer<Answer> = { number, answer: outcomeOf(work) }
  port.postMessage(message)
}

/** Answers an order that is answered once, unless it was given up; either way the key it came with is wiped. */
export function answerOnce<Answer>(port: MessagePort, number: number, { state, vault }: OnceOrder, work: () => Answer): void {
  try {
    if (!begin(state)) return
    answer(port, number, work)
    done(state)
  } finally {
    vault?.key.fill(0)
  }
}

function outcomeOf<Answer>(work: () => Answer): Answer | Failed {
  try {
    return work()
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}
