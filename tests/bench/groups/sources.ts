import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import * as XLSX from 'xlsx'
import { best, timed } from '../clock.ts'
import { watchMemory } from '../memory.ts'
import { measured, type Group } from '../measurement.ts'
import { importPlain } from '../sqlite.ts'
import { benchEngine, workshop, type BenchEngine } from '../workshop.ts'

const headings = ['Signaalnummer', 'Soort signaal', 'Fenomeen', 'Waarnemingsdatum', 'Ontvangstdatum', 'Contactfunctie', 'KvK', 'Straatnaam', 'Huisnummer', 'Toevoeging', 'Postcode', 'Woonplaats']

export const sources: Group = {
  name: 'bronnen',
  async *measure(size) {
    const engine = await benchEngine('bronnen')
    await engine.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
    const rows = size === 'vol' ? 1_000_000 : 100_000
    const csv = writeSignals(rows)
    const plain = await importPlain(csv, workshop('bronnen.sqlite'), ';', ['Signaalnummer', 'KvK', 'Postcode'])
    const watch = watchMemory(process.pid)
    const taken = await takeIn(engine, csv)
    const memory = watch.stop()
    yield measured('bronnen', `CSV van ${rows.toLocaleString('nl-NL')} rijen versleuteld inlezen, gecontroleerd en met herkomst`, {
      value: taken / 1000,
      unit: 's',
      reference: { name: plain.name, value: plain.ms / 1000 },
      goal: { of: 'ratio', must: 'at most', figure: 4, words: '≤ 4×' },
    })

    if (memory !== null) {
      const goal = { of: 'value', must: 'at most', figure: 600, words: '≤ 600 MB bij 1.000.000 rijen', applies: size === 'vol' } as const
      yield measured('bronnen', 'geheugen op het hoogst tijdens dat inlezen, met de meetbank erbij', { value: memory, unit: 'MB', goal })
    }

    const lines = size === 'vol' ? 200_000 : 20_000
    const book = writeWorkbook(lines)
    const bare = await best(1, () => XLSX.read(readFileSync(book), { dense: true }))
    const read = await takeIn(engine, book)
    yield measured('bronnen', `XLSX van ${lines.toLocaleString('nl-NL')} × ${headings.length} inlezen`, {
      value: read / 1000, unit: 's', reference: { name: 'alleen ontleden met SheetJS', value: bare / 1000 },
    })
    yield measured('bronnen', 'XLSX: seconden per miljoen cellen', {
      value: read / 1000 / ((lines * headings.length) / 1e6), unit: 's',
      goal: { of: 'value', must: 'at most', figure: 3, words: '≤ 3 s per miljoen cellen', applies: size === 'vol' },
    })
  },
}

/** Milliseconds of the import alone; looking at the file beforehand is not counted. */
async function takeIn(engine: BenchEngine, path: string): Promise<number> {
  const file = engine.grant(path)
  const { sheets } = await engine.ask('sources.inspect', { file })
  const proposals = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, kind: 'signal', supplier: 'Meetbank' }] : []))
  const { ms, value } = await timed(() => engine.ask('sources.import', { file, sheets: proposals }))
  if (value.sheets.some((sheet) => sheet.refused > sheet.rowsRead / 100)) throw new Error('the bench file was refused')
  return ms
}

function cellsOf(i: number): (string | number)[] {
  const day = `${String((i % 28) + 1).padStart(2, '0')}-${String((i % 12) + 1).padStart(2, '0')}-202${i % 6}`
  return [`S-${i}`, 'Vermoeden hennepkwekerij', 'hennep', day, day, 'regisseur ondermijning', `099${String(i % 100_000).padStart(5, '0')}`, `Lindenstraat`, (i % 300) + 1, i % 9 === 0 ? 'A' : '', `13${String(11 + (i % 50))} AB`, 'Almere']
}

function writeSignals(rows: number): string {
  const path = workshop('signalen.csv')
  const handle = openSync(path, 'w')
  writeSync(handle, `${headings.join(';')}\n`)
  for (let i = 0; i < rows; i += 10_000) writeSync(handle, Array.from({ length: Math.min(10_000, rows - i) }, (_, j) => `${cellsOf(i + j).join(';')}\n`).join(''))
  closeSync(handle)
  return path
}

function writeWorkbook(rows: number): string {
  const path = workshop('signalen.xlsx')
  const sheet = XLSX.utils.aoa_to_sheet([headings, ...Array.from({ length: rows }, (_, i) => cellsOf(i))], { dense: true })
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Signalen')
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  writeFileSync(path, bytes)
  return path
}
