import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedRows } from '../../../electron/engine/link/countedPersons.ts'
import { relink } from '../../../electron/engine/link/index.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import { decide, split, withdraw } from '../../../electron/engine/link/review/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { forgetLinkDone, readLinkDone } from '../../../electron/engine/store/linkIndex.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { makeTown, type PersonTownRow } from '../../bench/linking/town.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { toldAndWritten } from '../../fixtures/keptPersons.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

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

const join = (store: Store) => store.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }))
const isKept = (store: Store): boolean => readLinkDone(store, 'person') !== undefined

/** A BSN is of one person, and rows are of the person under whom they are written: the vault has no index that would say otherwise. */
function expectSound(store: Store): void {
  expect(store.all('SELECT bsn_hash FROM person WHERE bsn_hash IS NOT NULL GROUP BY bsn_hash HAVING count(*) > 1')).toEqual([])
  const said = tables.map((table) => `SELECT id, person_id FROM ${table} WHERE person_id IS NOT NULL`).join(' UNION ALL ')
  expect(store.all("SELECT record_id AS id, entity_id AS person_id FROM entity_record WHERE kind = 'person' ORDER BY record_id")).toEqual(store.all(`${said} ORDER BY id`))
}

/** Everything that linking writes of persons. */
function picture(store: Store): Record<string, Record<string, Value>[]> {
  expectSound(store)
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
  const row: PersonTownRow = { table: 'permit_record', bsn: null, givenNames: `J${one}${other}ran`, initials: '', prefix: '', familyName: `P${other}${one}nsma`, birthDate: '1961-04-23', addressId: 7_000 + i, formerly: [], truth: 0 }
  return [row, { ...row, givenNames: `J${one}${other}rx`, familyName: `P${other}x${one}sma` }]
})

