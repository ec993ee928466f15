import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber, readInteger, readMoney, readShare, readYesNo } from '../../../electron/engine/normalise/numbers.ts'
import { refuse, Repaired, type Filled } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'

describe('parseNumber', () => {
  const cases: [string, number | null][] = [
    ['1234', 1234],
    ['-12', -12],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['142.317,55', 142_317.55],
    ['142317,55', 142_317.55],
    ['142317.55', 142_317.55],
    ['142.31', 142.31],
    ['1,234,567.89', 1_234_567.89],
    ['1 234 567', 1_234_567],
    ['3,42E+13', 3.42e13],
    ['12,', null],
    ['1.2.3', null],
    ['abc', null],
    ['', null],
  ]
  test.each(cases)('%s', (text, expected) => expect(parseNumber(text)).toBe(expected))

  test('whole numbers survive Dutch writing', () => {
    fc.assert(fc.property(fc.nat(1_000_000_000), (number) => {
      expect(parseNumber(new Intl.NumberFormat('nl-NL').format(number))).toBe(number)
    }))
  })
})

test.each<[Filled, ReturnType<typeof readInteger>]>([
  ['12', 12], [12, 12], ['12,0', 12], ['1.234', 1234], ['12,5', refuse(reasons.notWhole)], ['-1', refuse(reasons.outOfRange)], ['twaalf', refuse(reasons.notANumber)],
])('readInteger %j', (cell, expected) => expect(readInteger(cell)).toEqual(expected))

test.each<[Filled, ReturnType<typeof readMoney>]>([
  ['€ 250.000,-', 250_000],
  ['250000,00', 250_000],
  ['EUR 1.234,00', 1234],
  ['€250.000', 250_000],
  [250_000, 250_000],
  ['€ 1.234,56', new Repaired(1235, reasons.roundedMoney)],
  ['-500', refuse(reasons.outOfRange)],
  ['n.o.t.k.', refuse(reasons.notANumber)],
])('readMoney %j', (cell, expected) => expect(readMoney(cell)).toEqual(expected))

test.each<[Filled, ReturnType<typeof readYesNo>]>([
  ['Ja', 1], ['J', 1], ['x', 1], [1, 1], [true, 1], ['nee', 0], ['N', 0], ['-', 0], [0, 0], ['misschien', refuse(reasons.notYesNo)], [2, refuse(reasons.notYesNo)],
])('readYesNo %j', (cell, expected) => expect(readYesNo(cell)).toEqual(expected))

test.each<[Filled, ReturnType<typeof readShare>]>([
  ['1/2', { part: 1, whole: 2 }],
  ['2/4', { part: 1, whole: 2 }],
  ['50%', { part: 1, whole: 2 }],
  ['50', { part: 1, whole: 2 }],
  [0.5, { part: 1, whole: 2 }],
  ['0,25', { part: 1, whole: 4 }],
  ['1', { part: 1, whole: 1 }],
  ['100 %', { part: 1, whole: 1 }],
  ['12,5%', { part: 1, whole: 8 }],
  ['33,33%', new Repaired({ part: 1, whole: 3 }, reasons.shareFromPercent)],
  ['3/2', refuse(reasons.shareTooLarge)],
  ['0/2', refuse(reasons.shareTooLarge)],
  ['de helft', refuse(reasons.notAShare)],
])('readShare %j', (cell, expected) => expect(readShare(cell)).toEqual(expected))

test('a fraction keeps its value exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
      const [part, whole] = a < b ? [a, b] : [b, a]
      const share = readShare(`${part}/${whole}`)
      expect(share).toEqual(expect.objectContaining({ part: expect.any(Number), whole: expect.any(Number) }))
      if (share !== null && 'part' in share) expect(share.part * whole).toBe(part * share.whole)
    }),
  )
})
