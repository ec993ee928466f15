import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { suggest } from '../../../electron/engine/catalogue/search/index.ts'
import { quantile, timeEach } from '../clock.ts'
import { measured, type Goal, type Group, type Measurement } from '../measurement.ts'
import { nationalVault, type NationalVault } from '../nationalVault.ts'
import { withStore } from '../store.ts'
import { workshop } from '../workshop.ts'

const TOWN = 300_000
const COUNTRY = 10_000_000
/** what is typed letter by letter */
const TEXTS = 60
const HITS = 12
/** fewer say nothing about the slowest in a hundred */
const FEWEST_KEYS = 100

/** Search through the contract, log line included: a town with its companies and persons, and every address of the country. */
export const search: Group = {
  name: 'zoeken',
  async *measure(size) {
    const isFull = size === 'vol'
    const town = await nationalVault('zoeken-stad', isFull ? { addresses: TOWN, companies: 40_000, persons: 300_000 } : { addresses: 30_000, companies: 4000, persons: 30_000 })
    yield* typing(town, 'met bedrijven en personen', { of: 'value', must: 'at most', figure: 30, words: '≤ 30 ms bij 300.000 adressen', applies: isFull })
    const country = await nationalVault('zoeken-land', { addresses: isFull ? COUNTRY : 200_000, companies: 0, persons: 0 })
    const of = adressen(country)
    yield measured('zoeken', `kluis vullen in bulk, indexen en zoekindex inbegrepen, ${of}`, { value: country.seconds, unit: 's' })
    yield measured('zoeken', `bytes per adres in de kluis, indexen inbegrepen, ${of}`, {
      value: country.bytes / country.addresses, unit: 'bytes', goal: { of: 'value', must: 'at most', figure: 250, words: '≤ 250 bytes', applies: isFull },
    })
    yield* exact(country, isFull)
    yield* typing(country, 'alleen adressen', { of: 'value', must: 'at most', figure: 10, words: '≤ 10 ms bij 10.000.000 adressen', applies: isFull })
    yield* whileBusy(country, isFull)
  },
}

function adressen({ addresses }: NationalVault): string {
  return `${addresses.toLocaleString('nl-NL')} adressen`
}

function ask(vault: NationalVault, text: string): Promise<unknown> {
  return vault.ask('search.suggest', { text, kinds: [], limit: HITS })
}

/** What analysts type: addresses with and without city and postcode, postcodes with numbers, words in another order, a typing mistake, names. */
function keystrokes({ sample, names }: NationalVault): string[] {
  const rows = spread(sample, names.length === 0 ? TEXTS : TEXTS / 2)
  const forms = rows.flatMap((row, i) => {
    const [, road = '', place = '', number = '', letter = '', , postcode = ''] = row.map((value) => String(value ?? ''))
    const all = [
      `${road} ${number} ${place}`, `${postcode} ${number}${letter}`, `${road} ${number}`, `${place} ${road} ${number}`, `${road.slice(0, 3)}${road.slice(4)} ${place}`,
      `${road} ${number}${letter}, ${postcode.slice(0, 4)} ${postcode.slice(4)} ${place}`, `${road} ${number} ${postcode}`,
    ]
    return [all[i % all.length] ?? '', ...(names.length === 0 ? [] : [names[i % names.length] ?? ''])]
  })
  return forms.flatMap((text) => [...text].flatMap((_, i) => (i > 0 ? [text.slice(0, i + 1)] : [])))
}

