import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimedRanges, newClaims, rangesOf, type Range } from '../../electron/engine/beside/claims.ts'

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
