import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedRows } from '../../../electron/engine/link/countedPersons.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { forgetLinkDone, readLinkDone } from '../../../electron/engine/store/linkIndex.ts'
import { makeTown, type PersonTownRow } from '../../bench/linking/town.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { emptyStore } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const TODAY = '2026-11-01'
const tables = ['person_record', 'office_record', 'ownership_record', 'permit_record'] as const
const { persons: town } = makeTown(520, 3)

function add(store: Store, delivery: number, rows: readonly PersonTownRow[]): void {
  store.write((writer) => {
    for (const [i] of tables.entries()) addDelivery(writer, delivery * 10 + i)
    for (const [i, { table, bsn, givenNames, initials, prefix, familyName, birthDate, addressId }] of rows.entries()) {
      const name = { given_names: givenNames, initials, prefix, family_name: familyName, birth_date: birthDate, bsn_hash: bsn === null ? null : Buffer.alloc(32, `bsn ${bsn}`) }
      addRecord(writer, table, delivery * 10 + tables.indexOf(table), i + 2, table === 'office_record' ? { ...name, kvk: 1 } : { ...name, address_id: addressId })
    }
  })
}

const join = (store: Store) => store.write((writer) => joinPersons(writer, quiet, TODAY, 0))
const isKept = (store: Store): boolean => readLinkDone(store, 'person') !== undefined

/** Everything that linking writes of persons. */
function picture(store: Store): Record<string, Record<string, Value>[]> {
  const all = ['person', 'entity_record', 'entity_home', 'entity_number', 'link_pair'].map((table) => [table, store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2`)])
  return Object.fromEntries([...all, ...tables.map((table) => [table, store.all(`SELECT id, person_id FROM ${table} ORDER BY id`)])])
}

/** Two vaults after the same deliveries: one to which each was added, one that was linked anew every time. */
function both(deliveries: readonly (readonly PersonTownRow[])[]): [Store, Store] {
  const [added, anew] = [emptyStore(), emptyStore()]
  for (const [i, rows] of deliveries.entries()) {
    for (const store of [added, anew]) add(store, i + 1, rows)
    if (i > 0) expect(isKept(added)).toBe(true)
    anew.write((writer) => forgetLinkDone(writer, 'person'))
    const [one, other] = [join(added), join(anew)]
    expect([...one.sizes].sort(([a], [b]) => a - b)).toEqual([...other.sizes].sort(([a], [b]) => a - b))
    expect({ ...one.pairs, compared: 0 }).toEqual({ ...other.pairs, compared: 0 })
  }
  return [added, anew]
}

/** Pairs of rows at one address with both names mistyped, all born on one day: only that day and their first letters bring them together. */
const syllables = ['ba', 'do', 'fi', 'gu', 'ke', 'lo', 'mi', 'no', 'pa', 'ru', 'sa', 'ti', 'vo', 'wu', 'ze', 'he', 'la', 'me', 'ni', 'po', 'ra', 'so', 'ta', 'vi', 'wo', 'za', 'be', 'da', 'fo', 'ga', 'ki', 'lu', 'ma']
const strangers = syllables.flatMap((one, i): PersonTownRow[] => {
  const other = syllables[(i * 7 + 3) % syllables.length] ?? ''
  const row: PersonTownRow = { table: 'permit_record', bsn: null, givenNames: `J${one}${other}ran`, initials: '', prefix: '', familyName: `P${other}${one}nsma`, birthDate: '1961-04-23', addressId: 7_000 + i, truth: 0 }
  return [row, { ...row, givenNames: `J${one}${other}rx`, familyName: `P${other}x${one}sma` }]
})

/** Rows in another order, in three deliveries; within a step of what is counted, so that none of them asks for a whole run. */
const deliveriesOf = (rows: readonly PersonTownRow[]) => fc.tuple(fc.shuffledSubarray([...rows], { minLength: 1_205, maxLength: 1_205 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([shuffled, second, third]) => [shuffled.slice(0, 1_125), shuffled.slice(1_125, 1_125 + second), shuffled.slice(1_165, 1_165 + third)])

describe('a delivery that is added to what was linked', () => {
  test('ends where linking everything anew does', () => {
    fc.assert(
      fc.property(deliveriesOf(town), (deliveries) => {
        const [added, anew] = both(deliveries)
        expect(picture(added)).toEqual(picture(anew))
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  test('also where it makes a block too large to say anything: who were found by it are no longer', () => {
    const found = (store: Store): number => store.get<{ n: number }>("SELECT count(*) AS n FROM link_pair WHERE parts LIKE '%1961-04-23%'")?.n ?? 0
    const first = [...town.slice(0, 1_060), ...strangers.slice(0, 60)]
    expect(found(both([first])[0])).toBeGreaterThan(0)
    const [added, anew] = both([first, strangers.slice(60)])
    expect(found(added)).toBe(0)
    expect(picture(added)).toEqual(picture(anew))
  })

  test('is not tried when a row that was linked is gone, reads otherwise or comes in late', () => {
    const store = emptyStore()
    add(store, 1, town.slice(0, 40))
    const afterRun = (change: (writer: Writer) => unknown): boolean => {
      join(store)
      store.write(change)
      return isKept(store)
    }
    expect(afterRun((writer) => writer.run("UPDATE person_record SET person_id = NULL"))).toBe(true)
    expect(afterRun((writer) => addRecord(writer, 'person_record', 99, 2, { family_name: 'Proefman' }))).toBe(true)
    expect(afterRun((writer) => writer.run("UPDATE person_record SET address_id = 1 WHERE id = (SELECT min(id) FROM person_record)"))).toBe(false)
    expect(afterRun((writer) => writer.run("UPDATE office_record SET birth_date = NULL WHERE id = (SELECT min(id) FROM office_record)"))).toBe(false)
    expect(afterRun((writer) => writer.run('DELETE FROM person_record WHERE id = (SELECT max(id) FROM person_record)'))).toBe(false)
    expect(afterRun((writer) => addRecord(writer, 'permit_record', 13, 1, { family_name: 'Proefman' }))).toBe(false)
  })

  test('of all rows the oldest are counted, more than nine in ten, and in steps', () => {
    expect([1, 1_000, 1_001, 1_099, 1_100, 1_209, 1_210].map(countedRows)).toEqual([1, 1_000, 1_000, 1_000, 1_100, 1_100, 1_210])
    fc.assert(fc.property(fc.integer({ min: 1, max: 3_000_000 }), (rows) => {
      expect(countedRows(rows)).toBeLessThanOrEqual(rows)
      expect(countedRows(rows)).toBeGreaterThan(rows * 0.9)
    }))
  })
})
