import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascending, makeList, merged } from '../../../electron/engine/link/numberList.ts'

const numbers = fc.array(fc.nat(300))

function listOf(values: readonly number[]): Float64Array {
  const list = makeList(0)
  for (const value of values) list.add(value)
  expect(list.size()).toBe(values.length)
  return ascending(list)
}

const sorted = (values: Iterable<number>): number[] => [...new Set(values)].sort((one, other) => one - other)

test('a list gives its numbers once each, ascending, however many there are', () => {
  fc.assert(fc.property(numbers, (values) => {
    expect([...listOf(values)]).toEqual(sorted(values))
  }))
})

test('two lists without a number in common become one', () => {
  fc.assert(fc.property(numbers, numbers, (values, others) => {
    const [one, other] = [values.map((value) => value * 2), others.map((value) => value * 2 + 1)]
    expect([...merged(listOf(one), listOf(other))]).toEqual(sorted([...one, ...other]))
  }))
})
