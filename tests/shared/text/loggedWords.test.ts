import { expect, test } from 'vitest'
import { loggedWords } from '#shared/text/loggedWords.ts'

test('what a line is about stands in Dutch', () => {
  expect(loggedWords('address:0034200000123456 company:12')).toBe('adres 0034200000123456 bedrijf 12')
  expect(loggedWords('witwassen division 2008-56 exact')).toBe('witwassen SBI-afdeling 2008-56 exact')
  expect(loggedWords('hennep buurt')).toBe('hennep buurt')
})
