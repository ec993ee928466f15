import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passesElfproef } from '../../../electron/engine/normalise/elfproef.ts'
import { readAreaCode, readBagId, readBranchNumber, readBsn, readKvk, readRsin, readSbi } from '../../../electron/engine/normalise/identifiers.ts'
import { DateCell, refuse, Repaired, type Filled, type Reading } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'

type Case = [Filled, Reading<number | string>]
const zeros = (value: number | string) => new Repaired(value, reasons.zerosRestored)

describe('KVK-nummer', () => {
  const cases: Case[] = [
    ['69599084', 69_599_084],
    [69_599_084, 69_599_084],
    ['KvK 69599084', 69_599_084],
    ['KvK-nummer: 69599084', 69_599_084],
    ['6959.9084', 69_599_084],
    ['69 59 90 84', 69_599_084],
    ['69599084.0', 69_599_084],
    ['01234567', 1_234_567],
    ['1234567', zeros(1_234_567)],
    [1_234_567, zeros(1_234_567)],
    ['6959908O', new Repaired(69_599_080, reasons.lettersForDigits)],
    ['0', null],
    ['00000000', null],
    [0, null],
    // (b) of domain.md §2.3: twelve digits are a vestigingsnummer, and never guessed
    ['000037178598', refuse(reasons.kvkIsBranch)],
    ['123456789', refuse(reasons.notKvk)],
    ['12345', refuse(reasons.notKvk)],
    ['6,96E+07', refuse(reasons.scientific)],
    ['bakkerij', refuse(reasons.notANumber)],
    [new DateCell('2024-02-01'), refuse(reasons.excelDate)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readKvk(cell)).toEqual(expected))
})

describe('vestigingsnummer', () => {
  const cases: Case[] = [
    ['000037178598', 37_178_598],
    ['37178598', zeros(37_178_598)],
    [37_178_598, zeros(37_178_598)],
    ['990000541921', 990_000_541_921],
    ['1234567890123', refuse(reasons.notBranch)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readBranchNumber(cell)).toEqual(expected))
})

describe('RSIN', () => {
  const cases: Case[] = [
    ['001855013', 1_855_013],
    ['1855013', zeros(1_855_013)],
    ['857587973', 857_587_973],
    ['NL857587973B01', 857_587_973],
    ['857587974', refuse(reasons.notRsin)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readRsin(cell)).toEqual(expected))
})

describe('BSN', () => {
  const cases: Case[] = [
    ['111222333', '111222333'],
    ['1112.22.333', '111222333'],
    ['999990019', '999990019'],
    ['040645678', '040645678'],
    ['40645678', zeros('040645678')],
    [40_645_678, zeros('040645678')],
    ['111252333', refuse(reasons.notBsn)],
    ['002455799', refuse(reasons.notBsn)],
    ['000000000', null],
    ['12345', refuse(reasons.notBsn)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readBsn(cell, false)).toEqual(expected))

  test('a demo vault takes only numbers that nobody can have', () => {
    expect(readBsn('111222333', true)).toEqual(refuse(reasons.realBsnInDemo))
    expect(readBsn('111252333', true)).toBe('111252333')
  })

  test('exactly the numbers that pass the elfproef are taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 999_999_999 }), (number) => {
        const text = String(number).padStart(9, '0')
        const reading = readBsn(text, false)
        expect(reading === text).toBe(passesElfproef(text))
      }),
    )
  })
})

describe('BAG-nummer', () => {
  const addresses = ['20', '01']
  const cases: Case[] = [
    ['0034200000012345', 34_200_000_012_345],
    ['34200000012345', zeros(34_200_000_012_345)],
    [34_200_000_012_345, zeros(34_200_000_012_345)],
    ['0363010000964973', 363_010_000_964_973],
    ['0034100000012345', refuse(reasons.wrongBagType)],
    ['3,42E+13', refuse(reasons.scientific)],
    ['3.4E+13', refuse(reasons.scientific)],
    // Excel keeps 15 digits: a number of 16 has lost its last
    [1_234_200_000_012_350, refuse(reasons.digitsLost)],
    ['123', refuse(reasons.notBag)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readBagId(cell, addresses)).toEqual(expected))

  test('sixteen digits always come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1999 }), fc.integer({ min: 0, max: 9_999_999_999 }), (municipality, serial) => {
        const text = `${String(municipality).padStart(4, '0')}20${String(serial).padStart(10, '0')}`
        expect(readBagId(text, ['20'])).toBe(Number(text))
      }),
    )
  })
})

describe('SBI-code', () => {
  const known = new Set(['01', '011', '0111', '01411', '1411', '5610', '56101', '6420'])
  const cases: Case[] = [
    ['5610', '5610'],
    ['56.10', '5610'],
    ['56.10.1', '56101'],
    ['56101 - Restaurants', '56101'],
    ['SBI 6420', '6420'],
    [5610, '5610'],
    ['111', new Repaired('0111', reasons.sbiZero)],
    [1, new Repaired('01', reasons.sbiZero)],
    // clothing or cattle: both exist, so it stays as delivered
    ['1411', '1411'],
    ['12345', '12345'],
    ['000045', refuse(reasons.notSbi)],
    ['0000', null],
    ['5610;6420', new Repaired('5610', reasons.severalSbi)],
    ['56.10, 64.20', new Repaired('5610', reasons.severalSbi)],
    ['horeca', refuse(reasons.notSbi)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readSbi(cell, (code) => known.has(code))).toEqual(expected))
})

describe('gebiedscode', () => {
  const cases: Case[] = [
    ['BU00340704', 'BU00340704'],
    ['WK003407  ', 'WK003407'],
    ['GM0034', 'GM0034'],
    ['2025BU00340101', 'BU00340101'],
    ['bu0034070A', 'BU0034070A'],
    ['00340704', new Repaired('BU00340704', reasons.areaCodePrefix)],
    ['0034', new Repaired('GM0034', reasons.areaCodePrefix)],
    ['Almere', refuse(reasons.notAreaCode)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readAreaCode(cell)).toEqual(expected))
})
