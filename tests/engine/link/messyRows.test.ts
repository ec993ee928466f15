import { describe, expect, test } from 'vitest'
import type { LinkReport } from '../../../shared/contract/catalogue.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import type { Value } from '../../../electron/engine/store/database.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const filler = Buffer.alloc(32, 9)
const families = ['Proefman', 'Testveld', 'Voorbeeld', 'Toetsema']
const givens = ['Jan', 'Marieke', 'Sanne', 'Pieter', 'Fatima', 'Willem', 'Noor']
const home = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
const house = (i: number) => ({ given_street: 'Markerkant', given_number: i + 1, given_postcode: '1314AN', given_city: 'Almere' })
const day = (i: number) => `${1950 + (i % 50)}-${`${(i % 12) + 1}`.padStart(2, '0')}-${`${(i % 27) + 2}`.padStart(2, '0')}`
const someone = (i: number) => ({ given_names: givens[i % 7] ?? '', initials: (givens[i % 7] ?? '').slice(0, 1), family_name: `${families[i % 4] ?? ''}${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}`, birth_date: day(i) })

/** Links so many rows of one delivery, and tells how many rows the largest entity has. */
function link(table: string, count: number, row: (i: number) => Record<string, Value>): LinkReport & { largest: number } {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 3)
    for (let i = 0; i < count; i += 1) addRecord(writer, table, 3, i + 2, row(i))
  })
  const report = runLink(contextOn(store))
  return { ...report, largest: Math.max(0, ...report.clusters.map(({ records }) => records)) }
}

describe('rows about persons that are not what they seem', () => {
  test('one BSN on 500 rows with four names and dates of many lives is no key', () => {
    const { largest, remarks } = link('person_record', 500, (i) => ({ ...someone(i), family_name: families[i % 4] ?? '', given_names: 'Jan', initials: 'J', bsn_hash: filler, ...house(i) }))
    expect(largest).toBeLessThan(12)
    expect(remarks).toContain('Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.')
  })

  test('one BSN on 500 rows with two names and no dates is no key', () => {
    const { largest, remarks } = link('person_record', 500, (i) => ({ initials: 'J', family_name: families[i % 2] ?? '', bsn_hash: filler, ...house(i) }))
    expect(largest).toBe(1)
    expect(remarks).toContain('Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.')
  })

  test('a BSN with birth dates years apart joins the rows most of which agree, and says so', () => {
    const dates = ['1980-05-17', '1980-05-17', '1951-11-02', '1980-05-18']
    const { clusters, remarks } = link('person_record', 4, (i) => ({ ...someone(0), birth_date: dates[i] ?? '', bsn_hash: filler }))
    expect(clusters).toEqual([{ records: 1, persons: 1, companies: 0 }, { records: 3, persons: 1, companies: 0 }])
    expect(remarks).toEqual(['Eén BSN staat bij geboortedata die jaren uiteenliggen; 1 rij met een andere datum is niet samengevoegd.'])
  })

  test('one name and birth date on 500 rows without BSN is nobody in particular', () => {
    const { largest, pairs, remarks } = link('person_record', 500, (i) => ({ ...someone(3), ...house(i) }))
    expect(largest).toBe(1)
    expect(pairs).toMatchObject({ linked: 0, proposed: 0 })
    expect(remarks).toContain('Eén naam met geboortedatum staat zonder BSN op heel veel rijen van één levering; die rijen zijn niet samengevoegd.')
  })

  test('a director of many companies stays one person, and is told of', () => {
    const { largest, remarks } = link('office_record', 300, (i) => ({ ...someone(3), kvk: 10_000_000 + i }))
    expect(largest).toBe(300)
    expect(remarks).toEqual(['Eén persoon bestaat uit meer dan 200 rijen; controleer of die bij elkaar horen.'])
  })

  test.each(['onbekend', 'NN', 'x', 'J', 'n.v.t.', ''])('the name %j is of nobody', (family_name) => {
    const { nodes, remarks } = link('person_record', 100, (i) => ({ given_names: 'J', initials: 'J', family_name, birth_date: day(i), ...home }))
    expect(nodes.person).toBe(0)
    if (family_name !== '') expect(remarks).toContain('100 rijen noemen niemand: de naam is leeg, één letter of ‘onbekend’.')
  })

  test('a care home, a prison or a collecting office joins nobody', () => {
    const { largest, remarks } = link('person_record', 300, (i) => ({ ...someone(i), ...home }))
    expect(largest).toBe(1)
    expect(remarks).toEqual(['Op één adres staan meer dan 40 personen; samen op zo’n adres staan weegt bijna niet mee.'])
  })

  test('the date 01-01-1900 joins nobody', () => {
    const { largest, remarks } = link('person_record', 60, (i) => ({ ...someone(3), birth_date: '1900-01-01', ...house(i) }))
    expect(largest).toBe(1)
    expect(remarks).toEqual(['60 rijen hebben een geboortedatum die niets zegt, zoals 01-01-1900; die telt niet mee.'])
  })
})

