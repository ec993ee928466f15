import { describe, expect, test } from 'vitest'
import { sheetBeside, sourcePlace } from '#shared/text/source.ts'

describe('where a row stands', () => {
  test('names the sheet of a workbook', () => {
    expect(sourcePlace({ file: 'levering.xlsx', sheet: '2024', row: 12 })).toBe('levering.xlsx, blad 2024, rij 12')
    expect(sheetBeside('signalen 2024.xlsx', 'signalen')).toBe('signalen')
  })

  test('says the name of a CSV once', () => {
    expect(sourcePlace({ file: 'brp_2026-09-30.csv', sheet: 'brp_2026-09-30', row: 7 })).toBe('brp_2026-09-30.csv, rij 7')
    expect(sourcePlace({ file: 'percelen.geojson', sheet: '', row: 3 })).toBe('percelen.geojson, rij 3')
  })
})
