import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { projectRoot } from '../../../electron/cli/runtime.ts'
import { openWorkbook } from '../../../electron/engine/import/openWorkbook.ts'
import { surveyFile } from '../../../electron/engine/import/survey.ts'
import { matchRecords } from '../../../electron/engine/link/matchRecords.ts'
import { makePace } from '../../../electron/engine/link/pace.ts'
import type { Writer } from '../../../electron/engine/store/database.ts'
import { best, timed } from '../clock.ts'
import { writeExtract } from '../files/extract.ts'
import { cellsOf, headings, writeAddresses, writeLines } from '../files/signals.ts'
import { writeWorkbook } from '../files/workbook.ts'
import { peakOfImport } from '../importAlone.ts'
import { measured, type Group, type Measurement, type Size } from '../measurement.ts'
import { importPlain } from '../sqlite.ts'
import { withStore } from '../store.ts'
import { benchEngine, workshop, type BenchEngine } from '../workshop.ts'

const GROUP = 'bronnen'
/** The kind of the bench's files, as the command line calls it. */
const KIND = 'signalen'
const inDutch = (value: number): string => value.toLocaleString('nl-NL')
const MEMORY_GOAL = (applies: boolean) => ({ of: 'value', must: 'at most', figure: 600, words: '≤ 600 MB bij 1.000.000 rijen', applies }) as const

export const sources: Group = {
  name: GROUP,
  async *measure(size) {
    const engine = await benchEngine('bronnen')
    await engine.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
    yield* measureCsv(engine, size)
    yield* measureWorkbook(size)
    yield* measureExtract(size)
    if (size === 'vol') yield* measureLargeWorkbook(engine)
  },
}

async function* measureCsv(engine: BenchEngine, size: Size): AsyncGenerator<Measurement> {
  const rows = size === 'vol' ? 1_000_000 : 100_000
  const csv = writeLines('signalen.csv', headings, rows, cellsOf)
  await takeIn(engine, writeAddresses(), 'address')
  await withStore(engine, (store) => store.write(addEqualIndexes))
  const plain = await importPlain(csv, workshop('bronnen.sqlite'), ';', ['Signaalnummer', 'KvK', 'Postcode'])
  const reference = { name: plain.name, value: plain.ms / 1000 }
  const taken = await takeIn(engine, csv, 'signal')
  yield measured(GROUP, `CSV van ${inDutch(rows)} rijen versleuteld inlezen, gecontroleerd en met herkomst`, {
    value: taken / 1000, unit: 's', reference, goal: { of: 'ratio', must: 'at most', figure: 4, words: '≤ 4×' },
  })
  const memory = await peakOfImport(csv, KIND)
  if (memory !== null) yield measured(GROUP, 'geheugen op het hoogst bij hetzelfde op de opdrachtregel', { value: memory, unit: 'MB', goal: MEMORY_GOAL(size === 'vol') })
  const matched = await withStore(engine, (store) => timed(() => store.write((writer) => matchRecords(writer, makePace({ report: () => undefined, checkCancelled: () => undefined })))))
  yield measured(GROUP, `hetzelfde, met de adressen gekoppeld (${inDutch(matched.value.counts.exact)} exact)`, {
    value: (taken + matched.ms) / 1000, unit: 's', reference, goal: { of: 'ratio', must: 'at most', figure: 8, words: '≤ 8×' },
  })
}

/** The indexes of the reference, on the same columns; those the vault has of its own come on top. */
function addEqualIndexes(writer: Writer): void {
  for (const column of ['signal_number', 'kvk', 'given_postcode']) writer.run(`CREATE INDEX bench_${column} ON signal_record (${column})`)
}

