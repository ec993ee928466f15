import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { importFile, inspectFile } from '../../../electron/engine/import/index.ts'
import { addRun, followRuns, type Run } from '../../../electron/engine/import/hiddenParts.ts'
import { hiddenPartLines } from '../../../shared/text/hiddenParts.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { sheetXml, workbookBytes } from '../../fixtures/workbook.ts'
import { zipOf } from '../../fixtures/zip.ts'

const HEADINGS = ['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres', 'Opmerking']
const row = (number: number): string[] => [`Z${number}`, '01-05-2024', 'akkoord', `Kade ${number}`, '']
const rows = (count: number): string[][] => [HEADINGS, ...Array.from({ length: count }, (_, i) => row(i + 1))]

/** Rows 2 and 4 do not show, nor does the column of the outcome. */
function xlsx(): Buffer {
  const columns = '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="0" hidden="1"/><col min="7" max="16384" hidden="true"/></cols>'
  const sheet = sheetXml(rows(4)).replace('<row r="2">', '<row r="2" hidden="1">').replace('<row r="4">', '<row r="4" hidden="true">')
  return workbookBytes({ sheets: { Controles: `${columns}${sheet}<autoFilter ref="A1:D5"/>` } })
}

function binary(): Buffer {
  const sheet = utils.aoa_to_sheet(rows(4))
  sheet['!rows'] = [{}, { hidden: true }, {}, { hidden: true }]
  sheet['!cols'] = [{}, {}, { hidden: true }]
  return write({ SheetNames: ['Controles'], Sheets: { Controles: sheet } }, { type: 'buffer', bookType: 'xlsb' })
}

/** The library writes no rows of an old workbook: two merged ranges, a record as long, become the one of a hidden row 4. */
function xls(): Buffer {
  const sheet = utils.aoa_to_sheet(rows(4))
  sheet['!cols'] = [{}, {}, { hidden: true }]
  sheet['!merges'] = [utils.decode_range('H9:I9'), utils.decode_range('H8:I8')]
  const bytes: Buffer = write({ SheetNames: ['Controles'], Sheets: { Controles: sheet } }, { type: 'buffer', bookType: 'biff8' })
  const at = bytes.indexOf(Buffer.from([0xe5, 0x00, 18, 0, 2, 0]))
  expect(at).toBeGreaterThan(0)
  bytes.fill(0, at, at + 22)
  bytes.set([0x08, 0x02, 18, 0, 3, 0, 0, 0, 5, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 1, 15, 0], at)
  return bytes
}

function ods(): Buffer {
  const cells = (texts: readonly string[]) => texts.map((text) => (text === '' ? '<table:table-cell/>' : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`)).join('')
  const tags = rows(5).map((texts, i) => {
    const attributes = i === 1 ? ' table:visibility="collapse"' : i === 3 ? ' table:visibility="filter"' : ''
    return `<table:table-row${attributes}>${cells(texts)}</table:table-row>`
  })
  const columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column/>'
  const rest = '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
  const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="Controles">${columns}${tags.join('')}${rest}</table:table></office:spreadsheet></office:body></office:document-content>`
  const manifest = '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', content }, { name: 'styles.xml', content: '<office:document-styles/>' },
    { name: 'META-INF/manifest.xml', content: manifest },
  ])
}

describe('what does not show in a workbook is taken in, and told', () => {
  test.each([['boek.xlsx', xlsx(), 2], ['binair.xlsb', binary(), 2], ['oud.xls', xls(), 1], ['open.ods', ods(), 2]] as const)('%s', async (name, bytes, hiddenRows) => {
    const context = contextOn(emptyStore())
    const path = fileWith(name, bytes)
    const [view] = (await inspectFile(context, path, [])).sheets
    const said = hiddenRows === 1 ? '1 van de eerste rijen is' : `${hiddenRows} van de eerste rijen zijn`
    expect(view?.remarks).toEqual([`${said} verborgen in de werkmap; ook die worden ingelezen.`, 'Verborgen in de werkmap, maar ook te lezen: Uitkomst.'])
    const trial = await takeIn(context, path, { dryRun: true })
    expect(trial.sheets).toMatchObject([{ accepted: name === 'open.ods' ? 5 : 4, hiddenRows, hiddenColumns: ['Uitkomst'] }])
    const taken = await takeIn(context, path)
    const again = await takeIn(context, path)
    expect([taken.sheets[0], again.sheets[0]]).toMatchObject([{ isRepeat: false, hiddenRows, hiddenColumns: ['Uitkomst'] }, { isRepeat: true, hiddenRows, hiddenColumns: ['Uitkomst'] }])
  })

  test('far below the rows that are looked at first; blank ones do not count, nor those above the headings', async () => {
    const sheet = sheetXml([['Controles'], ...rows(260)]).replace('<row r="1">', '<row r="1" hidden="1">').replace('<row r="250">', '<row r="250" hidden="1">')
    const blank = '<row r="900" hidden="1"><c r="A900" t="inlineStr"><is><t> </t></is></c></row>'
    const context = contextOn(emptyStore())
    const path = fileWith('lang.xlsx', workbookBytes({ sheets: { Controles: sheet.replace('</sheetData>', `${blank}</sheetData>`) } }))
    expect((await takeIn(context, path, { dryRun: true })).sheets).toMatchObject([{ rowsRead: 260, hiddenRows: 1, hiddenColumns: [] }])
  })

  test('a hidden column that is left out is not named', async () => {
    const context = contextOn(emptyStore())
    const path = fileWith('boek.xlsx', xlsx())
    const [proposal] = (await inspectFile(context, path, [])).sheets.flatMap((sheet) => (sheet.proposal ? [sheet.proposal] : []))
    if (!proposal) throw new Error('no proposal')
    const mapping = { ...proposal, columns: proposal.columns.map((column) => (column.heading === 'Uitkomst' ? { ...column, field: null } : column)) }
    expect((await importFile(context, path, [mapping], { dryRun: true })).sheets).toMatchObject([{ hiddenRows: 2, hiddenColumns: [] }])
  })

  test('in words', () => {
    expect(hiddenPartLines({ hiddenRows: 0, hiddenColumns: [] })).toEqual([])
    expect(hiddenPartLines({ hiddenRows: 1, hiddenColumns: ['Uitkomst'] })).toEqual(['1 verborgen of weggefilterde rij is meegelezen.', 'Een verborgen kolom is meegelezen: Uitkomst.'])
    expect(hiddenPartLines({ hiddenRows: 1200, hiddenColumns: ['Uitkomst', 'Soort'] })).toEqual([
      '1.200 verborgen of weggefilterde rijen zijn meegelezen.', '2 verborgen kolommen zijn meegelezen: Uitkomst, Soort.',
    ])
  })

  test('runs that touch are one, and are followed in order', () => {
    const runs: Run[] = []
    for (const [first, last] of [[2, 2], [3, 7], [9, 9]] as const) addRun(runs, first, last)
    expect(runs).toEqual([{ first: 2, last: 7 }, { first: 9, last: 9 }])
    const isHidden = followRuns(runs)
    expect(Array.from({ length: 11 }, (_, i) => i).filter(isHidden)).toEqual([2, 3, 4, 5, 6, 7, 9])
  })
})
