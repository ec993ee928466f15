import { expect, test } from 'vitest'
import { formatNumber, formatSigned } from '#shared/text/format.ts'

test('numbers are written as Dutch does, and what rounds to nothing has no sign', () => {
  expect([formatNumber(1234.5, 1), formatNumber(-0.18, 2), formatNumber(-0.004, 2), formatNumber(0.004, 2), formatNumber(-0)]).toEqual(['1.234,5', '−0,18', '0,00', '0,00', '0'])
  expect([formatSigned(0.62, 2), formatSigned(-0.18, 2), formatSigned(-0.001, 2)]).toEqual(['+0,62', '−0,18', '0,00'])
})
