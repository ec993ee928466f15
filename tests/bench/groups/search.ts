import type { EntityKind } from '#shared/model/entity.ts'
import { makeRandom } from '../../../electron/engine/demo/world/random.ts'
import { makeWorld } from '../../../electron/engine/demo/world/world.ts'
import { quantile, timeEach } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { demoVault, plainDatabase, type DemoVault } from '../workshop.ts'

const KINDS: EntityKind[] = ['address', 'company', 'person']
const TYPED = 60

export const search: Group = {
  name: 'zoeken',
  async *measure(size) {
    const vault = await demoVault(size)
    const words = wordsOf(vault)
    const keystrokes = words.flatMap((text) => [...text].flatMap((_, i) => (i > 0 ? [text.slice(0, i + 1)] : [])))
    await timeEach(keystrokes.slice(0, 50), (text) => vault.ask('search.suggest', { text, kinds: KINDS, limit: 12 }))
    const times = await timeEach(keystrokes, (text) => vault.ask('search.suggest', { text, kinds: KINDS, limit: 12 }))
    const plain = plainSearch(vault)
    const bare = await timeEach(keystrokes, plain)
    const of = `${vault.addresses.toLocaleString('nl-NL')} adressen`
    yield measured('zoeken', `toets tot antwoord, p99, ${of}`, {
      value: quantile(times, 0.99),
      unit: 'ms',
      reference: { name: 'kale voorvoegselzoeking in FTS5 over adressen, onversleuteld, p99', value: quantile(bare, 0.99) },
      goal: { of: 'value', must: 'at most', figure: 30, words: '≤ 30 ms bij 300.000 adressen', applies: vault.addresses === 300_000 },
    })
    yield measured('zoeken', `toets tot antwoord, mediaan, ${of}`, { value: quantile(times, 0.5), unit: 'ms', reference: { name: 'dezelfde kale zoeking, mediaan', value: quantile(bare, 0.5) } })
  },
}

/** What analysts type: addresses, postcodes with numbers, companies, numbers and names. */
function wordsOf({ addresses }: DemoVault): string[] {
  const world = makeWorld(addresses, 7)
  const random = makeRandom('toetsaanslagen')
  return Array.from({ length: TYPED }, (_, i) => {
    const address = random.pick(world.addresses)
    const company = random.pick(world.companies)
    const person = random.pick(world.people)
    const forms = [`${address.street} ${address.number}`, `${address.postcode} ${address.number}`, company.name, String(company.kvk).padStart(8, '0'), `${person.givenNames.split(' ')[0] ?? ''} ${person.familyName}`]
    return forms[i % forms.length] ?? ''
  })
}

/** The least an index can do: every word of the address as a prefix, no encryption, no log, no other kinds. */
function plainSearch({ addresses }: DemoVault): (text: string) => unknown[] {
  const database = plainDatabase('zoeken')
  database.exec("CREATE VIRTUAL TABLE woord USING fts5 (tekst, prefix = '2 3')")
  const insert = database.prepare('INSERT INTO woord VALUES (?)')
  database.transaction(() => {
    for (const { street, number, letter, suffix, postcode } of makeWorld(addresses, 7).addresses) insert.run(`${street} ${number}${letter}${suffix} ${postcode}`)
  })()
  const find = database.prepare('SELECT tekst FROM woord WHERE woord MATCH ? LIMIT 12')
  return (text) => {
    const terms = text.split(/[^\p{L}\p{N}]+/u).filter((term) => term !== '')
    return terms.length === 0 ? [] : find.all(terms.map((term) => `"${term}"*`).join(' '))
  }
}
