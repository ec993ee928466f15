import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide, readLedger, readPair, readQueue, split, withdraw } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { heldVerdicts } from '../../../electron/engine/store/linkDecisions.ts'
import { entityOfRecord } from '../../../electron/engine/store/reviewPairs.ts'
import { companyVault } from '../../fixtures/companyVault.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
/** Invented people who look alike, some with a BSN, as a register and as directors. */
const people = [
  { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Proefman', birth_date: '1980-05-17', bsn_hash: Buffer.alloc(32, 1) },
  { given_names: 'Jan', initials: 'J.', prefix: 'de', family_name: 'Proefman', birth_date: '1980-05-17' },
  { given_names: 'Jan', initials: 'J.', prefix: 'de', family_name: 'Proefmann', birth_date: '1980-05' },
  { given_names: 'Marieke', initials: 'M.', prefix: '', family_name: 'Testveld', birth_date: '1971-11-02', bsn_hash: Buffer.alloc(32, 2) },
  { given_names: 'Maria', initials: 'M.', prefix: '', family_name: 'Testveld', birth_date: '1971-02-11' },
  { given_names: '', initials: 'M.', prefix: '', family_name: 'Testveld', birth_date: null },
]
const rows = people.map((_, place) => recordId(3 + (place % 2), 2 + place))

function addPeople(writer: Writer, deliveries: readonly [number, number]): void {
  people.forEach((person, place) => {
    const isRegister = place % 2 === 0
    const own = isRegister ? here : { kvk: 11111111, office: 'bestuurder', started: '2014' }
    addRecord(writer, isRegister ? 'person_record' : 'office_record', deliveries[place % 2] ?? 0, 2 + place, { ...person, ...own })
  })
}

function peopleVault(): Store {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3, 4, 13, 14]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN', x: 5, y: 5 })
    addRecord(writer, 'company_record', 2, 2, { kvk: 11111111, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
    addPeople(writer, [3, 4])
  })
  runLink(contextOn(store))
  return store
}

/** What the vault holds but for the ledger and the memory of numbers. */
function business(store: Store): Record<string, Record<string, Value>[]> {
  const tables = ['company', 'branch_location', 'person', 'entity_record', 'node', 'link', 'link_pair', 'person_record', 'office_record']
  return Object.fromEntries(tables.map((table) => [table, store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)]))
}

