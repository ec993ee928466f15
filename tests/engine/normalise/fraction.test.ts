import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING, WHOLE, add, compare, multiply, share, toFraction } from '../../../electron/engine/normalise/fraction.ts'

const aShare = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([part, whole]) => share(part, whole))

test('shares along a path are multiplied exactly', () => {
  expect(toFraction(multiply(multiply(share(1n, 3n), share(2n, 7n)), share(49n, 100n)))).toEqual({ numerator: '7', denominator: '150' })
})

test('three thirds are the whole, which no float says', () => {
  const third = share(33n, 99n)
  expect(add(add(third, third), third)).toEqual(WHOLE)
})

test('multiplying and adding are commutative and associative, and always in lowest terms', () => {
  fc.assert(
    fc.property(aShare, aShare, aShare, (a, b, c) => {
      expect(multiply(a, b)).toEqual(multiply(b, a))
      expect(add(a, b)).toEqual(add(b, a))
      expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      expect(multiply(a, WHOLE)).toEqual(a)
      expect(add(a, NOTHING)).toEqual(a)
      expect(compare(a, b)).toBe(-compare(b, a) + 0)
    }),
  )
})
