import { describe, expect, it } from 'vitest'
import { byNumber, byText, gridTemplate, sortRows, type Column } from '../../../renderer/parts/columns.ts'

interface Row {
  name: string
  count: number | null
}

const rows: Row[] = [
  { name: 'Wijk 10', count: 3 },
  { name: 'wijk 2', count: null },
  { name: 'Één', count: 12_345 },
]
const columns: Column<Row>[] = [
  { id: 'name', heading: 'Naam', text: (row) => row.name, grow: 2, compare: byText((row) => row.name) },
  { id: 'count', heading: 'Aantal', text: (row) => String(row.count ?? ''), isNumeric: true, compare: byNumber((row) => row.count) },
]

describe('columns', () => {
  it('sort words as Dutch readers do and put unknown numbers below the known', () => {
    const names = (column: string, isDescending: boolean) => sortRows(rows, columns, { column, isDescending }).map((row) => row.name)
    expect(names('name', false)).toEqual(['Één', 'wijk 2', 'Wijk 10'])
    expect(names('count', true)).toEqual(['Één', 'Wijk 10', 'wijk 2'])
    expect(sortRows(rows, columns, null)).toBe(rows)
  })

  it('give figures the room of the longest one', () => {
    const width = (longest: string) => {
      const [column] = columns.slice(1)
      return column ? Number(/calc\(([\d.]+)ch/.exec(gridTemplate([{ ...column, text: () => longest }], rows))?.[1]) : 0
    }
    expect(width('1234567')).toBeCloseTo(7 * 1.03, 2)
    expect(width('1.234.567')).toBeGreaterThan(width('1234567'))
  })

  it('fill the width: growing columns, or the room behind the last', () => {
    expect(gridTemplate(columns, rows)).toMatch(/^minmax\(120px, 2fr\) max\(/)
    expect(gridTemplate(columns.slice(1), rows)).toMatch(/ 1fr$/)
  })
})
