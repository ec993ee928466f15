import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isDateFormat } from '../../../electron/engine/import/xlsx/styles.ts'
import { DateCell, ErrorCell, type Cell } from '../../../electron/engine/normalise/reading.ts'
import { inspectFile } from '../../../electron/engine/import/index.ts'
import { fileWith, firstSheet, problemOf, readAll } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { sheetXml, workbookBytes, type WorkbookParts } from '../../fixtures/workbook.ts'
import { zipOf } from '../../fixtures/zip.ts'

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/><numFmt numFmtId="165" formatCode="&quot;dossier&quot; 0"/>
  <numFmt numFmtId="166" formatCode="[$-413]dd-mm-yyyy;@"/><numFmt numFmtId="167" formatCode="[Red]0"/><numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="168"/></cellXfs>`

async function cellsOf(cells: string, parts: Partial<WorkbookParts> = {}): Promise<Cell[]> {
  const bytes = workbookBytes({ sheets: { Blad1: `<sheetData><row r="1">${cells}</row></sheetData>` }, styles: STYLES, ...parts })
  return (await firstSheet(fileWith('levering.xlsx', bytes)))[0] ?? []
}

describe('cells', () => {
  const cases: [string, string, Cell][] = [
    ['a number', '<c><v>12.5</v></c>', 12.5],
    ['a long number', '<c><v>3.4200000012345E+13</v></c>', 34_200_000_012_345],
    ['a text with leading zeros', '<c t="str"><v>0034</v></c>', '0034'],
    ['an inline text', '<c t="inlineStr"><is><t>Kade &amp; Co</t></is></c>', 'Kade & Co'],
    ['an inline text in runs', '<c t="inlineStr"><is><r><t>Mar</t></r><r><rPr><b/></rPr><t xml:space="preserve">ker </t></r></is></c>', 'Marker '],
    ['CDATA', '<c t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
    ['an escaped character', '<c t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['an emoji', '<c t="str"><v>🍣</v></c>', '🍣'],
    ['true', '<c t="b"><v>1</v></c>', true],
    ['an error', '<c t="e"><v>#N/A</v></c>', new ErrorCell('#N/A')],
    ['a formula with its value', '<c><f>1+1</f><v>2</v></c>', 2],
    ['a formula with a text', '<c t="str"><f>A1</f><v>tekst</v></c>', 'tekst'],
    ['a date, built in', '<c s="1"><v>45413</v></c>', new DateCell('2024-05-01')],
    ['a date, own format', '<c s="2"><v>45413</v></c>', new DateCell('2024-05-01')],
    ['a date, Dutch locale', '<c s="4"><v>45413</v></c>', new DateCell('2024-05-01')],
    ['a date with time', '<c s="6"><v>45413.5625</v></c>', new DateCell('2024-05-01T13:30:00')],
    ['a number with a word', '<c s="3"><v>45413</v></c>', 45_413],
    ['a number in red', '<c s="5"><v>45413</v></c>', 45_413],
    ['a duration', '<c s="7"><v>1.5</v></c>', 1.5],
    ['an ISO date', '<c t="d"><v>2024-05-01T00:00:00.000</v></c>', new DateCell('2024-05-01')],
    ['an ISO date with time', '<c t="d"><v>2024-05-01T13:30:00Z</v></c>', new DateCell('2024-05-01T13:30:00')],
    ['a date before 1900', '<c s="1"><v>-5</v></c>', -5],
    ['29 February 1900 and after', '<c s="1"><v>61</v></c>', new DateCell('1900-03-01')],
  ]
  test.each(cases)('%s', async (_, xml, expected) => expect(await cellsOf(xml)).toEqual([expected]))

  test('cells without a place follow each other, with a place they stand there', async () => {
    expect(await cellsOf('<c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c>')).toEqual([1, null, null, 2, 3])
  })

  test('the calendar of 1904', async () => {
    expect(await cellsOf('<c s="1"><v>43951</v></c>', { date1904: true })).toEqual([new DateCell('2024-05-01')])
  })

  test('shared strings: behind the sheet, rich, without the pronunciation', async () => {
    const strings = '<si><t>een</t></si><si><r><t>ri</t></r><r><t>jk</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si>'
    const cells = [0, 1, 2].map((i) => `<c t="s"><v>${i}</v></c>`).join('')
    expect(await cellsOf(cells, { strings })).toEqual(['een', 'rijk', '漢字'])
  })

  test('empty rows and cells do not count', async () => {
    const sheet = '<sheetData><row r="2"><c s="1"/></row><row r="5"><c r="B5"><v>1</v></c></row><row/><row><c><v>2</v></c></row></sheetData>'
    const { rows } = await readAll(fileWith('levering.xlsx', workbookBytes({ sheets: { Blad1: sheet } })))
    expect(rows['Blad1']).toEqual([{ row: 5, cells: [null, 1] }, { row: 7, cells: [2] }])
  })
})

test.each([
  ['General', false], ['0', false], ['#,##0.00', false], ['@', false], ['dd-mm-yyyy', true], ['d mmm', true], ['mm:ss.0', true], ['h:mm AM/PM', true],
  ['[h]:mm', false], ['"dag" 0', false], ['[Red]0', false], ['[$-413]d mmmm yyyy', true], ['_-* #,##0_-', false], ['0.00E+00', false], ['yyyy"jaar"', true], ['Standaard', false],
])('format %s is a date: %s', (code, expected) => expect(isDateFormat(code)).toBe(expected))

describe('variants', () => {
  test('hidden rows come as any other, and are told', async () => {
    const rows = sheetXml([['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres'], ['Z1', '01-05-2024', 'akkoord', 'Kade 1'], ['Z2', '02-05-2024', 'akkoord', 'Kade 2']])
    const path = fileWith('controles.xlsx', workbookBytes({ sheets: { Een: rows.replace('<row r="3">', '<row r="3" hidden="1">') } }))
    const [sheet] = (await inspectFile(contextOn(emptyStore()), path, [])).sheets
    expect(sheet?.remarks).toEqual(['1 van de eerste rijen is verborgen in de werkmap; ook die worden ingelezen.'])
    expect(await firstSheet(path)).toHaveLength(3)
  })

  test('hidden sheets are listed', async () => {
    const bytes = workbookBytes({ sheets: { Een: sheetXml([['a']]), Twee: sheetXml([['b']]) }, hidden: ['Twee'] })
    const { sheets, rows } = await readAll(fileWith('levering.xlsx', bytes))
    expect(sheets).toEqual([{ name: 'Een', isHidden: false }, { name: 'Twee', isHidden: true }])
    expect(rows['Twee']).toEqual([{ row: 1, cells: ['b'] }])
  })

  test('prefixed names and strict namespaces', async () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const path = fileWith('levering.xlsx', zipOf([
      { name: '_rels/.rels', content: `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/boek/w.xml"/></Relationships>` },
      { name: 'boek/w.xml', content: `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="S" q:id="b"/></x:sheets></x:workbook>` },
      { name: 'boek/_rels/w.xml.rels', content: `<Relationships><Relationship Id="b" Type="${strict}/officeDocument/relationships/worksheet" Target="blad.xml"/></Relationships>` },
      { name: 'boek/blad.xml', content: `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c t="str"><x:v>ja</x:v></x:c></x:row></x:sheetData></x:worksheet>` },
    ]))
    expect(await firstSheet(path)).toEqual([['ja']])
  })

  test('macros are ignored, and it is said', async () => {
    const bytes = workbookBytes({ sheets: { Blad1: sheetXml([['a']]) }, extra: [{ name: 'xl/vbaProject.bin', content: 'macro' }] })
    expect((await readAll(fileWith('levering.xlsm', bytes))).readAs).toBe('Excel-werkmap met macro’s (XLSM)')
  })

  test('a name such as __proto__ is a name', async () => {
    const { rows } = await readAll(fileWith('levering.xlsx', workbookBytes({ sheets: { Blad: sheetXml([['__proto__'], ['constructor']]) } })))
    expect(rows['Blad']).toHaveLength(2)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('hostile and broken', () => {
  const sheet = sheetXml([['a']])
  const open = (bytes: Buffer, name = 'levering.xlsx') => problemOf(readAll(fileWith(name, bytes)))
  const withSheet = (content: string) => workbookBytes({ sheets: { Blad1: '' }, extra: [{ name: 'xl/worksheets/sheet1.xml', content }] })

  test('no zip at all', async () => {
    expect(await open(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe('file-not-a-workbook')
    expect(await open(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'))).toBe('file-format-unsupported')
  })
  test('another zip', async () => expect(await open(zipOf([{ name: 'a.txt', content: 'a' }]))).toBe('file-packed'))
  test('a zip cut short', async () => expect(await open(workbookBytes({ sheets: { Blad1: sheet } }).subarray(0, 300))).toBe('file-damaged'))
  test('a document type, whatever it declares', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><worksheet><sheetData><row><c t="str"><v>&lol2;</v></c></row></sheetData></worksheet>'
    expect(await open(withSheet(bomb))).toBe('file-hostile')
    expect(await open(withSheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'))).toBe('file-hostile')
  })
  test('XML that is not well-formed', async () => expect(await open(withSheet('<worksheet><sheetData><row></sheetData>'))).toBe('file-damaged'))
  test('a sheet that grows a thousand times', async () => {
    expect(await open(withSheet(`<worksheet>${' '.repeat(30_000_000)}</worksheet>`))).toBe('file-hostile')
  })
  test('the same behind a lie about its size', async () => {
    const lie = { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${' '.repeat(30_000_000)}</worksheet>`, declared: 100_000 }
    expect(await open(workbookBytes({ sheets: { Blad1: '' }, extra: [lie] }))).toBe('file-damaged')
  })
  test('too many parts', async () => {
    const extra = Array.from({ length: 10_001 }, (_, i) => ({ name: `xl/${i}`, content: '' }))
    expect(await open(workbookBytes({ sheets: { Blad1: sheet }, extra }))).toBe('file-hostile')
  })
  test('the same part twice', async () => {
    expect(await open(workbookBytes({ sheets: { Blad1: sheet }, extra: [{ name: 'XL/worksheets/sheet1.XML', content: sheet }] }))).toBe('file-damaged')
  })
  test('a cell of 40 MB', async () => {
    // letters that do not pack to a bomb first
    const noise = deflateRawSync(Buffer.from(Array.from({ length: 4000 }, (_, i) => `${i * 7919}`).join(''))).toString('base64')
    const text = `${noise} ${'x'.repeat(150)}`.repeat(Math.ceil(40_000_000 / (noise.length + 151)))
    expect(await open(withSheet(`<worksheet><sheetData><row r="3"><c r="B3" t="str"><v>${text}</v></c></row></sheetData></worksheet>`))).toBe('cell-too-large')
    expect(await open(workbookBytes({ sheets: { Blad1: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' }, strings: `<si><t>${text}</t></si>` }))).toBe('cell-too-large')
  })
  test.each(['ZZZZZZZ1', 'XFE1'])('column %s does not exist', async (reference) => {
    expect(await open(withSheet(`<worksheet><sheetData><row><c r="${reference}"><v>1</v></c></row></sheetData></worksheet>`))).toBe('file-damaged')
  })
  test('row four billion does not exist', async () => {
    expect(await open(withSheet('<worksheet><sheetData><row r="4000000000"><c><v>1</v></c></row></sheetData></worksheet>'))).toBe('file-damaged')
  })
  test('the last cell of all does', async () => {
    const xml = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const { rows } = await readAll(fileWith('levering.xlsx', withSheet(xml)))
    expect(rows['Blad1']?.[0]?.cells).toHaveLength(16_384)
  })
  test('a string that is not there', async () => {
    expect(await open(withSheet('<worksheet><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>'))).toBe('file-damaged')
  })
})
