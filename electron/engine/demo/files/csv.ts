import { closeSync, openSync, writeSync } from 'node:fs'
import { byteOrderMark, encode } from './encode.ts'
import type { Cell, DemoFile, DemoRow } from './file.ts'

const CHUNK = 1 << 18

/** Writes a delivery as text, a piece at a time; `onRow` hears of every row with its line number. */
export function writeCsv(path: string, file: DemoFile, form: Extract<DemoFile['form'], { type: 'csv' }>, onRow: (sheet: string, line: number, row: DemoRow) => void): void {
  const handle = openSync(path, 'w')
  let pending = byteOrderMark(form.encoding)
  let line = 0
  const put = (cells: readonly Cell[]): void => {
    line += 1
    pending += `${cells.map((cell) => quoted(textOf(cell), form.separator)).join(form.separator)}\r\n`
    if (pending.length < CHUNK) return
    writeSync(handle, encode(pending, form.encoding))
    pending = ''
  }
  try {
    for (const sheet of file.sheets) {
      for (const cells of [...(sheet.above ?? []), ...sheet.headings]) put(cells)
      for (const row of sheet.rows) {
        put(row.cells)
        onRow(sheet.name, line, row)
      }
      for (const cells of sheet.below ?? []) put(cells)
    }
    writeSync(handle, encode(pending, form.encoding))
  } finally {
    closeSync(handle)
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.date.split('-').toReversed().join('-')
  return String(cell)
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
