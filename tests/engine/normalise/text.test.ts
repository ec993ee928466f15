import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLines, cleanText, isFormulaError, isMissing, isTooNarrow, mendMojibake } from '../../../electron/engine/normalise/text.ts'

test.each([
  ['Markerkant', 'Markerkant'],
  ['  Marker  kant ', 'Marker kant'],
  ['Marker\u00adkant', 'Markerkant'],
  ['Marker\u00a0kant', 'Marker kant'],
  ['\ufeffkant\u200b', 'kant'],
  ['Belgie\u0308laan', 'Belgiëlaan'],
  ['="0034"', '0034'],
  ["'0034", '0034'],
  ["'t Veerhuis", "'t Veerhuis"],
  ['=1+1', '=1+1'],
])('cleanText %j', (text, expected) => expect(cleanText(text)).toBe(expected))

test('clean text stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(cleanText(cleanText(text))).toBe(cleanText(text))
  }))
})

test('cleanLines keeps the lines', () => expect(cleanLines(' een  twee \r\n drie\u00a0 ')).toBe('een twee\ndrie'))

test.each(['', '-', 'nvt', 'N.v.t.', 'onbekend', 'ONBEKEND', 'Geen', '?', 'NULL', 'NaN'])('%j is missing', (text) => expect(isMissing(text)).toBe(true))
test.each(['x', 'NA', 'Onbekende Soldaat', 'geen bijzonderheden', '0', 'Null van der'])('%j is a value', (text) => expect(isMissing(text)).toBe(false))

test.each(['#N/A', '#N/B', '#VERW!', '#DEEL/0!', '#NAAM?', '#WAARDE!', '#REF!'])('%s is a formula error', (text) => expect(isFormulaError(text)).toBe(true))
test('a hash tag is not', () => expect(isFormulaError('#12')).toBe(false))
test('######## is too narrow', () => expect([isTooNarrow('########'), isTooNarrow('#1')]).toEqual([true, false]))

describe('mendMojibake', () => {
  test.each([
    ['BelgiÃ«laan', 'Belgiëlaan'],
    ['CafÃ© â€™t Hoekje', 'Café ’t Hoekje'],
    ['Belgiëlaan', 'Belgiëlaan'],
    ['Ãlgemeen', 'Ãlgemeen'],
    ['plain', 'plain'],
  ])('%s', (text, expected) => expect(mendMojibake(text)).toBe(expected))

  test('undoes a wrong reading of any Latin text', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc äëïöüéèêáàñç’€ß'), minLength: 1 })
    fc.assert(
      fc.property(letters, (text) => {
        const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
        expect(mendMojibake(wrong)).toBe(text)
      }),
    )
  })
})
