import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { readPair } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { companyVault, here, there } from '../../fixtures/companyVault.ts'
import { addRecord } from '../../fixtures/register.ts'
import { contextOn } from '../../fixtures/vault.ts'

const director = { given_names: 'Johanna Maria', family_name: 'Proefman', birth_date: '1971-03-04' }
const [REGISTER, LATER, PERSONS, OFFICES, PERMITS, INSPECTIONS] = [2, 3, 4, 5, 6, 7]
const glass = { kvk: 1, branch_number: 11, name: 'Polderglas B.V.', legal_form: 'bv' }
const permit = { applicant_name: 'POLDERGLAS BV', ...there }

/** A company at one address, its name without number in a permit at the other, and what the test adds. */
function vaultWith(fill: (writer: Writer) => void): Store {
  return companyVault((writer) => {
    addRecord(writer, 'company_record', REGISTER, 2, { ...glass, ...here })
    addRecord(writer, 'permit_record', PERMITS, 2, permit)
    fill(writer)
  })
}

/** The KVK number of the company that asked for the permit. */
const applicant = (store: Store): Value | undefined => store.get<{ kvk: Value }>('SELECT c.kvk FROM permit_record p JOIN company c ON c.id = p.company_id')?.kvk
const fieldOf = (store: Store, label: string) => readPair(contextOn(store), { party: 'company', left: recordId(REGISTER, 2), right: recordId(PERMITS, 2) }).fields.find((field) => field.label === label)
const addressField = (store: Store) => fieldOf(store, 'Adres')
const link = (store: Store): void => void runLink(contextOn(store))

/** A delivery in which the company has moved here. */
function move(writer: Writer): void {
  addRecord(writer, 'company_record', LATER, 2, { ...glass, ...here })
  recordEnder(writer, 'company_record', LATER)(recordId(REGISTER, 3), recordId(LATER, 2))
}

const former = (writer: Writer): void => void addRecord(writer, 'company_record', REGISTER, 3, { ...glass, ...there })
const lives = (writer: Writer): void => void addRecord(writer, 'person_record', PERSONS, 2, { ...director, ...there })
const holds = (office: string) => (writer: Writer): void => void addRecord(writer, 'office_record', OFFICES, 2, { kvk: 1, office, ...director })

