import { statSync } from 'node:fs'
import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import { buildSearch } from '../../electron/engine/link/search/index.ts'
import { cityKey } from '../../electron/engine/normalise/city.ts'
import { streetKey } from '../../electron/engine/normalise/street.ts'
import type { Writer } from '../../electron/engine/store/database.ts'
import { inBulk } from '../../electron/engine/store/records.ts'
import { addressUpserter } from '../../electron/engine/store/registers.ts'
import { timed } from './clock.ts'
import { nationalAddresses, type NationalRow } from './nationalAddresses.ts'
import { withStore } from './store.ts'
import { benchEngine, type BenchEngine } from './workshop.ts'

const SEED = 'landelijk 7'
/** Addresses that are kept to be looked for. */
const SAMPLE = 200
const NAMES = 'Jansen Vries Bakker Visser Smit Meijer Mulder Boer Groot Bos Vos Peters Hendriks Dekker Brouwer Wit Dijkstra Kramer Prins Blom'.split(' ')
const GIVEN = 'Anna Bram Carla Daan Eva Fatima Gijs Hanna Ivo Jan Karin Lotte Mila Noor Omar Piet Rosa Sem Tess Yusuf'.split(' ')
const TRADES = 'Bouw Horeca Transport Glas Techniek Beheer Vastgoed Handel Zorg Media Groen Interieur'.split(' ')

export interface NationalVault extends BenchEngine {
  addresses: number
  sample: NationalRow[]
  /** names of companies and persons that are in it */
  names: string[]
  /** seconds it took to fill */
  seconds: number
  bytes: number
}

/** A vault with a generated country in it, filled in bulk through the store the import uses, and ready to be searched. */
export async function nationalVault(name: string, size: { addresses: number; companies: number; persons: number }): Promise<NationalVault> {
  const engine = await benchEngine(name)
  const sample: NationalRow[] = []
  const names: string[] = []
  const { ms } = await timed(() =>
    withStore(engine, async (store) => {
      await store.writeAsync(async (writer) => {
        await inBulk(writer, 'address', size.addresses, async (added) => {
          // nothing was linked that an address could undo
          added()
          fillAddresses(writer, size.addresses, sample)
        })
        fillParties(writer, size, names)
        buildSearch(writer, { start: () => undefined, advance: () => undefined })
      })
      store.get('PRAGMA wal_checkpoint(TRUNCATE)')
    }),
  )
  await engine.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  return { ...engine, addresses: size.addresses, sample, names, seconds: ms / 1000, bytes: statSync(engine.file).size }
}

function fillAddresses(writer: Writer, total: number, sample: NationalRow[]): void {
  const upsert = addressUpserter(writer, { street: streetKey, city: cityKey })
  const each = Math.max(1, Math.floor(total / SAMPLE))
  let made = 0
  for (const row of nationalAddresses(total, SEED)) {
    upsert(row)
    if (made % each === 0 && sample.length < SAMPLE) sample.push(row)
    made += 1
  }
}

/** Companies and persons as the link stage leaves them, with names of which some words are frequent. */
function fillParties(writer: Writer, { companies, persons }: { companies: number; persons: number }, names: string[]): void {
  const random = makeRandom(SEED)
  const company = writer.prepare("INSERT INTO company (id, kvk, name, name_key, legal_form, sbi, sbi_version, lead_record) VALUES (?, ?, ?, ?, 'bv', '', '', 0)")
  for (let i = 1; i <= companies; i += 1) {
    const name = `${random.pick(NAMES)} ${random.pick(TRADES)} ${random.pick(TRADES).toLowerCase()}${i % 977} B.V.`
    company(i, 1_000_000 + i * 7, name, name.toLowerCase())
    if (i % 500 === 0) names.push(name)
  }
  const person = writer.prepare("INSERT INTO person (id, given_names, initials, prefix, family_name, birth_date, lead_record) VALUES (?, ?, ?, ?, ?, '1980-01-01', 0)")
  for (let i = 1; i <= persons; i += 1) {
    const [given, prefix, family] = [random.pick(GIVEN), random.chance(0.3) ? 'van der' : '', `${random.pick(NAMES)}${['', 'ma', 'stra', 'sen'][i % 4] ?? ''}`]
    person(i, given, given.slice(0, 1), prefix, family)
    if (i % 2000 === 0) names.push([given, prefix, family].filter((part) => part !== '').join(' '))
  }
}
