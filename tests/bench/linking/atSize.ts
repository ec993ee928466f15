import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { countedRows } from '../../../electron/engine/link/countedPersons.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { watchMemory } from '../memory.ts'
import { measured, type Measurement, type Size } from '../measurement.ts'
import { workshop } from '../workshop.ts'
import { makeTown, type PersonTownRow } from './town.ts'
import { addLater, fillTown } from './townVault.ts'

const GROUP = 'koppelen'
const TODAY = '2026-11-01'
/** One row in so many comes later, as a delivery of its own. */
const LATER = 90
const ADDRESSES: Record<Size, number> = { klein: 18_000, vol: 330_000 }
/** What the issue asks of a million rows, and of ten thousand added to them. */
const ASKED = { rows: 1_000_000, seconds: 60, megabytes: 1_536, added: 2 }
const Took = z.object({ all: z.number(), joining: z.number(), processor: z.number() })

/** Linking the registers of a large town, and then a delivery to them; the goal of a smaller town is its share of what is asked. */
export async function* atSize(size: Size): AsyncGenerator<Measurement> {
  const { addresses, persons: all, companies, officers } = makeTown(ADDRESSES[size], 12)
  const persons = withinStep(all)
  const isLater = (_: PersonTownRow, i: number): boolean => i % LATER === 0
  const later = persons.filter(isLater)
  const vault = { file: workshop('omvang.kluis'), key: randomBytes(48) }
  mkdirSync(workshop(), { recursive: true })
  inVault(vault, (store) => {
    migrate(store, readMigrations('vault'))
    store.write((writer) => fillTown(writer, { addresses, persons: persons.filter((row, i) => !isLater(row, i)), companies, officers }))
  })
  const rows = persons.length - later.length + companies.length + officers.length
  const share = Math.min(1, rows / ASKED.rows)
  const number = (value: number): string => value.toLocaleString('nl-NL', { maximumFractionDigits: 2 })
  const atMost = (figure: number, unit: string) => ({ of: 'value' as const, must: 'at most' as const, figure, words: `≤ ${number(figure)} ${unit}` })
  const child = linkInChild(vault)
  const watch = watchMemory(child.pid)
  const [whole, megabytes] = [await child.took, watch.stop()]
  const what = `${number(rows)} rijen, personen, bedrijven en functies`
  yield measured(GROUP, `${what}, alles samengevoegd`, { value: whole.joining, unit: 's', goal: atMost(ASKED.seconds * share, 's') })
  yield measured(GROUP, `${what}: met adressen, netwerk en zoekindex`, { value: whole.all, unit: 's' })
  yield measured(GROUP, `${what}: processortijd daarvan`, { value: whole.processor, unit: 's' })
  if (megabytes !== null) yield measured(GROUP, `${what}: hoogste geheugen`, { value: megabytes, unit: 'MB', goal: atMost(ASKED.megabytes, 'MB') })
  inVault(vault, (store) => store.write((writer) => addLater(writer, addresses, later)))
  // whoever looks how much memory a process holds keeps it from its work meanwhile, which counts where that takes a second or two
  const added = await linkInChild(vault).took
  const addition = `${number(later.length)} rijen van personen bij die ${number(rows)}`
  yield measured(GROUP, `${addition} samengevoegd`, { value: added.joining, unit: 's', reference: { name: 'alles samengevoegd', value: whole.joining }, goal: atMost(ASKED.added, 's') })
  yield measured(GROUP, `${addition}: met adressen, netwerk en zoekindex`, { value: added.all, unit: 's', reference: { name: 'alles gekoppeld', value: whole.all } })
  yield measured(GROUP, `${addition}: processortijd daarvan`, { value: added.processor, unit: 's' })
}

/** Without the last rows where the later ones would reach a next step of what is counted (countedPersons.ts): then, once in ten per cent of growth, all is joined anew. */
function withinStep(persons: readonly PersonTownRow[]): readonly PersonTownRow[] {
  const counted = countedRows(persons.length)
  return countedRows(persons.length - Math.ceil(persons.length / LATER)) === counted ? persons : persons.slice(0, counted - 1)
}

interface VaultFile {
  file: string
  key: Uint8Array
}

function inVault({ file, key }: VaultFile, work: (store: Store) => void): void {
  const store = openDatabase(file, key, 'job')
  try {
    work(store)
  } finally {
    store.close()
  }
}

/** @returns the process, and what it took when it has ended */
function linkInChild({ file, key }: VaultFile): { pid: number; took: Promise<z.infer<typeof Took>> } {
  const script = join(import.meta.dirname, 'sizeChild.ts')
  const child = spawn(process.execPath, [script, file, Buffer.from(key).toString('hex'), TODAY], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = Promise.all([text(child.stdout), once(child, 'close')])
  return { pid: child.pid ?? 0, took: ended.then(([said]) => Took.parse(JSON.parse(said))) }
}
