import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Progress } from '#shared/contract/events.ts'
import { resourcePath } from '../resources.ts'
import { inspectionsFile, measuresFiles, permitsFile } from './files/casework.ts'
import { writeCsv } from './files/csv.ts'
import type { DemoFile, DemoRow } from './files/file.ts'
import { areaFiles, bagFile, landFiles, newBuildingsFile, populationFile } from './files/registers.ts'
import { signalFiles } from './files/signals.ts'
import { newCompaniesFile, officesFile, tradeRegisterFile } from './files/trade.ts'
import { writeWorkbook } from './files/workbook.ts'
import { makeWritings } from './files/writing.ts'
import { noteRow, startSheet, truthOf, type DemoTruth, type SheetTruth } from './truth.ts'
import { makeRandom } from './world/random.ts'
import { makeWorld } from './world/world.ts'

export interface DemoSize {
  /** 200 to 300,000 */
  addresses: number
  seed: number
}

/** A delivery as written, with what an import has to be told about it. */
export interface WrittenFile {
  path: string
  /** path within the folder */
  name: string
  supplier: string
  kind: string
}

export interface WrittenDemo {
  files: WrittenFile[]
  truth: DemoTruth
}

/**
 * Writes the deliveries of the demo municipality: registers, departments and outlines, each as its own department would.
 * The same size and seed give the same bytes.
 * @param report hears what is thought up, and of each file how many rows are written; throw to stop
 */
export function writeDemo(folder: string, { addresses, seed }: DemoSize, report: (progress: Progress) => void = () => undefined): WrittenDemo {
  const world = makeWorld(addresses, seed, (part, done, total) => report({ step: `Demogemeente bedenken: ${part}`, done, total }))
  const writingBy = makeWritings(world)
  const writing = (name: string) => writingBy(makeRandom(`demobestanden ${seed} ${addresses} ${name}`))
  const files: DemoFile[] = [
    ...areaFiles(), bagFile(writing('bag')), newBuildingsFile(writing('nieuwbouw')), populationFile(writing('brp')), tradeRegisterFile(writing('handelsregister')),
    newCompaniesFile(writing('inschrijvingen')), officesFile(writing('functies')), ...landFiles(writing('kadaster')), permitsFile(writing('vergunningen')),
    inspectionsFile(writing('controles')), ...measuresFiles(writing('maatregelen')), ...signalFiles(writing('signalen')),
  ]
  const sheets: SheetTruth[] = []
  const written = files.map((file, i) => {
    const path = join(folder, ...file.name.split('/'))
    mkdirSync(dirname(path), { recursive: true })
    sheets.push(...writeFile(path, file, (rows) => report({ step: `Bestand ${i + 1} van ${files.length} schrijven: ${file.name}`, done: rows, total: null })))
    return { path, name: file.name, supplier: file.supplier, kind: file.kind }
  })
  return { files: written, truth: truthOf(world, addresses, seed, sheets) }
}

/** Rows between two reports. */
const REPORT_EVERY = 2_000

function writeFile(path: string, file: DemoFile, report: (rows: number) => void): SheetTruth[] {
  const truths = file.sheets.filter((sheet) => !sheet.isHidden).map((sheet) => startSheet(file.name, sheet.name, file.kind))
  let rows = 0
  report(rows)
  const note = (sheet: string, line: number, row: DemoRow): void => {
    rows += 1
    if (rows % REPORT_EVERY === 0) report(rows)
    const truth = truths.find((one) => one.sheet === sheet)
    if (truth) noteRow(truth, line, row)
  }
  if (file.form.type === 'copy') copyFileSync(resourcePath(...file.form.resource), path)
  else if (file.form.type === 'csv') writeCsv(path, file, file.form, note)
  else writeWorkbook(path, file, note)
  return truths
}