async function* measureWorkbook(size: Size): AsyncGenerator<Measurement> {
  const rows = size === 'vol' ? 200_000 : 20_000
  const applies = size === 'vol'
  const book = await writeWorkbook(rows)
  const bare = await best(RUNS, () => countRows(book))
  const taken = await leastToTakeIn(book)
  const name = `XLSX van ${inDutch(rows)} × ${headings.length}`
  yield measured(GROUP, `${name} inlezen`, {
    value: taken / 1000, unit: 's', reference: { name: 'alleen ontleden met dezelfde lezer', value: bare / 1000 }, goal: { of: 'ratio', must: 'at most', figure: 1.5, words: '≤ 1,5×', applies },
  })
  yield measured(GROUP, `${name}: seconden per miljoen cellen`, {
    value: taken / 1000 / ((rows * headings.length) / 1e6), unit: 's', goal: { of: 'value', must: 'at most', figure: 3, words: '≤ 3 s per miljoen cellen', applies },
  })
  if (size === 'vol') return
  const whole = await best(1, () => XLSX.read(readFileSync(book), { dense: true }))
  yield measured(GROUP, `${name} alleen ontleden`, { value: bare / 1000, unit: 's', reference: { name: 'SheetJS', value: whole / 1000 } })
}

async function* measureLargeWorkbook(engine: BenchEngine): AsyncGenerator<Measurement> {
  const rows = 1_000_000
  const book = await writeWorkbook(rows)
  const taken = await takeIn(engine, book, 'signal')
  const memory = await peakOfImport(book, KIND)
  yield measured(GROUP, `XLSX van ${inDutch(rows)} × ${headings.length} inlezen`, { value: taken / 1000, unit: 's' })
  if (memory !== null) yield measured(GROUP, 'geheugen op het hoogst bij hetzelfde op de opdrachtregel', { value: memory, unit: 'MB' })
}

/** Measured in processor time, because unpacking runs beside the reading. */
async function* measureExtract(size: Size): AsyncGenerator<Measurement> {
  const { path, bytes } = await writeExtract(size === 'vol' ? 300_000 : 20_000)
  const megabytes = bytes / 1_000_000
  const from = process.cpuUsage()
  await countRows(path)
  const { user, system } = process.cpuUsage(from)
  yield measured(GROUP, `BAG-extract van ${Math.round(megabytes)} MB XML lezen, per seconde rekentijd`, {
    value: megabytes / ((user + system) / 1_000_000), unit: 'MB/s', goal: { of: 'value', must: 'at least', figure: 30, words: '≥ 30 MB/s XML per kern' },
  })
}

/** Reads a file and does nothing with it. */
async function countRows(path: string): Promise<number> {
  const workbook = await openWorkbook(path, await surveyFile(path, () => undefined))
  let rows = 0
  for (const { name } of workbook.sheets) await workbook.read(name, { row: () => (rows += 1) > 0, bad: () => undefined, beat: () => undefined })
  await workbook.close()
  return rows
}

/** Both sides of a comparison are the best of so many runs. */
const RUNS = 2

/** The least milliseconds to take a file in, each time into a vault that does not know it. */
async function leastToTakeIn(path: string): Promise<number> {
  let least = Infinity
  // a thread of the product reads one file; here it reads all sources of the engine, which takes about as long when they are kept compiled
  process.env['NODE_COMPILE_CACHE'] = join(projectRoot, '.cache', 'compile')
  for (let run = 1; run <= RUNS; run += 1) {
    const engine = await benchEngine(`werkmap-${run}`)
    await engine.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
    least = Math.min(least, await takeIn(engine, path, 'signal'))
  }
  delete process.env['NODE_COMPILE_CACHE']
  return least
}

/** Milliseconds of the import alone; looking at the file beforehand is not counted. */
async function takeIn(engine: BenchEngine, path: string, kind: string): Promise<number> {
  const file = engine.grant(path)
  const { sheets } = await engine.ask('sources.inspect', { file })
  const proposals = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, kind, supplier: 'Meetbank', follows: null }] : []))
  const { ms, value } = await timed(() => engine.ask('sources.import', { file, sheets: proposals }))
  if (value.sheets.some((sheet) => sheet.refused > sheet.rowsRead / 100)) throw new Error('the bench file was refused')
  return ms
}
