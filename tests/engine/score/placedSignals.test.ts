import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginCounting, type Counted } from '../../../electron/engine/score/count.ts'
import { noMemory, openMemory, type CountMemory } from '../../../electron/engine/score/countMemory.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import type { Reader, Store, Writer } from '../../../electron/engine/store/database.ts'
import { deliveredKinds } from '../../../electron/engine/store/scoreInputs.ts'
import { addRecord } from '../../fixtures/register.ts'
import { fillTown } from '../../fixtures/scoreTown.ts'
import { preparedStore } from '../../fixtures/vault.ts'

/** Two buurten, with at every third address one company and at the first two. */
function fill(store: Store): void {
  fillTown(store, (town) => {
    for (const code of ['BU00340101', 'BU00340102']) {
      const area = town.area(code, code, 'WK003401')
      const homes = Array.from({ length: 6 }, () => town.address(area))
      for (const at of [0, 0, 3]) town.company(homes[at] ?? null, ['56101', '62010', '41201'][at % 2] ?? '')
      for (const address_id of homes.slice(0, 4)) town.record('signal_record', { address_id, phenomenon: 'hennep', received: '2026-03-01' })
    }
  })
}

/** Something that happens to a signal; `place` is its address, its company, both, or none. */
const someChange = fc.record({
  kind: fc.constantFrom('comes', 'comes at once', 'goes', 'moves', 'is linked', 'reads otherwise'), at: fc.nat(11), company: fc.nat(5), signal: fc.nat(11),
  month: fc.integer({ min: 1, max: 9 }), place: fc.constantFrom('address', 'company', 'both', 'none'), phenomenon: fc.constantFrom('hennep', 'vastgoed'),
})

type Change = typeof someChange extends fc.Arbitrary<infer One> ? One : never

function apply(writer: Writer, { kind, at, company, signal, month, place, phenomenon }: Change, delivery: number): void {
  const id = (table: string, n: number): number | null => writer.get<{ id: number }>(`SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`, n)?.id ?? null
  const where = { address_id: place === 'address' || place === 'both' ? id('address', at) : null, company_id: place === 'company' || place === 'both' ? id('company', company) : null }
  const link = (record: number | null) => writer.run('UPDATE signal_record SET address_id = ?, company_id = ? WHERE id = ?', where.address_id, where.company_id, record)
  const values = { phenomenon, received: `2026-0${month}-15` }
  if (kind === 'comes') link(addRecord(writer, 'signal_record', delivery, 1, values))
  if (kind === 'comes at once') addRecord(writer, 'signal_record', delivery, 1, { ...values, ...where })
  if (kind === 'goes') writer.run('DELETE FROM signal_record WHERE id = ?', id('signal_record', signal))
  if (kind === 'moves') link(id('signal_record', signal))
  if (kind === 'is linked') writer.run('UPDATE signal_record SET company_id = ? WHERE id = ?', id('company', company), id('signal_record', signal))
  if (kind === 'reads otherwise') writer.run('UPDATE signal_record SET received = ?, phenomenon = ? WHERE id = ?', values.received, phenomenon, id('signal_record', signal))
}

function count(reader: Reader, memory: CountMemory): Counted {
  const { indicators, riskBranches } = definitions()
  return beginCounting(reader, indicators, { day: '2026-11-01', riskBranches, delivered: deliveredKinds(reader), memory, beside: null }).finish(() => undefined)
}

function countAndKeep(store: Store): Counted {
  const memory = openMemory(store)
  const counted = count(store, memory)
  store.write((writer) => memory.save(writer))
  return counted
}

/** What counting reads of signals: every statement that names them. */
function readBy(store: Store): string[] {
  const read: string[] = []
  const note = <Row>(sql: string, ...values: Parameters<Store['all']>[1][]): Row[] => {
    read.push(sql)
    return store.all<Row>(sql, ...values)
  }
  count({ ...store, all: note }, openMemory(store))
  return read.filter((sql) => sql.startsWith('WITH given'))
}

const place: Change = { kind: 'comes', at: 7, company: 0, signal: 0, month: 6, place: 'address', phenomenon: 'hennep' }

describe('counting after signals came', () => {
  it('gives what counting everything gives, whatever came, went, moved or was read otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.array(someChange, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rounds) => {
        const store = preparedStore(fill)
        countAndKeep(store)
        let delivery = 30
        for (const changes of rounds) {
          for (const change of changes) store.write((writer) => apply(writer, change, (delivery += 1)))
          expect(countAndKeep(store)).toEqual(count(store, noMemory))
        }
      }),
      { numRuns: 25, seed: 6 },
    )
  })

  it('looks only at the places they came to', () => {
    const store = preparedStore(fill)
    countAndKeep(store)
    store.write((writer) => apply(writer, place, 30))
    const read = readBy(store)
    expect(read.length).toBeGreaterThan(0)
    expect(read.every((sql) => sql.includes('placed_signal'))).toBe(true)
  })

  it.each<[string, (writer: Writer) => void]>([
    ['a counted one moved', (writer) => apply(writer, { ...place, kind: 'moves' }, 30)],
    ['a counted one is gone', (writer) => apply(writer, { ...place, kind: 'goes' }, 30)],
    ['very many came', (writer) => Array.from({ length: 1001 }, (_, i) => addRecord(writer, 'signal_record', 30, i, { address_id: writer.get<{ id: number }>('SELECT id FROM address')?.id ?? 0 }))],
  ])('looks at all of them when %s', (_, change) => {
    const store = preparedStore(fill)
    countAndKeep(store)
    store.write(change)
    expect(readBy(store).some((sql) => sql.includes('placed_signal'))).toBe(false)
    expect(countAndKeep(store)).toEqual(count(store, noMemory))
  })

  it('looks at all of them after one came while it counted', () => {
    const store = preparedStore(fill)
    const memory = openMemory(store)
    count(store, memory)
    store.write((writer) => apply(writer, place, 30))
    store.write((writer) => memory.save(writer))
    expect(readBy(store).some((sql) => sql.includes('placed_signal'))).toBe(false)
    expect(countAndKeep(store)).toEqual(count(store, noMemory))
  })
})