describe('a row that gives a company’s name without its number, at an address the trade register does not have it at', () => {
  test('is proposed when nothing tells of that address', () => {
    const store = vaultWith(() => undefined)
    expect(applicant(store)).toBeNull()
    expect(store.all("SELECT status FROM link_pair WHERE party = 'company'")).toEqual([{ status: 'voorstel' }])
    expect(fieldOf(store, 'Rechtsvorm')).toMatchObject({ left: 'besloten vennootschap', right: 'besloten vennootschap', outcome: 'equal' })
  })

  test('is that company when an earlier delivery had it there, linked or not before the next one came', () => {
    const unlinked = vaultWith((writer) => {
      former(writer)
      move(writer)
    })
    expect(applicant(unlinked)).toBe(1)
    const linked = vaultWith(former)
    linked.write(move)
    link(linked)
    expect(applicant(linked)).toBe(1)
  })

  test('is that company under a name it had there', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', REGISTER, 3, { ...glass, name: 'Zuiderveld Handel B.V.', ...there })
      move(writer)
      writer.run("UPDATE permit_record SET applicant_name = 'Zuiderveld Handel'")
    })
    expect(applicant(store)).toBe(1)
    expect(store.get('SELECT name FROM company WHERE kvk = 1')).toEqual({ name: 'Polderglas B.V.' })
  })

  test('is that company when somebody who runs it lives there, and says so', () => {
    const store = vaultWith((writer) => {
      lives(writer)
      holds('bestuurder')(writer)
    })
    expect(applicant(store)).toBe(1)
    expect(addressField(store)).toMatchObject({ left: 'Markerkant 14, Almere', right: 'Markerkant 14, Almere', words: 'wie het bedrijf leidt, of wat het zelf leidt, staat er ingeschreven', outcome: 'alike' })
  })

  test('is that company when a company stands there that it runs, or that runs it, by number', () => {
    const other = { kvk: 2, name: 'Zuiderveld Beheer B.V.', legal_form: 'bv', ...there }
    const related = (kvk: number, officer_kvk: number, office: string) => vaultWith((writer) => {
      addRecord(writer, 'company_record', REGISTER, 3, other)
      addRecord(writer, 'office_record', OFFICES, 2, { kvk, office, officer_kvk })
    })
    expect([applicant(related(2, 1, 'bestuurder')), applicant(related(1, 2, 'enig_aandeelhouder'))]).toEqual([1, 1])
    expect([applicant(related(2, 1, 'commissaris')), applicant(related(3, 2, 'bestuurder'))]).toEqual([null, null])
  })

  test('is not when so many stand there that it tells nothing', () => {
    const store = vaultWith((writer) => {
      for (let i = 0; i < 12; i += 1) addRecord(writer, 'company_record', REGISTER, 3 + i, { kvk: 2 + i, name: `Zuiderveld ${'abcdefghijkl'[i]} B.V.`, legal_form: 'bv', ...there })
      addRecord(writer, 'office_record', OFFICES, 2, { kvk: 2, office: 'bestuurder', officer_kvk: 1 })
    })
    expect(applicant(store)).toBeNull()
  })

  test.each(['boekhouder', 'curator', 'commissaris', 'gevolmachtigde'])('a %s who lives there tells nothing', (office) => {
    const store = vaultWith((writer) => {
      lives(writer)
      holds(office)(writer)
    })
    expect(applicant(store)).toBeNull()
  })

  test('is that company when an inspection there gives its number', () => {
    expect(applicant(vaultWith((writer) => addRecord(writer, 'inspection_record', INSPECTIONS, 2, { kvk: 1, ...there })))).toBe(1)
  })

  test('a former address of another company, or a director of another, makes it none of them', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', REGISTER, 3, { kvk: 2, branch_number: 12, name: 'Eemvallei Vastgoed B.V.', ...there })
      addRecord(writer, 'company_record', LATER, 2, { kvk: 2, branch_number: 12, name: 'Eemvallei Vastgoed B.V.', ...here })
      recordEnder(writer, 'company_record', LATER)(recordId(REGISTER, 3), recordId(LATER, 2))
      lives(writer)
      addRecord(writer, 'office_record', OFFICES, 2, { kvk: 2, ...director })
    })
    expect(applicant(store)).toBeNull()
  })

  test('two companies of that name, of which the directors live there: both are proposed, none is chosen', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', REGISTER, 3, { kvk: 2, branch_number: 12, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
      lives(writer)
      for (const kvk of [1, 2]) addRecord(writer, 'office_record', OFFICES, 1 + kvk, { kvk, ...director })
    })
    expect(applicant(store)).toBeNull()
    expect(store.get("SELECT count(*) AS n FROM link_pair WHERE party = 'company' AND status = 'voorstel'")).toEqual({ n: 2 })
    expect(addressField(store)).toMatchObject({ left: 'Markerkant 14, Almere', right: 'Markerkant 14, Almere', words: 'wie het bedrijf leidt, of wat het zelf leidt, staat er ingeschreven' })
  })

  test('two of that name that were there: the address is named though no row gives it any more', () => {
    const store = vaultWith((writer) => {
      for (const kvk of [1, 2]) {
        addRecord(writer, 'company_record', REGISTER, 5 + kvk, { ...glass, kvk, branch_number: 10 + kvk, ...there })
        addRecord(writer, 'company_record', LATER, 1 + kvk, { ...glass, kvk, branch_number: 10 + kvk, ...here })
        recordEnder(writer, 'company_record', LATER)(recordId(REGISTER, 5 + kvk), recordId(LATER, 1 + kvk))
      }
    })
    expect(applicant(store)).toBeNull()
    expect(addressField(store)).toMatchObject({ left: 'Markerkant 14, Almere', right: 'Markerkant 14, Almere', words: 'gelijk, volgens een eerdere levering, controle of maatregel' })
  })
})

describe('what comes later', () => {
  test.each<[string, (writer: Writer) => void, (writer: Writer) => void]>([
    ['the director moves in', holds('bestuurder'), lives],
    ['who lives there becomes a director', lives, holds('vennoot')],
    ['an inspection', () => undefined, (writer) => addRecord(writer, 'inspection_record', INSPECTIONS, 2, { kvk: 1, ...there })],
  ])('%s: the company is found', (_, before, after) => {
    const store = vaultWith(before)
    expect(applicant(store)).toBeNull()
    store.write(after)
    link(store)
    expect(applicant(store)).toBe(1)
  })

  test('the director moves out: it is a question again', () => {
    const store = vaultWith((writer) => {
      holds('bestuurder')(writer)
      lives(writer)
    })
    store.write((writer) => recordEnder(writer, 'person_record', LATER)(recordId(PERSONS, 2), null))
    link(store)
    expect(applicant(store)).toBeNull()
  })
})

test('a name that the register gives with and without legal form is no more common for it', () => {
  const store = vaultWith((writer) => writer.run("UPDATE company_record SET trade_name = 'Polderglas' WHERE kvk = 1"))
  const weights = (one: Store): unknown => one.get("SELECT weight FROM link_pair WHERE party = 'company'")
  expect(weights(store)).toEqual(weights(vaultWith(() => undefined)))
})

test('of companies of one name, the one with the legal form that is given is proposed where no other has it', () => {
  const store = vaultWith((writer) => {
    addRecord(writer, 'company_record', REGISTER, 3, { kvk: 2, name: 'Polderglas V.O.F.', legal_form: 'vof', ...here })
    addRecord(writer, 'company_record', REGISTER, 4, { kvk: 3, name: 'Stichting Polderglas', legal_form: 'stichting', ...here })
  })
  expect(store.all("SELECT left_record AS one, right_record AS other FROM link_pair WHERE party = 'company' AND status = 'voorstel'")).toEqual([{ one: recordId(REGISTER, 2), other: recordId(PERMITS, 2) }])
})