describe('decisions of people', () => {
  test('a decision holds for the same rows in a new delivery', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const entity = (record: number) => entityOfRecord(store, 'person', record)
    const [, , partial = 0, marieke = 0, , unknown = 0] = rows
    decide(context, { party: 'person', left: marieke, right: unknown, verdict: 'same', reason: '' })
    decide(context, { party: 'person', left: partial, right: rows[1] ?? 0, verdict: 'different', reason: '' })
    expect(relink(context)).toEqual({ decisions: 2 })
    expect(entity(marieke)).toBe(entity(unknown))
    store.write((writer) => addPeople(writer, [13, 14]))
    runLink(context)
    const again = (place: number) => recordId(13 + (place % 2), 2 + place)
    expect(entity(again(3))).toBe(entity(again(5)))
    expect(entity(again(2))).not.toBe(entity(again(1)))
    expect(readQueue(context, { party: 'person', show: 'open', limit: 10 }).count.pending).toBe(0)
  })

  test('a decision holds when the same rows come back in another writing', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [, , partial = 0, , maria = 0] = rows
    decide(context, { party: 'person', left: partial, right: rows[1] ?? 0, verdict: 'different', reason: '' })
    decide(context, { party: 'person', left: maria, right: rows[5] ?? 0, verdict: 'same', reason: '' })
    relink(context)
    store.write((writer) => {
      addRecord(writer, 'person_record', 13, 9, { given_names: 'JAN', initials: 'J', prefix: '', family_name: 'PROEFMANN, DE', birth_date: '1980-05', ...here, given_street: 'markerkant' })
      addRecord(writer, 'person_record', 13, 10, { given_names: 'María', initials: 'M', prefix: '', family_name: 'TESTVELD', birth_date: '1971-02-11', ...here, given_postcode: '1314 AN' })
      addRecord(writer, 'office_record', 14, 9, { given_names: 'jan', initials: 'j', prefix: 'de', family_name: 'proefman', birth_date: '1980-05-17', kvk: 11111111, office: 'bestuurder' })
      addRecord(writer, 'office_record', 14, 10, { given_names: '', initials: 'm', prefix: '', family_name: 'Téstveld', birth_date: null, kvk: 11111111, office: 'bestuurder' })
    })
    runLink(context)
    const entity = (delivery: number, row: number) => entityOfRecord(store, 'person', recordId(delivery, row))
    expect(entity(13, 9)).not.toBe(entity(14, 9))
    expect(entity(13, 10)).toBe(entity(14, 10))
  })

  test('decisions of a version that spelled the keys in another way are kept', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [marieke = 0, unknown = 0] = [rows[3], rows[5]]
    decide(context, { party: 'person', left: marieke, right: unknown, verdict: 'same', reason: '' })
    store.write((writer) => {
      writer.run('UPDATE link_decision SET left_key = ?, right_key = ?', Buffer.alloc(16, 1), Buffer.alloc(16, 2))
      writer.run("DELETE FROM meta WHERE name = 'record-keys'")
    })
    relink(context)
    expect(entityOfRecord(store, 'person', marieke)).toBe(entityOfRecord(store, 'person', unknown))
    expect(readPair(context, { party: 'person', left: marieke, right: unknown }).decided?.verdict).toBe('same')
  })

  test('rows that say the same can be taken apart and joined', () => {
    const store = emptyStore()
    const twin = { initials: 'M.', family_name: 'Testveld', ...here }
    store.write((writer) => {
      addDelivery(writer, 3)
      addRecord(writer, 'person_record', 3, 2, twin)
      addRecord(writer, 'person_record', 3, 3, { ...twin, family_name: 'TESTVELD' })
    })
    const context = contextOn(store)
    runLink(context)
    const [left, right] = [recordId(3, 2), recordId(3, 3)]
    const isOne = () => entityOfRecord(store, 'person', left) === entityOfRecord(store, 'person', right)
    expect(isOne()).toBe(false)
    decide(context, { party: 'person', left, right, verdict: 'same', reason: '' })
    relink(context)
    expect(isOne()).toBe(true)
    decide(context, { party: 'person', left, right, verdict: 'different', reason: '' })
    relink(context)
    expect(isOne()).toBe(false)
    expect(() => decide(context, { party: 'person', left, right: left, verdict: 'same', reason: '' })).toThrow('merge-forbidden')
  })

  test.each([2, 4])('of rows taken apart those that give the BSN keep it, and each other (another gives it in delivery %d)', (other) => {
    const store = emptyStore()
    const known = { given_names: 'Jan', initials: 'J.', family_name: 'Proefman', birth_date: '1980-05-17', ...here }
    const numbered = { ...known, bsn_hash: Buffer.alloc(32, 1) }
    store.write((writer) => {
      for (const id of [2, 3, 4]) addDelivery(writer, id)
      addRecord(writer, 'person_record', 3, 2, known)
      addRecord(writer, 'person_record', 3, 3, numbered)
      addRecord(writer, 'ownership_record', other, 9, { ...numbered, cadastral_id: 'ALM01 A 1' })
    })
    const context = contextOn(store)
    runLink(context)
    const [without, giver, third] = [recordId(3, 2), recordId(3, 3), recordId(other, 9)]
    const personOf = (record: number) => store.get<{ id: number; hasBsn: number }>('SELECT id, bsn_hash IS NOT NULL AS hasBsn FROM person WHERE id = ?', entityOfRecord(store, 'person', record) ?? null)
    expect(personOf(without)?.id).toBe(personOf(giver)?.id)
    decide(context, { party: 'person', left: without, right: giver, verdict: 'different', reason: '' })
    relink(context)
    expect([personOf(without)?.hasBsn, personOf(giver)?.hasBsn]).toEqual([0, 1])
    expect(personOf(third)).toEqual(personOf(giver))
  })

  test('a decision against a decision is refused until that is taken back', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [first = 0, second = 0] = [rows[3], rows[5]]
    decide(context, { party: 'person', left: first, right: second, verdict: 'same', reason: '' })
    relink(context)
    const { deed: later } = decide(context, { party: 'person', left: first, right: second, verdict: 'different', reason: '' })
    relink(context)
    expect(entityOfRecord(store, 'person', first)).not.toBe(entityOfRecord(store, 'person', second))
    withdraw(context, { deed: later, reason: '' })
    expect(() => withdraw(context, { deed: later, reason: '' })).toThrow('not-found')
    relink(context)
    expect(entityOfRecord(store, 'person', first)).toBe(entityOfRecord(store, 'person', second))
  })

  test('a row that was let go is not let go of any of the others once that is taken back, whatever was decided in between', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [a = 0, b = 0, c = 0] = rows
    decide(context, { party: 'person', left: a, right: c, verdict: 'same', reason: '' })
    relink(context)
    const before = business(store)
    for (const other of [b, c]) {
      const { deed } = split(context, { party: 'person', record: a, reason: '' })
      const { deed: aside } = decide(context, { party: 'person', left: a, right: other, verdict: 'unsure', reason: '' })
      withdraw(context, { deed, reason: '' })
      withdraw(context, { deed: aside, reason: '' })
      expect(heldVerdicts(store, 'person').map(({ verdict }) => verdict)).toEqual(['zelfde'])
      relink(context)
      expect(business(store)).toEqual(before)
    }
    expect(readLedger(context, { limit: 50 }).deeds.map(({ kind, revoked }) => [kind, revoked !== null])).toEqual([
      ...[0, 1].flatMap(() => [['withdrawal', false], ['withdrawal', false], ['verdict', true], ['split', true]]), ['verdict', false],
    ])
  })

  test.each([[2, 3], [3, 2]])('rows of one number are parted too, whichever is named first (%i, %i): the later one goes, and comes back when that is taken back', (left, right) => {
    const store = companyVault((writer) => {
      for (const [i, name] of ['Polderglas B.V.', 'Zuidglas B.V.', 'Eemglas B.V.'].entries()) addRecord(writer, 'company_record', 2, i + 2, { kvk: 1, name, ...here })
    })
    const context = contextOn(store)
    const one = () => [2, 3, 4].map((row) => entityOfRecord(store, 'company', recordId(2, row)) === entityOfRecord(store, 'company', recordId(2, 2)))
    const { deed } = decide(context, { party: 'company', left: recordId(2, left), right: recordId(2, right), verdict: 'different', reason: '' })
    relink(context)
    expect(one()).toEqual([true, false, true])
    withdraw(context, { deed, reason: '' })
    relink(context)
    expect(one()).toEqual([true, true, true])
  })

  test('what was decided and taken back before the network followed it does not wait to be followed', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [a = 0, b = 0, c = 0] = [rows[3], rows[5], rows[2]]
    const pending = () => readQueue(context, { party: 'person', show: 'open', limit: 10 }).count.pending
    const say = (left: number, right: number, verdict: 'same' | 'different' | 'unsure') => decide(context, { party: 'person', left, right, verdict, reason: '' }).deed
    const first = say(a, b, 'same')
    say(b, c, 'unsure')
    expect(pending()).toBe(1)
    withdraw(context, { deed: first, reason: '' })
    expect(pending()).toBe(0)
    const second = say(a, b, 'same')
    expect([pending(), relink(context), pending()]).toEqual([1, { decisions: 1 }, 0])
    withdraw(context, { deed: second, reason: '' })
    expect(pending()).toBe(1)
    say(a, b, 'same')
    expect(pending()).toBe(0)
    const { deed } = split(context, { party: 'person', record: a, reason: '' })
    expect(pending()).toBe(1)
    withdraw(context, { deed, reason: '' })
    expect(pending()).toBe(0)
  })

  test('decisions that contradict each other together are refused, also when one of them would hold again', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [a = 0, b = 0, c = 0] = [rows[3], rows[5], rows[2]]
    const say = (left: number, right: number, verdict: 'same' | 'different') => decide(context, { party: 'person', left, right, verdict, reason: '' }).deed
    say(a, b, 'same')
    const joined = say(b, c, 'same')
    expect(() => say(a, c, 'different')).toThrow('decisions-conflict')
    withdraw(context, { deed: joined, reason: '' })
    const parted = say(a, b, 'different')
    say(b, c, 'same')
    const apart = say(a, c, 'different')
    expect(() => withdraw(context, { deed: parted, reason: '' })).toThrow('decisions-conflict')
    relink(context)
    expect([a, c].map((row) => entityOfRecord(store, 'person', row) === entityOfRecord(store, 'person', b))).toEqual([false, true])
    withdraw(context, { deed: apart, reason: '' })
    withdraw(context, { deed: parted, reason: '' })
    relink(context)
    expect([a, c].map((row) => entityOfRecord(store, 'person', row) === entityOfRecord(store, 'person', b))).toEqual([true, true])
  })

  test('a decision that a later delivery contradicts is told of, and comes true again when that delivery is gone', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [jan = 0, maria = 0] = [rows[0], rows[4]]
    decide(context, { party: 'person', left: rows[3] ?? 0, right: maria, verdict: 'same', reason: '' })
    expect(runLink(context).remarks).toEqual([])
    const state = () => readLedger(context, { limit: 9 }).deeds.map(({ isFollowed }) => isFollowed)
    expect(state()).toEqual([true])
    store.write((writer) => void addRecord(writer, 'person_record', 13, 9, { ...people[4], bsn_hash: Buffer.alloc(32, 7), ...here }))
    expect(runLink(context).remarks).toEqual(['Eén besluit is niet gevolgd, omdat een bron het nu tegenspreekt; zie Besluiten onder Beoordelen.'])
    expect(state()).toEqual([false])
    store.write((writer) => writer.run('DELETE FROM person_record WHERE id = ?', recordId(13, 9)))
    expect(runLink(context).remarks).toEqual([])
    expect([state(), entityOfRecord(store, 'person', jan) === entityOfRecord(store, 'person', maria)]).toEqual([[true], false])
  })

  test('a deed of several lines is replaced only when all of them are', () => {
    const store = peopleVault()
    const context = contextOn(store)
    const [a = 0, b = 0, c = 0] = rows
    decide(context, { party: 'person', left: a, right: c, verdict: 'same', reason: '' })
    relink(context)
    const { deed } = split(context, { party: 'person', record: a, reason: '' })
    const isReplaced = () => readLedger(context, { limit: 50 }).deeds.find((one) => one.deed === deed)?.revoked !== null
    decide(context, { party: 'person', left: a, right: b, verdict: 'unsure', reason: '' })
    expect(isReplaced()).toBe(false)
    decide(context, { party: 'person', left: a, right: c, verdict: 'unsure', reason: '' })
    expect(isReplaced()).toBe(true)
  })
})
