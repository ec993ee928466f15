import { createReadStream, readFileSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { cellText, DateCell, ErrorCell } from '../../../electron/engine/normalise/reading.ts'
import { fileWith, firstSheet, problemOf, readAll } from '../../fixtures/delivery.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

interface Entry {
  file: string
  what: string
}

const manifest: Entry[] = hasSharedData ? parse(readFileSync(sharedData('xlsx_robustness', 'MANIFEST.csv')), { columns: true }) : []
const ofKind = (...whats: string[]) => manifest.filter(({ what }) => whats.includes(what)).map(({ file }) => [file] as const)
const path = (file: string) => sharedData('xlsx_robustness', ...file.split('/'))
const REFUSALS = ['file-damaged', 'file-not-a-workbook', 'file-encrypted', 'file-hostile', 'file-too-large']

describe.skipIf(!hasSharedData)(`hostile, malformed and odd workbooks${whySkipped}`, () => {
  test.each(ofKind('fuzzer crash file'))('%s ends in rows or in a problem', async (file) => {
    const outcome = await readAll(path(file)).then(() => 'rows', (error: { problem?: { code: string } }) => error.problem?.code)
    expect(['rows', ...REFUSALS]).toContain(outcome)
  })

  test.each(ofKind('entity bomb'))('%s is refused as hostile', async (file) => expect(await problemOf(readAll(path(file)))).toBe('file-hostile'))

  test.each(ofKind('encrypted / password'))('%s is said to be encrypted', async (file) => expect(await problemOf(readAll(path(file)))).toBe('file-encrypted'))

  test('the same part twice is damage', async () => {
    expect(await problemOf(readAll(path('poi/duplicate-filename-case-insensitive.xlsx')))).toBe('file-damaged')
  })

  // MalformedSSTCount only miscounts its strings: everything in it can be read
  const readable = manifest.filter(({ what }) => !['fuzzer crash file', 'entity bomb', 'encrypted / password'].includes(what) && !what.startsWith('duplicate'))
  test.each(readable.filter(({ file }) => !file.includes('duplicate-filename')).map(({ file }) => [file]))('%s is read', async (file) => {
    const { sheets } = await readAll(path(file))
    expect(sheets.length).toBeGreaterThan(0)
  })

  test('hidden and very hidden sheets are listed', async () => {
    const { sheets } = await readAll(path('sheetjs/sheet_visibility.xlsx'))
    expect(sheets).toEqual([{ name: 'Visible', isHidden: false }, { name: 'Hidden', isHidden: true }, { name: 'VeryHidden', isHidden: true }])
  })

  test('dates as dates', async () => {
    expect(await firstSheet(path('poi/date.xlsb'))).toEqual([[new DateCell('2013-01-12')]])
    const cells = (await firstSheet(path('sheetjs/xlsx-stream-d-date-cell.xlsx'))).flat()
    expect(cells.filter((cell) => cell instanceof DateCell).length).toBeGreaterThan(0)
  })

  test('pronunciation is not part of a text', async () => {
    expect(await firstSheet(path('sheetjs/phonetic_text.xlsx'))).toEqual([['漢字'], ['漢字withColor']])
  })

  test('errors are told apart from texts', async () => {
    const cells = (await firstSheet(path('sheetjs/ErrorTypes.xlsx'))).flat()
    expect(cells.filter((cell) => cell instanceof ErrorCell).map((cell) => cell.code)).toContain('#DIV/0!')
  })

  test('formulas give the value Excel last saw', async () => {
    const { rows } = await readAll(path('sheetjs/formula_stress_test.xlsx'))
    expect(rows['Math']?.[0]?.cells).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  test('long texts are whole, and their ratio of 121 is no bomb', async () => {
    const { rows } = await readAll(path('sheetjs/large_strings.xlsx'))
    const longest = Math.max(...(rows['Large Strings'] ?? []).flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell.length : 0))))
    expect(longest).toBeGreaterThan(200)
    expect(rows['Large Strings']).toHaveLength(9999)
  })

  test('texts cell for cell as Excel writes them, but for white space', async () => {
    const bare = (text: string) => text.replace(/\s/g, '')
    const lines: string[][] = parse(readFileSync(path('sheetjs/interview.xlsx.0.csv'), 'utf8'), { bom: true, relax_column_count: true })
    const expected = lines.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1).map(bare)).filter((row) => row.length > 0)
    const cells = await firstSheet(path('sheetjs/interview.xlsx'))
    expect(cells.map((row) => row.map((cell) => bare(cellText(cell))))).toEqual(expected)
  })

  test('300,000 rows with leading zeros', async () => {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(path('rows_300000.csv.gz')).pipe(createGunzip())) chunks.push(chunk)
    const { rows } = await readAll(fileWith('rijen.csv', Buffer.concat(chunks)))
    expect(rows['rijen']).toHaveLength(300_000)
    expect(rows['rijen']?.[0]?.cells[0]).toBe('000001')
  })
})
