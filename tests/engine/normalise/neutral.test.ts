import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutral } from '../../../electron/engine/normalise/neutral.ts'
import { cleanText } from '../../../electron/engine/normalise/text.ts'

test.each(['=1+1', '+HYPERLINK("x")', "-2+3+cmd|' /C calc'!A0", '@SUM(1)', '\t=1', '\r=1', '\n=1', '  =1+1', '\u00a0=1', '＝1+1', '＋1+1', '－1-1', '＠SUM(1)'])('%j is shown, not run', (text) => {
  expect(neutral(text)).toBe(`'${text}`)
})

test.each(['-12,5', '+31612345678', '1=1', 'a@b.nl', 'Kade 1', ''])('%j stays as it is', (text) => expect(neutral(text)).toBe(text))

test('the apostrophe is taken off again when the text comes back', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('=', '+', '-', '@', '＝', ' =', '\t-'), (rest, sign) => {
    const text = `${sign}x${rest}`
    expect(cleanText(neutral(text))).toBe(cleanText(text))
  }))
})
