import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoRow } from './files/file.ts'
import { phenomena, type PlantedPhenomenon } from './world/plan.ts'
import type { World } from './world/world.ts'

/**
 * What the rows of one sheet really mean. `bags` is the BAG address a row has to be matched to, 0 where no match may be made
 * without a human; rows in `optional` may be matched to it or be left.
 */
export interface SheetTruth {
  file: string
  sheet: string
  kind: string
  addresses: { rows: number[]; bags: number[]; optional: number[] }
  people: { rows: number[]; people: string[] }
  companies: { rows: number[]; kvk: number[] }
}

/** What is planted and what belongs together; never delivered to an import. */
export interface DemoTruth {
  size: number
  seed: number
  sheets: SheetTruth[]
  areas: Record<PlantedPhenomenon, string[]>
  branches: Record<PlantedPhenomenon, string[]>
  /** buurten where companies stay for years */
  quiet: string[]
  networks: { kind: string; story: string; addresses: number[]; companies: number[]; people: string[] }[]
}

export function startSheet(file: string, sheet: string, kind: string): SheetTruth {
  return { file, sheet, kind, addresses: { rows: [], bags: [], optional: [] }, people: { rows: [], people: [] }, companies: { rows: [], kvk: [] } }
}

/** Notes what a written row means. */
export function noteRow(truth: SheetTruth, line: number, row: DemoRow): void {
  if (row.address) {
    truth.addresses.rows.push(line)
    truth.addresses.bags.push(row.address.bag)
    if (row.address.isOptional) truth.addresses.optional.push(line)
  }
  if (row.person) {
    truth.people.rows.push(line)
    truth.people.people.push(row.person.number)
  }
  if (row.company) {
    truth.companies.rows.push(line)
    truth.companies.kvk.push(row.company.kvk)
  }
}

export function truthOf(world: World, size: number, seed: number, sheets: SheetTruth[]): DemoTruth {
  const [hennep, vastgoed, witwassen] = phenomena
  const areas = (phenomenon: PlantedPhenomenon) => world.plan.areas[phenomenon].map((area) => area.code)
  const branches = (phenomenon: PlantedPhenomenon) => world.plan.branches[phenomenon].map((branch) => branch.sbi2008)
  return {
    size,
    seed,
    sheets,
    areas: { hennep: areas(hennep), vastgoed: areas(vastgoed), witwassen: areas(witwassen) },
    branches: { hennep: branches(hennep), vastgoed: branches(vastgoed), witwassen: branches(witwassen) },
    quiet: world.plan.quiet.map(({ code }) => code),
    networks: world.networks.map(({ kind, story, addresses, companies, people }) => ({
      kind, story, addresses: addresses.map((address) => address.bag), companies: companies.map((company) => company.kvk), people: people.map((person) => person.number),
    })),
  }
}

/** Writes the truth beside the deliveries, for whoever measures. */
export function writeTruth(folder: string, truth: DemoTruth): void {
  mkdirSync(folder, { recursive: true })
  const { sheets, ...planted } = truth
  writeFileSync(join(folder, 'gepland.json'), `${JSON.stringify(planted, null, 2)}\n`)
  writeLines(join(folder, 'adressen.csv'), 'bestand;blad;rij;nummeraanduiding;mag_ontbreken', sheets, ({ file, sheet, addresses }) => {
    const optional = new Set(addresses.optional)
    return addresses.rows.map((row, i) => `${file};${sheet};${row};${String(addresses.bags[i] ?? 0).padStart(16, '0')};${optional.has(row) ? 'ja' : 'nee'}`)
  })
  writeLines(join(folder, 'personen.csv'), 'bestand;blad;rij;persoon', sheets, ({ file, sheet, people }) => people.rows.map((row, i) => `${file};${sheet};${row};${people.people[i] ?? ''}`))
  writeLines(join(folder, 'bedrijven.csv'), 'bestand;blad;rij;kvk', sheets, ({ file, sheet, companies }) => companies.rows.map((row, i) => `${file};${sheet};${row};${String(companies.kvk[i] ?? 0).padStart(8, '0')}`))
}

function writeLines(path: string, heading: string, sheets: readonly SheetTruth[], linesOf: (sheet: SheetTruth) => string[]): void {
  writeFileSync(path, `${heading}\n`)
  for (const sheet of sheets) writeFileSync(path, linesOf(sheet).map((line) => `${line}\n`).join(''), { flag: 'a' })
}

/** One line of the truth as written: which row, and the address, person or company it means. */
export interface TruthRow {
  file: string
  sheet: string
  row: number
  value: string
  mayMiss: boolean
}

/** Reads back what {@link writeTruth} wrote. */
export function* readTruthRows(path: string): Generator<TruthRow> {
  const lines = readFileSync(path, 'utf8').split('\n')
  for (let i = 1; i < lines.length; i += 1) {
    const [file = '', sheet = '', row = '', value = '', mayMiss] = (lines[i] ?? '').split(';')
    if (value !== '') yield { file, sheet, row: Number(row), value, mayMiss: mayMiss === 'ja' }
  }
}
