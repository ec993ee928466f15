import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateBounds, readDate, serialDate } from '../../../electron/engine/normalise/dates.ts'
import { DateCell, refuse, Repaired, type Filled, type Reading } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'

const bounds = dateBounds('2026-11-21', 'any')
const past = dateBounds('2026-11-21', 'past')
const born = dateBounds('2026-11-21', 'birth')

describe('readDate', () => {
  const cases: [Filled, Reading<string>][] = [
    ['2024-05-01', '2024-05-01'],
    ['2024-05-01T13:30:00Z', '2024-05-01'],
    ['01-05-2024', '2024-05-01'],
    ['1-5-2024', '2024-05-01'],
    ['1/5/2024', '2024-05-01'],
    ['1.5.2024', '2024-05-01'],
    ['1-5-2024 13:30', '2024-05-01'],
    ['20240501', '2024-05-01'],
    [20_240_501, '2024-05-01'],
    ['1 mei 2024', '2024-05-01'],
    ['1-mei-2024', '2024-05-01'],
    ['woensdag 1 mei 2024', '2024-05-01'],
    ['1 mrt. 2024', '2024-03-01'],
    ['3 maart 2024', '2024-03-03'],
    [new DateCell('2024-05-01T13:30:00'), '2024-05-01'],
    ['2024', '2024'],
    [2024, '2024'],
    ['2024-05', '2024-05'],
    ['05-2024', '2024-05'],
    ['mei 2024', '2024-05'],
    ['19800500', '1980-05'],
    ['19800000', '1980'],
    ['00-00-1980', '1980'],
    ['29-02-2024', '2024-02-29'],
    // repaired
    ['01-05-24', new Repaired('2024-05-01', reasons.shortYear)],
    ['01-05-68', new Repaired('1968-05-01', reasons.shortYear)],
    ['1-mei-24', new Repaired('2024-05-01', reasons.shortYear)],
    ['05/25/2024', new Repaired('2024-05-25', reasons.monthFirst)],
    ['45413', new Repaired('2024-05-01', reasons.serialDate)],
    [45_413, new Repaired('2024-05-01', reasons.serialDate)],
    // nothing known
    ['31-12-9999', null],
    ['9999-12-31', null],
    ['01-01-1900', null],
    ['00000000', null],
    ['00-00-0000', null],
    // refused
    ['29-02-2023', refuse(reasons.noSuchDay)],
    ['31-04-2024', refuse(reasons.noSuchDay)],
    ['?-?-1980', '1980'],
    ['xx-xx-1980', '1980'],
    ['--1980', '1980'],
    ['13-13-2024', refuse(reasons.noSuchDay)],
    ['1-feb', refuse(reasons.dateWithoutYear)],
    ['feb-01', refuse(reasons.dateWithoutYear)],
    ['vorig jaar', refuse(reasons.notADate)],
    ['12', refuse(reasons.notADate)],
    [12, refuse(reasons.notADate)],
    [true, refuse(reasons.notADate)],
    ['01-05-1224', refuse(reasons.yearOutOfRange)],
    [new DateCell('13:30:00'), refuse(reasons.notADate)],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readDate(cell, bounds)).toEqual(expected))

  test('a birth date lies in the past', () => {
    expect(readDate('01-05-27', born)).toEqual(new Repaired('1927-05-01', reasons.shortYear))
    expect(readDate('01-05-27', bounds)).toEqual(new Repaired('2027-05-01', reasons.shortYear))
    for (const text of ['01-05-2027', '22-11-2026']) expect(readDate(text, born)).toEqual(refuse(reasons.futureDate))
  })

  test('of a day of birth that never was, year and month are kept', () => {
    for (const text of ['31-02-1980', '1980-02-30', '19800231']) expect(readDate(text, born)).toEqual(new Repaired('1980-02', reasons.dayLeftOut))
    for (const text of ['99-02-1980', '13-13-1980', '00-13-1980']) expect(readDate(text, born)).toEqual(refuse(reasons.noSuchDay))
    expect(['00-00-1980', '00-05-1980', '00-00-0000'].map((text) => readDate(text, born))).toEqual(['1980', '1980-05', null])
    expect(readDate('31-02-1980', past)).toEqual(refuse(reasons.noSuchDay))
  })

  test('what has been is of today at the latest, also when only its month or year is known', () => {
    for (const text of ['21-11-2026', '2026-11-21', '2026-11', '2026', '20-11-2026 23:59']) expect(readDate(text, past)).not.toEqual(refuse(reasons.futureDate))
    for (const text of ['22-11-2026', '2026-11-22', '2026-12', 'dec 2026', '2027', '01-05-2062', '01-05-27']) expect(readDate(text, past)).toEqual(refuse(reasons.futureDate))
    expect(readDate(new DateCell('2062-05-01'), past)).toEqual(refuse(reasons.futureDate))
    expect(readDate('31-12-9999', past)).toBeNull()
  })

  test('a day that has been reads as any other, and one to come as none', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(readDate(iso, past)).toEqual(iso <= past.today ? readDate(iso, bounds) : refuse(reasons.futureDate))
      }),
    )
  })

  test('every day reads the same in every complete way of writing', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = iso.split('-')
        for (const text of [iso, `${day}-${month}-${year}`, `${Number(day)}/${Number(month)}/${year}`, `${year}${month}${day}`]) {
          expect(readDate(text, bounds)).toBe(iso)
        }
      }),
    )
  })
})

describe('serialDate', () => {
  const cases: [number, boolean, string][] = [
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45_413, false, '2024-05-01'],
    [45_413.5625, false, '2024-05-01T13:30:00'],
    [0.5, false, '12:00:00'],
    [0, true, '1904-01-01'],
    [43_951, true, '2024-05-01'],
  ]
  test.each(cases)('%d from 1904 %s', (serial, from1904, expected) => expect(serialDate(serial, from1904)).toBe(expected))
})
