import { read, utils } from 'xlsx'
import { expect, test } from 'vitest'
import { factsWorkbook } from '../../../electron/engine/export/factsWorkbook.ts'
import { aCaseFile, aSource, aStatement } from '../../fixtures/caseFile.ts'
import { unpack } from '../../fixtures/unpack.ts'

function sheetsOf(bytes: Uint8Array): Record<string, Record<string, unknown>[]> {
  const book = read(bytes, { type: 'array' })
  return Object.fromEntries(book.SheetNames.map((name) => [name, utils.sheet_to_json(book.Sheets[name] ?? {}, { raw: false })]))
}

test('has a sheet per kind of fact, and none for interpretation', () => {
  const sheets = sheetsOf(factsWorkbook(aCaseFile()))
  expect(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows.length]))).toEqual({ Onderwerpen: 6, Relaties: 6, Feiten: 3, Tijdlijn: 7, Signalen: 1, Bronnen: 9 })
  expect(JSON.stringify(sheets)).not.toContain('De wisseling van bestuur')
})

test('names the source row in every row', () => {
  const sheets = sheetsOf(factsWorkbook(aCaseFile()))
  expect(sheets['Feiten']?.[1]).toEqual({
    Feit: 'F2', Tekst: 'Zuiderdiep Holding B.V. kocht Markerkant 12 met een lening van een natuurlijk persoon.', 'Vastgesteld door': 'Toetser', Op: '21-11-2026',
    Bron: '5', Bestand: 'kadaster eigendom 2026.csv', Blad: 'Blad1', Rij: '105',
  })
  const sources = new Map(sheets['Bronnen']?.map((row) => [row['Bron'], row]))
  for (const name of ['Relaties', 'Feiten', 'Tijdlijn', 'Signalen']) {
    for (const row of sheets[name] ?? []) expect(sources.get(row['Bron'])).toMatchObject({ Bestand: row['Bestand'], Blad: row['Blad'], Rij: row['Rij'] })
  }
})

test('whole dates are dates to sort on, incomplete ones words', () => {
  const book = read(factsWorkbook(aCaseFile()), { type: 'array' })
  const timeline = book.Sheets['Tijdlijn'] ?? {}
  expect([timeline['A2'], timeline['A3']].map((cell) => ({ t: cell.t, w: cell.w }))).toEqual([{ t: 's', w: '05-2019' }, { t: 'n', w: '15-11-2020' }])
})

test.each(['=1+1', '+31 36 5399911', '-cmd|/c calc', '@SUM(A1)', '\t=1'])('%j is text, never a formula', async (text) => {
  const bytes = factsWorkbook(aCaseFile({ statements: [aStatement(1, 'fact', text, [{ ...aSource(1, 1), file: text, sheet: text }])] }))
  const files = await unpack(bytes)
  expect([...files.values()].join('')).not.toMatch(/<f[ >]/)
  const book = read(bytes, { type: 'array' })
  expect(book.Sheets['Feiten']?.['B2']).toMatchObject({ t: 's' })
  expect(book.Sheets['Feiten']?.['B2'].f).toBeUndefined()
})

test('never holds a BSN', async () => {
  const files = await unpack(factsWorkbook(aCaseFile({ statements: [aStatement(1, 'fact', 'Nummer 111222333.', [aSource(1, 1)])] })))
  expect([...files.values()].join('')).not.toContain('111222333')
})

test('is the same twice', async () => {
  const plain = async () => [...(await unpack(factsWorkbook(aCaseFile())))].filter(([name]) => !name.startsWith('docProps'))
  expect(await plain()).toEqual(await plain())
})

test('a text longer than a cell can hold is cut, and says so', () => {
  const [signal] = aCaseFile().signals
  if (!signal) throw new Error('a signal was expected')
  const told = sheetsOf(factsWorkbook(aCaseFile({ signals: [{ ...signal, content: 'x'.repeat(100_000) }] })))['Signalen']?.[0]?.['Inhoud zoals geleverd']
  expect([String(told).length, String(told).endsWith('past er niet in een cel)')]).toEqual([32_767, true])
})
