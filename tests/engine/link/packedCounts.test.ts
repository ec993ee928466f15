import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from '../../../electron/engine/link/packedCounts.ts'

/** Spread evenly, crowded at either end, and the same over and over. */
const numbers = fc.array(fc.oneof(fc.nat(0xffffffff), fc.nat(20), fc.constant(7), fc.nat(20).map((less) => 0xffffffff - less)), { maxLength: 200 })

test('how many numbers of an ascending list are lower is told of any number, whether it stands in the list or not', () => {
  fc.assert(fc.property(numbers, fc.nat(0xffffffff), (values, other) => {
    const sorted = Uint32Array.from(values).sort()
    for (const value of [...values, other, 0, 0xffffffff]) expect(placeOf(sorted, value)).toBe(values.filter((one) => one < value).length)
    expect(placeOf(Float64Array.from(sorted, (one) => one * 2 ** 21), other * 2 ** 21 + 1)).toBe(values.filter((one) => one <= other).length)
  }))
})
