import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { readPair } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { findPast, forgetPast, recordEnder } from '../../../electron/engine/store/history.ts'
import { readLinkDone } from '../../../electron/engine/store/linkIndex.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const at = (number: number) => ({ given_street: 'Markerkant', given_number: number, given_postcode: '1314AN', given_city: 'Almere' })
const [FIRST, SECOND, THIRD, PERMITS] = [3, 4, 5, 6]
const femke = { given_names: 'Femke', initials: 'F.', family_name: 'Proefman', birth_date: '1981-02-03' }
/** As a permit of years ago has her: where she lived then, and not when she was born. */
const applicant = { ...femke, birth_date: null, ...at(14) }

/** Three addresses, a permit of Femke at the second, and what the test adds; linked. */
function vaultWith(fill: (writer: Writer) => void): Store {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, FIRST, SECOND, THIRD, PERMITS]) addDelivery(writer, id)
    for (const [i, number] of [12, 14, 16].entries()) addAddress(writer, i + 1, { id: 34_200_000_000_001 + i, street: 'Markerkant', number, postcode: '1314AN', x: 5 + 10 * i, y: 5 })
    addRecord(writer, 'permit_record', PERMITS, 2, applicant)
    fill(writer)
  })
  runLink(contextOn(store))
  return store
}

/** The same person at other addresses in one delivery after another. */
function lived(writer: Writer, row: number, person: Record<string, Value>, ...numbers: readonly number[]): void {
  for (const [i, number] of numbers.entries()) {
    addRecord(writer, 'person_record', FIRST + i, row, { ...person, ...at(number) })
    if (i > 0) recordEnder(writer, 'person_record', FIRST + i)(recordId(FIRST + i - 1, row), recordId(FIRST + i, row))
  }
}

const persons = (store: Store) => store.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n

describe('where somebody stood in an earlier delivery of the population register', () => {
  test('counts as where he stands now, also two moves ago', () => {
    expect(persons(vaultWith((writer) => lived(writer, 2, femke, 12)))).toBe(2)
    expect(persons(vaultWith((writer) => lived(writer, 2, femke, 14, 12)))).toBe(1)
    expect(persons(vaultWith((writer) => lived(writer, 2, femke, 14, 16, 12)))).toBe(1)
  })

  test('is said to be of an earlier delivery', () => {
    const store = vaultWith((writer) => lived(writer, 2, { ...femke, given_names: 'Femke Maria' }, 14, 12))
    expect(persons(store)).toBe(2)
    const { fields } = readPair(contextOn(store), { party: 'person', left: recordId(SECOND, 2), right: recordId(PERMITS, 2) })
    expect(fields.find(({ label }) => label === 'Adres')).toMatchObject({ left: 'Markerkant 14, Almere', right: 'Markerkant 14, Almere', words: 'gelijk, volgens een eerdere levering' })
  })

  test('is not told by a house number alone, where no postcode was given', () => {
    const elsewhere = { given_street: 'Elders', given_number: 14, given_postcode: '', given_city: 'Almere' }
    const store = vaultWith((writer) => {
      addAddress(writer, 9, { id: 34_200_000_000_009, street: 'Elders', number: 14, postcode: '', x: 45, y: 5 })
      addRecord(writer, 'permit_record', PERMITS, 3, { ...applicant, ...elsewhere, address_id: 9 })
      addRecord(writer, 'person_record', FIRST, 2, { ...femke, given_street: '', given_number: 14, given_postcode: '', given_city: '' })
      addRecord(writer, 'person_record', SECOND, 2, { ...femke, ...at(12) })
      recordEnder(writer, 'person_record', SECOND)(recordId(FIRST, 2), recordId(SECOND, 2))
    })
    expect(persons(store)).toBe(3)
  })

  test('tells nothing of who lives there now', () => {
    const store = vaultWith((writer) => {
      lived(writer, 2, { ...femke, given_names: 'Sanne', initials: 'S.' }, 14, 12)
      lived(writer, 3, femke, 16)
    })
    expect(persons(store)).toBe(3)
  })

  test('what is kept of a run is forgotten when it is no longer known', () => {
    const store = vaultWith((writer) => lived(writer, 2, femke, 14, 12))
    const join = (): unknown => store.write((writer) => joinPersons(writer, { start: () => undefined, advance: () => undefined }, '2026-11-01', { keepFrom: 0 }))
    join()
    expect(readLinkDone(store, 'person')).toBeDefined()
    expect(findPast(store, recordId(FIRST, 2))).toBeDefined()
    store.write((writer) => forgetPast(writer, recordId(FIRST, 2)))
    expect(readLinkDone(store, 'person')).toBeUndefined()
    join()
    expect(persons(store)).toBe(2)
  })
})