/** So many of a list, from all over it. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count))
  return list.filter((_, i) => i % step === 0).slice(0, count)
}

async function* typing(vault: NationalVault, what: string, goal: Goal): AsyncGenerator<Measurement> {
  const keys = keystrokes(vault)
  await timeEach(keys.slice(0, 60), (text) => ask(vault, text))
  const before = process.cpuUsage()
  const times = await timeEach(keys, (text) => ask(vault, text))
  const { user, system } = process.cpuUsage(before)
  yield measured('zoeken', `toets tot antwoord, p99, ${what}, ${adressen(vault)}`, { value: quantile(times, 0.99), unit: 'ms', goal })
  yield measured('zoeken', `toets tot antwoord, mediaan, ${what}, ${adressen(vault)}`, { value: quantile(times, 0.5), unit: 'ms' })
  yield measured('zoeken', `rekentijd per toets, gemiddeld, ${what}, ${adressen(vault)}`, { value: (user + system) / 1000 / keys.length, unit: 'ms' })
}

/** The look-up itself, and through the contract, where each leaves a line in the log that is on the disk before the answer goes out. */
async function* exact(vault: NationalVault, isFull: boolean): AsyncGenerator<Measurement> {
  const texts = [...vault.sample, ...vault.sample].map((row) => `${String(row[6])} ${String(row[3])}`)
  const wish = (text: string) => ({ text, kinds: ['address' as const], limit: HITS, area: '' })
  const bare = await withStore(vault, async (store) => {
    await timeEach(texts.slice(0, 50), (text) => suggest({ store }, wish(text)))
    return timeEach(texts, (text) => suggest({ store }, wish(text)))
  })
  yield measured('zoeken', `postcode met huisnummer tot adres in de index, p99, ${adressen(vault)}`, {
    value: quantile(bare, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 1, words: '≤ 1 ms bij 10.000.000 adressen', applies: isFull },
  })
  const times = await timeEach(texts, (text) => vault.ask('search.suggest', wish(text)))
  yield measured('zoeken', `hetzelfde door het contract, met de logregel op schijf, p99, ${adressen(vault)}`, { value: quantile(times, 0.99), unit: 'ms' })
  yield measured('zoeken', `hetzelfde door het contract, met de logregel op schijf, mediaan, ${adressen(vault)}`, { value: quantile(times, 0.5), unit: 'ms' })
}

/** The same typing while the worker takes a delivery in, and while it links and makes the search index anew. */
async function* whileBusy(vault: NationalVault, isFull: boolean): AsyncGenerator<Measurement> {
  await vault.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
  const file = vault.grant(writeDelivery(isFull ? 400_000 : 40_000))
  const { sheets } = await vault.ask('sources.inspect', { file })
  const proposals = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, kind: 'signal', supplier: 'Meetbank' }] : []))
  const importing = vault.ask('sources.import', { file, sheets: proposals })
  // an import belongs to the management of data, looking to a case; the job keeps the purpose it began with
  await vault.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  const goal: Goal = { of: 'value', must: 'at most', figure: 25, words: '≤ 25 ms bij 10.000.000 adressen', applies: isFull }
  for (const [what, job] of [['een inname', () => importing], ['koppelen en het opbouwen van de zoekindex', () => vault.ask('link.run', {})]] as const) {
    const times = await typeDuring(vault, job())
    yield measured('zoeken', `toets tot antwoord tijdens ${what}, p99 van ${times.length} toetsen, ${adressen(vault)}`, { value: quantile(times, 0.99), unit: 'ms', goal })
  }
}

/** Types until the job is done. @throws when it is over before enough was typed to say anything */
async function typeDuring(vault: NationalVault, job: Promise<unknown>): Promise<number[]> {
  const keys = keystrokes(vault)
  const times: number[] = []
  let isBusy = true
  const done = job.finally(() => (isBusy = false))
  for (let i = 0; isBusy; i += 1) {
    times.push(...(await timeEach([keys[i % keys.length] ?? ''], (text) => ask(vault, text))))
    // between two keys the engine hears what its worker has to say
    await setImmediate()
  }
  await done
  if (times.length < FEWEST_KEYS) throw new Error(`only ${times.length} keys were typed while the job ran`)
  return times
}

function writeDelivery(rows: number): string {
  const path = workshop('tijdens.csv')
  const lines = Array.from({ length: rows }, (_, i) => `S-${i};overlast;hennep;2025-01-02;coördinator;Dorpsstraat;${(i % 300) + 1};13${11 + (i % 50)} AB;Almere`)
  writeFileSync(path, `Signaalnummer;Soort signaal;Fenomeen;Waarnemingsdatum;Contactfunctie;Straatnaam;Huisnummer;Postcode;Woonplaats\n${lines.join('\n')}\n`)
  return path
}
