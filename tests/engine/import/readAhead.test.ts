import { describe, expect, test } from 'vitest'
import { readAhead } from '../../../electron/engine/import/ahead/readAhead.ts'
import { openWorkbook } from '../../../electron/engine/import/openWorkbook.ts'
import { surveyFile } from '../../../electron/engine/import/survey.ts'
import type { RowVisitor } from '../../../electron/engine/import/workbook.ts'
import { DateCell, ErrorCell } from '../../../electron/engine/normalise/reading.ts'
import { fileWith, problemOf } from '../../fixtures/delivery.ts'
import { workbookBytes } from '../../fixtures/workbook.ts'

/** More than the reader may be ahead: rows of every sort of cell, one of which does not show. */
const ROWS = 6100
/** A picture nobody reads makes the file worth a thread. */
const extra = [{ name: 'xl/media/foto.bin', content: Buffer.from(Array.from({ length: 2_100_000 }, (_, i) => (i * i * 31 + (i >> 7)) & 255)), stored: true }]
const rowXml = (row: number): string =>
  `<row r="${row}"${row === 1200 ? ' hidden="1"' : ''}><c><v>${row}</v></c><c s="1"><v>45413</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c r="F${row}" t="inlineStr"><is><t>Kade ${row}</t></is></c></row>`
const sheetData = (last: string): string => `<sheetData>${Array.from({ length: ROWS }, (_, i) => rowXml(i + 1)).join('')}${last}</sheetData>`

async function read(last: string, visitor: Partial<RowVisitor>, inThread: boolean): Promise<void> {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const path = fileWith('groot.xlsx', workbookBytes({ sheets: { Blad1: sheetData(last) }, styles, extra }))
  const survey = await surveyFile(path, () => undefined)
  const workbook = await openWorkbook(path, survey)
  const whole: RowVisitor = { row: () => true, bad: () => undefined, beat: () => undefined, ...visitor }
  try {
    await (inThread ? readAhead(path, survey, workbook, 'Blad1', whole) : workbook.read('Blad1', whole))
  } finally {
    await workbook.close()
  }
}

async function told(inThread: boolean): Promise<unknown[]> {
  const heard: unknown[] = []
  await read('', { row: (row, cells) => heard.push([row, [...cells]]) > 0, hidden: (row) => heard.push(row) }, inThread)
  return heard
}

describe('a workbook read ahead in a thread of its own', () => {
  test('is heard as the same rows in the same order', async () => {
    const heard = await told(true)
    expect(heard).toHaveLength(ROWS + 1)
    expect(heard[0]).toEqual([1, [1, new DateCell('2024-05-01'), new ErrorCell('#N/A'), true, null, 'Kade 1']])
    expect(heard).toEqual(await told(false))
  })

  test('stops when the visitor has seen enough', async () => {
    let rows = 0
    await read('', { row: () => (rows += 1) < 700 }, true)
    expect(rows).toBe(700)
  })

  test('passes on what the visitor throws, and lets it hear no more', async () => {
    const fault = new Error('genoeg')
    let rows = 0
    const work = read('', { row: () => { if ((rows += 1) === 3) throw fault; return true } }, true)
    await expect(work).rejects.toBe(fault)
    expect(rows).toBe(3)
  })

  test('ends with the problem of the file, after the rows before it', async () => {
    let rows = 0
    expect(await problemOf(read('<row r="x"/>', { row: () => (rows += 1) > 0 }, true))).toBe('file-damaged')
    expect(rows).toBe(ROWS)
  })
})