describe('rows about companies that are not what they seem', () => {
  test('thirty times onbekend at one address is thirty companies and nothing to decide', () => {
    const { largest, pairs, remarks } = link('company_record', 30, () => ({ name: 'Onbekend', ...home }))
    expect(largest).toBe(1)
    expect(pairs).toEqual({ compared: 0, linked: 0, proposed: 0, refused: 0 })
    expect(remarks).toEqual(['30 bedrijven hebben geen nummer en geen naam, of een naam als ‘onbekend’, en zijn met geen ander vergeleken.'])
  })

  test.each([
    ['kvk', 12_345_678, 'KVK 12345678 staat bij veel verschillende namen en is niet als sleutel gebruikt.'],
    ['rsin', 1234, '1 RSIN staat bij veel verschillende namen en is niet als sleutel gebruikt.'],
    ['branch_number', 100, '1 vestigingsnummer staat bij veel verschillende namen en is niet als sleutel gebruikt.'],
  ])('one %s on 500 names is no key', (column, number, remark) => {
    const { largest, remarks } = link('company_record', 500, (i) => ({ name: `${someone(i).family_name} ${someone(i).given_names} Handel ${i}`, [column]: number, ...house(i) }))
    expect(largest).toBe(1)
    expect(remarks).toContain(remark)
  })

  test('one KVK number on trade names that have nothing in common is no key, in a file that gives no more', () => {
    const { largest, remarks } = link('company_record', 300, (i) => ({ trade_name: `${'abcdefghijklmno'[i % 15]}${'aeiou'[i % 5]}${'lmnrst'[i % 6]}${'aeiou'[i % 4]} Handel ${i}`, kvk: 99_999_999, ...house(i) }))
    expect(largest).toBe(1)
    expect(remarks).toContain('KVK 99999999 staat bij veel verschillende namen en is niet als sleutel gebruikt.')
  })

  test('a chain in such a file stays one company', () => {
    expect(link('company_record', 60, (i) => ({ trade_name: `Polderglas ${i}`, kvk: 12_345_678, ...house(i) }))).toMatchObject({ largest: 60, remarks: [] })
  })

  test.each(['particulier', 'Diversen', 'niet van toepassing'])('thirty permits of %s make no company', (applicant_name) => {
    expect(link('permit_record', 30, () => ({ applicant_name, ...home }))).toMatchObject({ largest: 0, pairs: { compared: 0 } })
  })

  test('a chain of many establishments under one name stays one company', () => {
    const { largest, remarks } = link('company_record', 60, (i) => ({ name: 'Polderglas B.V.', trade_name: `Polderglas ${i}`, kvk: 12_345_678, branch_number: 100 + i, ...house(i) }))
    expect(largest).toBe(60)
    expect(remarks).toEqual([])
  })
})

describe('alike but never one', () => {
  test('two BSNs on one full name and birth date are told of as refused', () => {
    const { pairs, largest } = link('person_record', 400, (i) => (i < 2 ? { ...someone(3), bsn_hash: Buffer.alloc(32, i + 1) } : { ...someone(i + 2), bsn_hash: Buffer.from(`${i}`.padStart(32, '0')) }))
    expect(largest).toBe(1)
    expect(pairs).toMatchObject({ linked: 0, refused: 1 })
  })

  test('two KVK numbers on one name, legal form and address are told of as refused', () => {
    const { pairs, largest } = link('company_record', 400, (i) =>
      i < 2 ? { name: 'Polderglas B.V.', legal_form: 'bv', kvk: 11_111_111 + i, ...home } : { name: `${someone(i).family_name} ${i}`, kvk: 20_000_000 + i, ...house(i + 20) })
    expect(largest).toBe(1)
    expect(pairs).toMatchObject({ linked: 0, proposed: 0, refused: 1 })
  })
})
