import { expect, test } from 'vitest'
import { importFile, inspectFile } from '../../../electron/engine/import/index.ts'
import { fileWith } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { sheetXml, workbookBytes } from '../../fixtures/workbook.ts'

type Rows = (string | number | null)[][]

const merged = (rows: Rows, ranges: readonly string[]) => `${sheetXml(rows)}<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

/** A title over the whole width, two rows of headings that are merged across and down, three permits, a total and a note. */
const permits: Rows = [
  ['Vergunningenregister team Centrum', null, null, null, null, null, null],
  ['Peildatum: 1 mei 2026'],
  [null],
  ['Zaaknummer', 'Soort vergunning', 'Locatie', null, null, 'Vergunning', null],
  [null, null, 'Straat', 'Huisnummer', 'Postcode', 'Datum besluit', 'Resultaat'],
  ['Z-1', 'Exploitatievergunning', 'Kade', 1, '1315AB', '01-02-2026', 'Verleend'],
  ['Z-2', 'Alcoholvergunning', 'Kade', 3, '1315AB', '02-02-2026', 'Geweigerd'],
  ['Z-3', 'Exploitatievergunning', 'Markt', 5, '1315AC', '03-02-2026', 'Verleend'],
  ['Totaal', 3],
  [null],
  ['Bron: zaaksysteem, uitgedraaid door team Centrum.'],
]
const permitMerges = ['A1:G1', 'A4:A5', 'B4:B5', 'C4:E4', 'F4:G4']

const inspections: Rows = [
  ['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres', 'Uren'],
  ['C-1', '01-05-2025', 'akkoord', 'Kade 1, 1315 AB', 2],
  ['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres', 'Uren'],
  ['C-2', '02-05-2025', 'overtreding', 'Kade 3, 1315 AB', 3],
  [null, null, null, 'Totaal aantal uren:', 5],
]

const signals: Rows = [
  ['Signalen', null, null],
  ['Signaalnummer', 'Afdeling', 'Soort signaal', 'Ontvangen', 'Adres'],
  ['S-1', 'Toezicht', 'overlast', '01-05-2026', 'Kade 1, 1315 AB'],
  ['Eindtotaal', null, null, null, 1],
]

const lists: Rows = [['Keuzelijst'], ['Verleend'], ['Geweigerd']]

function book(): string {
  return fileWith('register centrum.xlsx', workbookBytes({
    sheets: { Vergunningen: merged(permits, permitMerges), Controles: sheetXml(inspections), Signalen: merged(signals, ['A1:E1']), Lijsten: sheetXml(lists) }, hidden: ['Lijsten'],
  }))
}

test('several tables in one book, each on its sheet: headings merged over two rows, titles above, totals and notes below', async () => {
  const context = contextOn(emptyStore())
  const path = book()
  const { sheets } = await inspectFile(context, path, [])
  expect(sheets.map(({ name, isHidden, proposal, isDoubleHeader, missing }) => [name, isHidden, proposal?.kind ?? null, proposal?.headerRow ?? null, isDoubleHeader, missing])).toEqual([
    ['Vergunningen', false, 'permit', 5, true, []], ['Controles', false, 'inspection', 1, false, []], ['Signalen', false, 'signal', 2, false, []], ['Lijsten', true, null, null, false, []],
  ])
  expect(sheets[0]?.proposal?.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Zaaknummer', 'case_number'], ['Soort vergunning', 'permit_kind'], ['Locatie / Straat', 'street'], ['Locatie / Huisnummer', 'house_number'], ['Locatie / Postcode', 'postcode'],
    ['Vergunning / Datum besluit', 'decided'], ['Vergunning / Resultaat', 'outcome'],
  ])
  expect(sheets[0]?.proposal?.referenceDate).toBe('2026-05-01')
  const mappings = sheets.flatMap(({ proposal, isHidden }) => (proposal && !isHidden ? [proposal] : []))
  const trial = await importFile(context, path, mappings, { dryRun: true })
  const told = (report: typeof trial) => report.sheets.map(({ sheet, rowsRead, accepted, refused, ignored }) => [sheet, rowsRead, accepted, refused, ignored])
  const expected = [['Vergunningen', 5, 3, 0, 2], ['Controles', 4, 2, 0, 2], ['Signalen', 2, 1, 0, 1]]
  expect(told(trial)).toEqual(expected)
  expect(told(await importFile(context, path, mappings, { dryRun: false }))).toEqual(expected)
  expect(context.store.all('SELECT case_number, permit_kind, outcome, decided, given_street, given_number, given_postcode FROM permit_record ORDER BY id')).toEqual([
    { case_number: 'Z-1', permit_kind: 'Exploitatievergunning', outcome: 'verleend', decided: '2026-02-01', given_street: 'Kade', given_number: 1, given_postcode: '1315AB' },
    { case_number: 'Z-2', permit_kind: 'Alcoholvergunning', outcome: 'geweigerd', decided: '2026-02-02', given_street: 'Kade', given_number: 3, given_postcode: '1315AB' },
    { case_number: 'Z-3', permit_kind: 'Exploitatievergunning', outcome: 'verleend', decided: '2026-02-03', given_street: 'Markt', given_number: 5, given_postcode: '1315AC' },
  ])
  expect(context.store.all<{ case_number: string }>('SELECT case_number FROM inspection_record ORDER BY id').map((row) => row.case_number)).toEqual(['C-1', 'C-2'])
  expect(context.store.all<{ signal_number: string }>('SELECT signal_number FROM signal_record ORDER BY id').map((row) => row.signal_number)).toEqual(['S-1'])
})

test('a total in the middle of the table, without a label or under the last column, is no row', async () => {
  const rows: Rows = [
    ['Zaaknummer', 'Datum controle', 'Uitkomst', 'Adres', 'Uren'],
    ['C-1', '01-05-2025', 'akkoord', 'Kade 1, 1315 AB', 2],
    ['Subtotaal mei', null, null, null, 2],
    ['C-2', '02-06-2025', 'akkoord', 'Kade 3, 1315 AB', 3],
    ['Totaal 2025', null, null, null, 5],
    [null, null, null, null, 5],
  ]
  const context = contextOn(emptyStore())
  const path = fileWith('controles.xlsx', workbookBytes({ sheets: { Controles: sheetXml(rows) } }))
  const [sheet] = (await inspectFile(context, path, [])).sheets
  const report = await importFile(context, path, sheet?.proposal ? [sheet.proposal] : [], { dryRun: true })
  expect(report.sheets.map(({ accepted, refused, ignored }) => [accepted, refused, ignored])).toEqual([[2, 0, 3]])
})

test('a company that begins with the word, and a row of nothing but its number, are rows', async () => {
  const context = contextOn(emptyStore())
  const companies: Rows = [['KVK-nummer', 'Naam', 'Straat', 'Huisnummer', 'Postcode'], ['12345678', 'Totaal Bouw B.V.', 'Kade', 1, '1315AB'], [null, 'Totaal bedrijven', null, null, null]]
  const cases: Rows = [['Zaaknummer', 'Soort vergunning', 'Straat', 'Huisnummer', 'Postcode', 'Resultaat'], ['Z-1', 'Alcohol', 'Kade', 1, '1315AB', 'Verleend'], ['Z-2 2026 A'], ['Bron: zaaksysteem']]
  const path = fileWith('boek.xlsx', workbookBytes({ sheets: { Bedrijven: sheetXml(companies), Vergunningen: sheetXml(cases) } }))
  const mappings = (await inspectFile(context, path, [])).sheets.flatMap(({ proposal }) => (proposal ? [proposal] : []))
  const report = await importFile(context, path, mappings, { dryRun: true })
  expect(report.sheets.map(({ kind, accepted, refused, ignored }) => [kind, accepted, refused, ignored])).toEqual([['company', 1, 0, 1], ['permit', 2, 0, 1]])
})
