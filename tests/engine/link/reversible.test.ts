import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { createCase, readCase } from '../../../electron/engine/dossier/index.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide, split, withdraw } from '../../../electron/engine/link/review/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { heldVerdicts } from '../../../electron/engine/store/linkDecisions.ts'
import { entityOfRecord } from '../../../electron/engine/store/reviewPairs.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
const bsn = (number: number) => Buffer.alloc(32, number)
/** Invented people and companies who look alike, in every register; some with a number, some joined by it, some years apart. */
const people: [table: string, values: Record<string, Value>][] = [
  ['person_record', { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Proefman', birth_date: '1980-05-17', bsn_hash: bsn(1), ...here }],
  ['office_record', { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Proefman', birth_date: '1980-05-17', kvk: 11111111, office: 'bestuurder' }],
  ['ownership_record', { given_names: 'Jan', initials: 'J.', family_name: 'Proefmann', birth_date: '1980-05', ...here }],
  ['person_record', { given_names: 'Marieke', initials: 'M.', family_name: 'Testveld', birth_date: '1971-11-02', bsn_hash: bsn(2), ...here }],
  ['permit_record', { given_names: 'Maria', initials: 'M.', family_name: 'Testveld', birth_date: '1971-02-11', ...here }],
  ['office_record', { initials: 'M.', family_name: 'Testveld', birth_date: null, kvk: 11111111, office: 'gevolmachtigde' }],
  ['ownership_record', { initials: 'M.', family_name: 'Testvelt', birth_date: null, ...here }],
  ['permit_record', { given_names: 'Jan', initials: 'J.', family_name: 'Proefman', birth_date: '1951-01-05', ...here }],
]
const companies: [table: string, values: Record<string, Value>][] = [
  ['company_record', { kvk: 11111111, branch_number: 101, name: 'Polderglas B.V.', legal_form: 'bv', sbi: '4334', ...here }],
  ['company_record', { branch_number: 101, name: 'Polderglas', ...here }],
  ['company_record', { name: 'Polder Glas', ...here }],
  ['company_record', { rsin: 5, name: 'Polderglas Beheer', ...here }],
  ['company_record', { rsin: 6, name: 'Stichting Polderglas', ...here }],
]
const rowsOf = { person: people.map((_, i) => recordId(10 + i, 2)), company: companies.map((_, i) => recordId(30 + i, 2)) }

function mixedVault(): Store {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 1)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN', x: 5, y: 5 })
    for (const [first, all] of [[10, people], [30, companies]] as const) {
      for (const [i, [table, values]] of all.entries()) {
        addDelivery(writer, first + i)
        addRecord(writer, table, first + i, 2, values)
      }
    }
  })
  const context = contextOn(store)
  runLink(context)
  const nodes = store.all<{ key: string }>("SELECT DISTINCT kind || ':' || entity_id AS key FROM entity_record ORDER BY 1")
  createCase(context, {
    title: 'Allen', phenomenon: 'hennep', occasion: '', goal: '',
    picture: { nodes: nodes.map(({ key }) => ({ key, kind: key.startsWith('p') ? 'person' : 'company', label: key, detail: '', degree: 0, references: 0, x: 0, y: 0, pinned: false })), links: [] },
  })
  return store
}

const derived = [
  'company', 'branch_location', 'person', 'entity_record', 'node', 'link', 'link_pair', 'company_record', 'person_record', 'office_record', 'ownership_record', 'permit_record', 'case_subject_now',
]

/** Everything a user can see of the vault, and a case read afresh. */
function content(store: Store): Record<string, unknown> {
  const tables = derived.map((table): [string, unknown] => [table, store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2`)])
  const search = store.all<Record<string, Value>>('SELECT * FROM search_index ORDER BY 1')
  return { ...Object.fromEntries(tables), search, case: readCase(contextOn(store), 1) }
}

/** The numbers that were given out. They are remembered, so that no number ever comes to stand for somebody else. */
const numbers = (store: Store): { homes: Map<number, string>; next: number[] } => ({
  homes: new Map(store.all<{ record: number; id: string }>("SELECT record_id AS record, kind || ' ' || entity_id AS id FROM entity_home").map(({ record, id }) => [record, id])),
  next: store.all<{ next: number }>('SELECT next FROM entity_number ORDER BY kind').map(({ next }) => next),
})

/** Every verdict that holds is followed: nobody decides something and then nothing happens. */
function checkFollowed(store: Store): void {
  for (const party of ['person', 'company'] as const) {
    for (const { verdict, leftRecord, rightRecord } of heldVerdicts(store, party)) {
      if (verdict === 'onzeker') continue
      expect([party, leftRecord, rightRecord, entityOfRecord(store, party, leftRecord) === entityOfRecord(store, party, rightRecord)]).toEqual([party, leftRecord, rightRecord, verdict === 'zelfde'])
    }
  }
}

/** A deed that cannot be done is left out. */
function attempt(work: () => { deed: number }): number[] {
  try {
    return [work().deed]
  } catch (error) {
    if (error instanceof ProblemError) return []
    throw error
  }
}

const party = fc.constantFrom('person' as const, 'company' as const)
const someDeed = fc.oneof(
  fc.record({ party, left: fc.nat(7), right: fc.nat(7), verdict: fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const) }),
  fc.record({ party, record: fc.nat(7) }),
)

test('joined, parted or let go, and taken back in any order: the vault is as it was; what is accepted happens; the quick way ends where a whole run does', () => {
  const store = mixedVault()
  const context = contextOn(store)
  const before = content(store)
  let done = 0
  fc.assert(
    fc.property(fc.array(someDeed, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat(1000)), (deeds, order) => {
      const row = (of: 'person' | 'company', at: number): number => rowsOf[of][at % rowsOf[of].length] ?? 0
      const known = numbers(store)
      let made = deeds.flatMap((one) => {
        const own = attempt(() =>
          'record' in one
            ? split(context, { party: one.party, record: row(one.party, one.record), reason: 'toets' })
            : decide(context, { ...one, left: row(one.party, one.left), right: row(one.party, one.right), reason: 'toets' }),
        )
        relink(context)
        checkFollowed(store)
        return own
      })
      done += made.length
      const quick = content(store)
      runLink(context)
      expect(content(store)).toEqual(quick)
      while (made.length > 0) {
        const sorted = made.map((deed) => ({ deed, at: order.next().value ?? 0 })).sort((one, other) => one.at - other.at).map(({ deed }) => deed)
        const left = sorted.filter((deed) => attempt(() => withdraw(context, { deed, reason: 'toets' })).length === 0)
        expect(left.length).toBeLessThan(made.length)
        made = left
        relink(context)
        checkFollowed(store)
      }
      expect(content(store)).toEqual(before)
      const after = numbers(store)
      expect(after.next.every((next, i) => next >= (known.next[i] ?? 0))).toBe(true)
      // a number that was given out is never given to another
      expect(new Set(after.homes.values()).size).toBe(after.homes.size)
      expect([...known.homes.values()].every((id) => [...after.homes.values()].includes(id))).toBe(true)
    }),
    { numRuns: 40 },
  )
  // enough of them could be done to mean something
  expect(done).toBeGreaterThan(60)
})
