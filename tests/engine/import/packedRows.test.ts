import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowPacker, RowUnpacker, type AheadRow, type PackedRows } from '../../../electron/engine/import/ahead/packedRows.ts'
import { DateCell, ErrorCell, type Cell } from '../../../electron/engine/normalise/reading.ts'

const text = fc.string({ unit: 'binary' })
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), text.map((iso) => new DateCell(iso)), text.map((code) => new ErrorCell(code)))
const row = fc.record({ row: fc.nat(), cells: fc.array(cell), fault: fc.option(text), isHidden: fc.boolean() })

function unpacked(packed: PackedRows): AheadRow[] {
  const rows = new RowUnpacker(packed)
  const found: AheadRow[] = []
  for (let next = rows.next(); next !== null; next = rows.next()) found.push({ ...next, cells: [...next.cells] })
  return found
}

test('what is packed comes out the same, batch after batch', () => {
  const packer = new RowPacker()
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      for (const one of rows) packer.add(one)
      expect(packer.isEmpty).toBe(rows.length === 0)
      expect(unpacked(structuredClone(packer.take()))).toEqual(rows)
    }),
  )
})

test('is full after so many rows, or so much text', () => {
  const short = new RowPacker()
  const long = new RowPacker()
  for (let i = 1; i < 500; i += 1) short.add({ row: i, cells: ['kort'], fault: null, isHidden: false })
  expect(short.isFull).toBe(false)
  short.add({ row: 500, cells: [], fault: null, isHidden: false })
  long.add({ row: 1, cells: Array.from({ length: 5 }, () => 'x'.repeat(100_000)), fault: null, isHidden: false })
  expect([short.isFull, long.isFull]).toEqual([true, true])
})
