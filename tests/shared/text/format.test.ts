import { expect, test } from 'vitest'
import { dayOf, formatDay, formatNumber, formatSigned } from '#shared/text/format.ts'

test('numbers are written as Dutch does, and what rounds to nothing has no sign', () => {
  expect([formatNumber(1234.5, 1), formatNumber(-0.18, 2), formatNumber(-0.004, 2), formatNumber(0.004, 2), formatNumber(-0)]).toEqual(['1.234,5', '−0,18', '0,00', '0,00', '0'])
  expect([formatSigned(0.62, 2), formatSigned(-0.18, 2), formatSigned(-0.001, 2)]).toEqual(['+0,62', '−0,18', '0,00'])
})

test.each([['2026-06-30T21:59:59.000Z', '2026-06-30'], ['2026-06-30T22:00:00.000Z', '2026-07-01'], ['2026-12-31T22:59:59.000Z', '2026-12-31'], ['2026-12-31T23:00:00.000Z', '2027-01-01']])(
  'the Dutch day of %s is %s',
  (moment, day) => {
    expect(dayOf(moment)).toBe(day)
    expect(formatDay(moment)).toBe(day.split('-').toReversed().join('-'))
  },
)
