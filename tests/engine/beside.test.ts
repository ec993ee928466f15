import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { answerOnce } from '../../electron/engine/beside/answers.ts'
import { claimedRanges, newClaims, rangesOf, type Range } from '../../electron/engine/beside/claims.ts'
import { newState, waitFor } from '../../electron/engine/beside/messages.ts'

test('ranges are all of a list', () => {
  expect([...rangesOf(0, 10)]).toEqual([])
  expect([...rangesOf(20, 10)]).toEqual([{ from: 0, to: 10 }, { from: 10, to: 20 }])
  expect([...rangesOf(21, 10)].at(-1)).toEqual({ from: 20, to: 21 })
})

test('two that take ranges by turns have each of them once', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 50 }), fc.array(fc.boolean()), (count, size, turns) => {
      const claims = newClaims()
      const [one, other] = [claimedRanges(claims, count, size), claimedRanges(claims, count, size)]
      const taken: Range[] = []
      for (const isFirst of turns) {
        const { value } = (isFirst ? one : other).next()
        if (value) taken.push(value)
      }
      expect([...taken, ...one, ...other]).toEqual([...rangesOf(count, size)])
    }),
  )
})

/** What a thread says to an order that brings a key, and that key after it. */
function answered(state: Int32Array, work: () => object): { said: unknown; key: Uint8Array } {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  const key = new Uint8Array([1, 2, 3])
  try {
    answerOnce(port1, 7, { state, vault: { file: '', key } }, work)
  } catch {
    // of this the thread dies
  }
  const received: { message: unknown } | undefined = receiveMessageOnPort(port2)
  return { said: received?.message, key }
}

const nothing = (): void => undefined
const wiped = new Uint8Array(3)

test('an order is answered once, also with what went wrong in it, and not when it was given up', () => {
  const [good, bad, givenUp] = [newState(), newState(), newState()]
  expect(answered(good, () => ({ rows: 2 }))).toEqual({ said: { number: 7, answer: { rows: 2 } }, key: wiped })
  expect(answered(bad, () => new Int32Array(-1))).toEqual({ said: { number: 7, answer: { failed: expect.stringContaining('Invalid typed array length') } }, key: wiped })
  expect([good, bad, givenUp].map((state) => waitFor(state, nothing))).toEqual([true, true, false])
  expect(answered(givenUp, () => ({ rows: 2 }))).toEqual({ said: undefined, key: wiped })
})

test('the key of an order is wiped, too, where its answer cannot be told', () => {
  expect(answered(newState(), () => ({ nothing }))).toEqual({ said: undefined, key: wiped })
})
