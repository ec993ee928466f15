import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharePercent, shareText } from '#shared/text/share.ts'

test('a share is an exact fraction with a percentage for the eye', () => {
  expect(shareText({ numerator: '3', denominator: '8' })).toBe('3/8 (37,5 %)')
  expect(shareText({ numerator: '1', denominator: '1' })).toBe('1/1 (100 %)')
  expect(shareText({ numerator: '1', denominator: '3' })).toBe('1/3 (33,3 %)')
  expect(shareText({ numerator: '1', denominator: '9999' })).toBe('1/9999 (< 0,1 %)')
  expect(sharePercent({ numerator: `1${'0'.repeat(400)}`, denominator: `2${'0'.repeat(400)}` })).toBe('50 %')
})

test('the percentage is within half a tenth of the fraction', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (part, whole) => {
    const said = sharePercent({ numerator: String(part), denominator: String(whole) })
    if (said === '< 0,1 %') expect(part / whole).toBeLessThan(0.0005)
    else expect(Math.abs(Number(said.replace(' %', '').replaceAll('.', '').replace(',', '.')) - (100 * part) / whole)).toBeLessThanOrEqual(0.05 + 1e-9)
  }))
})