/** Rows in another order, in three deliveries; within a step of what is counted, so that none of them asks for a whole run. */
const deliveriesOf = (rows: readonly PersonTownRow[]) => fc.tuple(fc.shuffledSubarray([...rows], { minLength: 1_205, maxLength: 1_205 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([shuffled, second, third]) => [shuffled.slice(0, 1_125), shuffled.slice(1_125, 1_125 + second), shuffled.slice(1_165, 1_165 + third)])

/** Decides on pairs that were written down, lets rows go, and takes deeds back; what is not allowed is not done. */
function judge(store: Store, choices: readonly { how: string; at: number }[]): void {
  const context = contextOn(store)
  for (const { how, at } of choices) {
    const pairs = store.all<{ left: number; right: number }>('SELECT left_record AS left, right_record AS right FROM link_pair ORDER BY left_record, right_record')
    const deeds = store.all<{ deed: number }>("SELECT deed FROM link_decision WHERE id = deed AND revoked_by IS NULL AND verdict <> 'ingetrokken' ORDER BY id")
    const [pair, deed] = [pairs[at % pairs.length], deeds[at % Math.max(1, deeds.length)]]
    try {
      if (how === 'withdraw') withdraw(context, { deed: deed?.deed ?? 0, reason: '' })
      else if (how === 'split') split(context, { party: 'person', record: pair?.left ?? 0, reason: '' })
      else decide(context, { party: 'person', left: pair?.left ?? 0, right: pair?.right ?? 0, verdict: how === 'same' ? 'same' : 'different', reason: '' })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
}

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

  test('also where as many rows give a BSN one birth date as another, years apart', () => {
    const row: PersonTownRow = { table: 'person_record', bsn: 900_007, givenNames: 'Femke', initials: '', prefix: '', familyName: 'Proefman', birthDate: '1981-02-03', addressId: 7_000, formerly: [], truth: 0 }
    const other = '1951-05-06'
    // a stranger comes first, with the date that stands second
    const first = [{ ...row, bsn: 900_008, givenNames: 'Joost', familyName: 'Toetsing', birthDate: other }, row, { ...row, birthDate: other }]
    const [added, anew] = both([[...first, ...town.slice(0, 1_060)], [{ ...row, birthDate: null }]])
    expect(picture(added)).toEqual(picture(anew))
  })

  test('also where rows say again, in part or otherwise, what was said of somebody', () => {
    const changes: Record<string, (row: PersonTownRow, at: number) => Partial<PersonTownRow>> = {
      nothing: () => ({}),
      place: (_row, at) => ({ addressId: 7_000 + (at % 40) }),
      'no number': () => ({ bsn: null }),
      'another number': (_row, at) => ({ bsn: 900_100 + (at % 40) }),
      'no date': () => ({ birthDate: null }),
      'another date': (_row, at) => ({ birthDate: `19${40 + (at % 50)}-05-1${at % 9}` }),
      'another name': (_row, at) => ({ familyName: town[at % town.length]?.familyName ?? '' }),
      'names in each other’s cell': ({ givenNames, familyName }) => ({ givenNames: familyName, familyName: givenNames }),
      'letters only': ({ givenNames }) => ({ givenNames: '', initials: givenNames.slice(0, 1) }),
      register: (_row, at) => ({ table: tables[at % tables.length] ?? 'person_record' }),
    }
    const again = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.constantFrom(...Object.keys(changes)), fc.nat()), { minLength: 15, maxLength: 25 })
    const first = town.slice(0, 1_110)
    fc.assert(
      fc.property(fc.array(again, { minLength: 3, maxLength: 3 }), (deliveries) => {
        const [added, anew] = both([first, ...deliveries.map((rows) => rows.flatMap(([at, change]) => {
          const row = first[at]
          return row ? [{ ...row, ...changes[change]?.(row, at) }] : []
        }))])
        expect(picture(added)).toEqual(picture(anew))
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  describe('with rows that repeat what was said of somebody,', () => {
    const row: PersonTownRow = { table: 'person_record', bsn: 900_007, givenNames: 'Femke', initials: '', prefix: '', familyName: 'Proefman', birthDate: '1981-02-03', addressId: 7_000, formerly: [], truth: 0 }
    const other: PersonTownRow = { ...row, table: 'permit_record', bsn: null }
    const ends = (...deliveries: PersonTownRow[][]): [Store, Store] => {
      const [first = [], ...rest] = deliveries
      const stores = both([[...first, ...town.slice(0, 1_060)], ...rest])
      expect(picture(stores[0])).toEqual(picture(stores[1]))
      return stores
    }

    test('also where a row leaves whom it was joined to', () => {
      ends([row, { ...other, addressId: 7_001 }], [row], [{ ...row, bsn: 900_008, addressId: 7_002 }], [{ ...other, addressId: 7_001 }])
    })

    test('also where somebody comes to be like another by a birth date alone', () => {
      const [added] = ends([{ ...row, birthDate: null }, { ...other, familyName: 'Proefmans' }], [row])
      expect(added.all("SELECT status FROM link_pair WHERE parts LIKE '%proefmans%'")).toHaveLength(1)
    })

    test('also where who is repeated turns out to be somebody else', () => {
      const [added] = ends([{ ...row, birthDate: null, addressId: 7_001 }, other], [other, { ...row, familyName: 'Proefmann' }])
      expect(added.get<{ n: number }>("SELECT count(DISTINCT person_id) AS n FROM (SELECT person_id FROM person_record WHERE family_name LIKE 'Proefman%' UNION ALL SELECT person_id FROM permit_record WHERE family_name = 'Proefman')")?.n).toBe(1)
    })

    test('also where a name and a birth date that were said apart are said together, and then by another', () => {
      const [added] = ends([{ ...row, birthDate: null }, { ...row, givenNames: 'Femke Maria' }], [row], [{ ...other, addressId: 7_003 }])
      expect(added.get<{ basis: string }>("SELECT basis FROM entity_record JOIN permit_record ON id = record_id WHERE kind = 'person' AND family_name = 'Proefman'")?.basis).toBe('name-birth-date')
    })
  })

  describe('with rows that make a BSN that of somebody else, or of nobody in particular,', () => {
    const row: PersonTownRow = { table: 'person_record', bsn: 999_999, givenNames: 'Femke', initials: '', prefix: '', familyName: 'Proefman', birthDate: '1981-02-03', addressId: 7_000, formerly: [], truth: 0 }
    const [old, young] = [{ ...row, familyName: 'Aarde', birthDate: '1940-06-29', addressId: 7_001 }, { ...row, familyName: 'Boomgaard', birthDate: '1962-02-11', addressId: 7_002 }]
    const ends = (first: PersonTownRow[], second: PersonTownRow[]): void => {
      const [added, anew] = both([[...first, ...town.slice(0, 1_060)], second])
      expect(picture(added)).toEqual(picture(anew))
    }

    test('also where they repeat what was said of a third', () => ends([old, young, { ...row, bsn: null }], [row]))
    test('also where more rows now give it the other birth date', () => ends([old, young], [young]))
    test('also where the two have one name, and a third row has it without a BSN', () => {
      const namesake = { ...young, familyName: old.familyName }
      ends([old, namesake, { ...namesake, bsn: null, birthDate: null }], [namesake])
    })
    test('also where they give it more names than one person has', () => {
      ends([row], ['Aarde', 'Boomgaard', 'Cornelisse', 'Dijkstra', 'Evertsen', 'Fransen'].map((familyName, i) => ({ ...row, familyName, birthDate: null, givenNames: `Q${familyName}`, addressId: 7_100 + i })))
    })
  })

  test('also after decisions, old and new, withdrawn and for rows yet to come', () => {
    const choices = fc.array(fc.record({ how: fc.constantFrom('same', 'different', 'split', 'withdraw'), at: fc.nat() }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(deliveriesOf(town), choices, choices, (deliveries, first, second) => {
        const stores = [emptyStore(), emptyStore()] as const
        const [added, anew] = stores
        const step = (change: (store: Store) => void): void => {
          const isFirst = !isKept(added)
          for (const store of stores) change(store)
          anew.write((writer) => forgetLinkDone(writer, 'person'))
          expect(stores.map((store) => join(store).touched === null)).toEqual([isFirst, true])
          expect(picture(added)).toEqual(picture(anew))
          const { told, written } = toldAndWritten(added, TODAY)
          expect(told).toEqual(written)
        }
        const [one = [], other = [], last = []] = deliveries
        step((store) => add(store, 1, one))
        step((store) => judge(store, first))
        // rows that were there come again: what was decided of them holds for these as well
        step((store) => add(store, 2, [...other.slice(0, 20), ...one.slice(0, 30)]))
        step((store) => judge(store, second))
        step((store) => {
          add(store, 3, last.slice(0, 20))
          judge(store, first)
        })
      }),
      { numRuns: 2, endOnFailure: true },
    )
  })

  test('also where the BAG comes to name an address that only an earlier delivery gave', () => {
    const fabienne = { given_names: 'Fabienne', initials: '', prefix: '', family_name: 'Westra', birth_date: '1981-02-03', bsn_hash: null }
    const former = { given_street: 'Markerkant', given_number: 18, given_postcode: '1314AN', given_city: 'Almere' }
    const stores = [emptyStore(), emptyStore()] as const
    for (const store of stores) {
      add(store, 1, town.slice(0, 1_060))
      store.write((writer) => {
        addRecord(writer, 'person_record', 9, 2, { ...fabienne, ...former })
        addRecord(writer, 'person_record', 10, 2_000, { ...fabienne, address_id: 7_000 })
        recordEnder(writer, 'person_record', 10)(recordId(9, 2), recordId(10, 2_000))
      })
      join(store)
      expect(isKept(store)).toBe(true)
      store.write((writer) => {
        addAddress(writer, 8, { id: 7_777, street: 'Markerkant', number: 18, postcode: '1314AN' })
        addRecord(writer, 'permit_record', 99, 2, { ...fabienne, given_names: '', initials: 'F.', birth_date: null, address_id: 7_777 })
      })
    }
    const [added, anew] = stores
    anew.write((writer) => forgetLinkDone(writer, 'person'))
    for (const store of stores) relink(contextOn(store))
    expect(picture(added)).toEqual(picture(anew))
    expect(added.all<{ status: string }>('SELECT status FROM link_pair WHERE left_record = ? AND right_record = ?', recordId(10, 2_000), recordId(99, 2))).toEqual([{ status: 'voorstel' }])
  })

  test('of nothing leaves what was kept as it is: another part would bring the next whole run nearer', () => {
    const store = emptyStore()
    add(store, 1, town)
    join(store)
    const kept = (): unknown => ['link_done', 'link_index'].map((table) => store.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`))
    const before = kept()
    expect(join(store).touched?.size).toBe(0)
    expect(kept()).toEqual(before)
  })

  test('is not tried when a row that was linked is gone, reads otherwise or comes in late', () => {
    const store = emptyStore()
    add(store, 1, town.slice(0, 200))
    const afterRun = (change: (writer: Writer) => unknown): boolean => {
      join(store)
      store.write(change)
      return isKept(store)
    }
    expect(afterRun((writer) => writer.run("UPDATE person_record SET person_id = NULL"))).toBe(true)
    expect(afterRun((writer) => addRecord(writer, 'person_record', 99, 2, { family_name: 'Proefman' }))).toBe(true)
    const renumber = "UPDATE person_record SET person_number = person_number || '1' WHERE id = (SELECT min(id) FROM person_record)"
    expect(afterRun((writer) => writer.run(renumber))).toBe(true)
    judge(store, [{ how: 'different', at: 0 }])
    expect(afterRun((writer) => writer.run(renumber))).toBe(false)
    expect(afterRun((writer) => writer.run("UPDATE person_record SET address_id = 1 WHERE id = (SELECT min(id) FROM person_record)"))).toBe(false)
    expect(afterRun((writer) => writer.run("UPDATE office_record SET birth_date = NULL WHERE id = (SELECT min(id) FROM office_record)"))).toBe(false)
    expect(afterRun((writer) => writer.run('DELETE FROM person_record WHERE id = (SELECT max(id) FROM person_record)'))).toBe(false)
    expect(afterRun((writer) => addRecord(writer, 'permit_record', 13, 1, { family_name: 'Proefman' }))).toBe(false)
  })

  test('is not tried, and nothing is kept, where there are more rows than there is room for', () => {
    const store = emptyStore()
    add(store, 1, town.slice(0, 60))
    const joinTo = (keepTo: number) => store.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0, keepTo }))
    expect([joinTo(59).touched, isKept(store)]).toEqual([null, false])
    expect([joinTo(60).touched, isKept(store), joinTo(60).touched]).toEqual([null, true, new Set()])
    add(store, 2, town.slice(60, 61))
    expect([joinTo(60).touched, isKept(store)]).toEqual([null, false])
  })

  test('is not tried on what an earlier version kept in another shape', () => {
    const store = emptyStore()
    add(store, 1, town.slice(0, 60))
    join(store)
    const former = { version: 3, modelVersion: 4, prior: -10, parts: 1, compared: 12, sizes: [[1, 60]], ledger: 0, remarks: [] }
    store.write((writer) => writer.run('UPDATE link_done SET facts = ?', JSON.stringify(former)))
    expect([isKept(store), join(store).touched, join(store).touched]).toEqual([true, null, new Set()])
  })

  test('of all rows the oldest are counted, more than nine in ten, and in steps', () => {
    expect([1, 1_000, 1_001, 1_099, 1_100, 1_209, 1_210].map(countedRows)).toEqual([1, 1_000, 1_000, 1_000, 1_100, 1_100, 1_210])
    fc.assert(fc.property(fc.integer({ min: 1, max: 3_000_000 }), (rows) => {
      expect(countedRows(rows)).toBeLessThanOrEqual(rows)
      expect(countedRows(rows)).toBeGreaterThan(rows * 0.9)
    }))
  })
})
