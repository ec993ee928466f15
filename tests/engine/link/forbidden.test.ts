import { describe, expect, test } from 'vitest'
import type { Party } from '../../../shared/contract/review.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide, readPair } from '../../../electron/engine/link/review/index.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import type { Value } from '../../../electron/engine/store/database.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const bsn = (number: number) => Buffer.alloc(32, number)
const jan = { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Proefman', birth_date: '1980-05-17' }
const piet = { ...jan, given_names: 'Jan Piet', birth_date: '1980-05-18' }

/** A linked vault of these rows, one per delivery; the test names rows by their place. */
function linked(table: string, ...rows: Record<string, Value>[]): CallContext {
  const store = emptyStore()
  store.write((writer) => {
    for (const [i, row] of rows.entries()) {
      addDelivery(writer, i + 1)
      addRecord(writer, table, i + 1, 2, row)
    }
  })
  const context = contextOn(store)
  runLink(context)
  return context
}

const row = (place: number): number => recordId(place + 1, 2)
const same = (context: CallContext, party: Party, left: number, right: number): unknown => decide(context, { party, left: row(left), right: row(right), verdict: 'same', reason: 'Dossier nagekeken' })

/** That the pair cannot be joined, and why; said before deciding and when deciding. */
function refusal(context: CallContext, party: Party, left: number, right: number): string | null {
  const { forbidden } = readPair(context, { party, left: row(left), right: row(right) })
  if (forbidden !== null) expect(() => same(context, party, left, right)).toThrow('merge-forbidden')
  return forbidden
}

describe('what can never be one is refused before it is decided', () => {
  test('rows without BSN of persons who each have one', () => {
    const context = linked('person_record', { ...jan, bsn_hash: bsn(1) }, jan, { ...piet, bsn_hash: bsn(2) }, piet)
    expect(refusal(context, 'person', 1, 3)).toBe('De personen bij wie deze rijen horen, hebben elk een ander BSN.')
    expect(refusal(context, 'person', 0, 2)).toBe('De rijen hebben elk een ander BSN.')
  })

  test('birth dates years apart', () => {
    const context = linked('person_record', jan, { ...jan, birth_date: '1951-11-02' }, { ...jan, birth_date: null })
    expect(refusal(context, 'person', 0, 1)).toBe('De geboortedata liggen jaren uiteen: 17-05-1980 en 02-11-1951.')
    expect(refusal(context, 'person', 0, 2)).toBeNull()
  })

  test('what a verdict that waits to be applied brings along', () => {
    const context = linked('person_record', { ...jan, bsn_hash: bsn(1) }, { ...jan, birth_date: null }, { ...piet, bsn_hash: bsn(2) })
    same(context, 'person', 0, 1)
    expect(refusal(context, 'person', 1, 2)).toBe('De personen bij wie deze rijen horen, hebben elk een ander BSN.')
  })

  test('two KVK numbers, two RSINs, two legal forms', () => {
    const kvk = (number: number, name: string) => ({ kvk: number, branch_number: number + 1, name })
    const context = linked(
      'company_record', kvk(11111111, 'Polderglas'), { branch_number: 11111112, name: 'Polderglas' }, kvk(22222222, 'Polder Glas'), { branch_number: 22222223, name: 'Polder Glas' },
      { rsin: 1, name: 'Proefbouw' }, { rsin: 2, name: 'Proefbouw' }, { name: 'Testhandel B.V.' }, { name: 'Stichting Testhandel' },
    )
    expect(refusal(context, 'company', 1, 3)).toBe('De bedrijven bij wie deze rijen horen, hebben elk een ander KVK-nummer.')
    expect(refusal(context, 'company', 4, 5)).toBe('De bedrijven hebben elk een ander RSIN.')
    expect(refusal(context, 'company', 6, 7)).toBe('De rechtsvormen verschillen: besloten vennootschap en stichting.')
    expect(refusal(context, 'company', 4, 6)).toBeNull()
  })

  test('what is accepted is one after applying', () => {
    const context = linked('person_record', { ...jan, bsn_hash: bsn(1) }, { ...jan, birth_date: null }, { ...jan, family_name: 'Testveld', birth_date: '1981-01-05' })
    same(context, 'person', 0, 1)
    same(context, 'person', 1, 2)
    relink(context)
    expect(readPair(context, { party: 'person', left: row(0), right: row(2) }).isOneEntity).toBe(true)
  })
})
