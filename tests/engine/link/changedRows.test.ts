import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide, readLedger, readPair, withdraw } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { entityOfRecord } from '../../../electron/engine/store/reviewPairs.ts'
import { companyVault, here, there } from '../../fixtures/companyVault.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn } from '../../fixtures/vault.ts'

/** Three rows about one woman that nothing links by itself, each of a register with its own numbers. */
const rows: [table: string, values: Record<string, Value>][] = [
  ['person_record', { person_number: 'P1', given_names: 'Marieke', family_name: 'Testveld', birth_date: '1971-11-02', ...here }],
  ['ownership_record', { cadastral_id: 'ALM00 A 1', initials: 'M.', family_name: 'Testveld', ...there }],
  ['permit_record', { case_number: 'Z1', initials: 'M.', family_name: 'Testvelt', ...there }],
]
const [woman, owner, applicant] = [recordId(2, 2), recordId(3, 2), recordId(4, 2)] as const
const LATER = 10

const vault = (): Store => companyVault((writer) => {
  for (const [i, [table, values]] of rows.entries()) addRecord(writer, table, 2 + i, 2, values)
})

const say = (store: Store, left: number, right: number, verdict: 'same' | 'different', actor = contextOn(store).actor) => decide({ ...contextOn(store), actor }, { party: 'person', left, right, verdict, reason: 'toets' }).deed
const areOne = (store: Store, left: number, right: number) => entityOfRecord(store, 'person', left) === entityOfRecord(store, 'person', right)
const ledger = (store: Store) => readLedger(contextOn(store), { limit: 20 }).deeds

/** A delivery in which a row reads otherwise. @returns its record */
function change(writer: Writer, of: number, values: Record<string, Value>, delivery = LATER): number {
  const [table = '', before = {}] = rows[of] ?? []
  addDelivery(writer, delivery)
  const id = addRecord(writer, table, delivery, 2, { ...before, ...values })
  recordEnder(writer, table, delivery)(recordId(2 + of, 2), id)
  return id
}

describe('a decision about a row that a later delivery gives otherwise, but for what it was known by', () => {
  test('holds, and the ledger names the row as it is now and opens it', () => {
    const store = vault()
    say(store, woman, owner, 'same')
    relink(contextOn(store))
    const now = store.write((writer) => change(writer, 1, here))
    runLink(contextOn(store))
    expect(areOne(store, woman, now)).toBe(true)
    const [deed] = ledger(store)
    expect(new Set([deed?.left, deed?.right])).toEqual(new Set(['M. Testveld, geboortedatum onbekend', 'Marieke Testveld, geboren 02-11-1971']))
    expect(readPair(contextOn(store), { party: 'person', left: deed?.leftRecord ?? 0, right: deed?.rightRecord ?? 0 }).decided?.verdict).toBe('same')
  })

  test('is told of when it can no longer be followed', () => {
    const store = vault()
    const [mary, other] = [{ given_names: 'Maria', family_name: 'Testvelt', birth_date: '1971-02-11' }, { bsn_hash: Buffer.alloc(32, 1) }]
    store.write((writer) => {
      writer.run('UPDATE person_record SET bsn_hash = ? WHERE id = ?', other.bsn_hash, woman)
      writer.run("UPDATE permit_record SET given_names = 'Maria', initials = '', birth_date = '1971-02-11' WHERE id = ?", applicant)
    })
    runLink(contextOn(store))
    say(store, woman, applicant, 'same')
    runLink(contextOn(store))
    expect(ledger(store)[0]?.isFollowed).toBe(true)
    store.write((writer) => {
      change(writer, 2, { ...mary, initials: '', ...here })
      addRecord(writer, 'person_record', 8, 900, { ...mary, bsn_hash: Buffer.alloc(32, 2) })
    })
    expect(runLink(contextOn(store)).remarks).toContain('Eén besluit is niet gevolgd, omdat een bron het nu tegenspreekt; zie Besluiten onder Beoordelen.')
    expect(ledger(store)[0]?.isFollowed).toBe(false)
  })

  test('keeps what contradicts it from being decided', () => {
    const store = vault()
    say(store, woman, owner, 'same')
    relink(contextOn(store))
    const now = store.write((writer) => change(writer, 1, here))
    runLink(contextOn(store))
    say(store, now, applicant, 'same')
    expect(() => say(store, woman, applicant, 'different')).toThrow('decisions-conflict')
    relink(contextOn(store))
    expect([woman, applicant].map((row) => areOne(store, row, now))).toEqual([true, true])
    expect(() => say(store, woman, applicant, 'different')).toThrow('decisions-conflict')
  })

  test('can be taken back', () => {
    const store = vault()
    const deed = say(store, woman, owner, 'same')
    relink(contextOn(store))
    const now = store.write((writer) => change(writer, 1, here))
    runLink(contextOn(store))
    withdraw(contextOn(store), { deed, reason: '' })
    relink(contextOn(store))
    expect(areOne(store, woman, now)).toBe(false)
  })
})

test('a decision about a row that goes away and comes back in another delivery holds again, also after the same was decided otherwise by another in between', () => {
  const store = vault()
  const second = { ...contextOn(store).actor, account: 'tweede', name: 'Tweede' }
  say(store, woman, owner, 'same')
  relink(contextOn(store))
  store.write((writer) => writer.run('DELETE FROM ownership_record WHERE id = ?', owner))
  runLink(contextOn(store))
  expect(ledger(store).flatMap(({ left, right }) => [left, right])).toContain('rij niet meer in de kluis')
  const back = store.write((writer) => {
    addDelivery(writer, LATER)
    return addRecord(writer, 'ownership_record', LATER, 7, rows[1]?.[1])
  })
  runLink(contextOn(store))
  expect([areOne(store, woman, back), ledger(store).flatMap(({ left, right }) => [left, right])]).toEqual([true, expect.not.arrayContaining(['rij niet meer in de kluis'])])
  const other = say(store, woman, back, 'different', second)
  relink(contextOn(store))
  expect(areOne(store, woman, back)).toBe(false)
  expect(ledger(store).map(({ by, verdict, revoked }) => [by, verdict, revoked?.by ?? null])).toEqual([['Tweede', 'different', null], [contextOn(store).actor.name, 'same', 'Tweede']])
  withdraw(contextOn(store), { deed: other, reason: '' })
  relink(contextOn(store))
  expect(areOne(store, woman, back)).toBe(true)
})
