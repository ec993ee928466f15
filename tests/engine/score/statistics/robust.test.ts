import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, robustRuler, robustZ } from '../../../../electron/engine/score/statistics/robust.ts'

describe('robust z', () => {
  it('measures from the median in 1.4826 median absolute deviations', () => {
    const ruler = robustRuler([1, 2, 3, 4, 100])
    expect(ruler).toEqual({ centre: 3, scale: 1.4826 })
    expect(robustZ(4, ruler)).toBeCloseTo(1 / 1.4826, 12)
    expect(robustZ(100, ruler)).toBe(3)
    expect(robustZ(-100, ruler)).toBe(-3)
  })

  it('uses the mean deviation when more than half are equal, and zero when all are', () => {
    expect(robustRuler([2, 2, 2, 2, 6]).scale).toBeCloseTo(1.2533 * 0.8, 12)
    expect(robustZ(5, robustRuler([5, 5, 5]))).toBe(0)
  })

  it('is the median of an even number too', () => {
    expect([median([4, 1, 3, 2]), median([7])]).toEqual([2.5, 7])
    expect(median([])).toBeNaN()
  })

  it('does not change when all values are shifted and stretched', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 50 }), fc.integer({ min: 1, max: 9 }), (values, factor) => {
        const moved = values.map((value) => value * factor + 17)
        values.forEach((value, i) => expect(robustZ(moved[i] ?? 0, robustRuler(moved))).toBeCloseTo(robustZ(value, robustRuler(values)), 9))
      }),
    )
  })
})
