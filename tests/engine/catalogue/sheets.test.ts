import { describe, expect, test } from 'vitest'
import { AddressSheet, EntitySheet } from '../../../shared/contract/catalogue.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { readAddress, readCompany, readPerson } from '../../../electron/engine/catalogue/index.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { fillNetwork } from '../../fixtures/network.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const jan = { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Vries', birth_date: '1980-05-17' }
const here = { given_street: 'Annelien Kappeyne van de Coppellostraat', given_number: 8, given_postcode: '1314AN', given_city: 'Almere' }
const key = 'address:0034200000000001'

function context() {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: here.given_street, number: 8, postcode: '1314AN', object_id: 34_010_000_000_009, floor_area: 1250, x: 5, y: 5 })
    for (const [id, code, level] of [[1, 'BU00340102', 'buurt'], [2, 'WK003401', 'wijk']] as const) {
      writer.run(
        'INSERT INTO area (id, code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) VALUES (?, ?, ?, ?, NULL, ?, 0, 0, 10, 10, ?)',
        id, code, `De ${level}`, level, '[[0,0,10,0,10,10,0,10,0,0]]', recordId(1, id),
      )
    }
    addRecord(writer, 'company_record', 2, 2, { kvk: 1234567, rsin: 1855013, branch_number: 7, name: 'Polderglas B.V.', trade_name: 'Glasje', legal_form: 'bv', sbi: '4334', sbi_version: '2008', is_main: 1, started: '2015-03-01', ...here })
    addRecord(writer, 'person_record', 3, 2, { ...jan, started: '2010', ...here })
    addRecord(writer, 'office_record', 4, 2, { kvk: 1234567, office: 'bestuurder', authority: 'gezamenlijk', ...jan, started: '2015-03-01', ended: '2019-01-01' })
    addRecord(writer, 'ownership_record', 5, 2, { ...jan, share_part: 1, share_whole: 2, price: 310000, mortgage: 250000, mortgagee_kind: 'natuurlijk-persoon', mortgagee: 'Oom Kees', started: '2012-06-01', ...here })
    addRecord(writer, 'ownership_record', 5, 3, { owner_name: 'Stichting Onbekend', started: '2005-01-01', ended: '2012-06-01', price: 100000, price_covers_more: 1, ...here })
    addRecord(writer, 'permit_record', 6, 2, { applicant_kvk: 1234567, permit_kind: 'exploitatie', case_number: 'Z-1', applied: '2016-01-01', decided: '2016-02-01', ...here })
    addRecord(writer, 'inspection_record', 7, 2, { kvk: 1234567, inspection_kind: 'integrale controle', inspected: '2024-05-01', outcome: 'geen-bijzonderheden', ...here })
    addRecord(writer, 'measure_record', 8, 2, { measure_kind: 'last-onder-dwangsom', started: '2024-06-01', ...here })
  })
  const made = contextOn(store)
  runLink(made)
  return made
}

const told = (facts: EntitySheet['facts']) => facts.map(({ category, text, other, start, end, source }) => [category, text, other?.label ?? null, start, end, source.deliveryId, source.row])

describe('an address', () => {
  test('has its NEN lines, BAG facts, buurt and wijk, and dated facts with their source', () => {
    const sheet = AddressSheet.parse(readAddress(context(), key))
    expect(sheet.lines).toEqual(['A K vd Coppellostr 8', '1314 AN  ALMERE'])
    expect(sheet.properties).toContainEqual({ label: 'Oppervlakte', value: '1.250 m²' })
    expect(sheet.properties).toContainEqual({ label: 'Adresseerbaar object', value: '0034010000000009' })
    expect([sheet.neighbourhood, sheet.district]).toEqual([{ code: 'BU00340102', name: 'De buurt' }, { code: 'WK003401', name: 'De wijk' }])
    expect(sheet.source).toMatchObject({ recordId: recordId(1, 1), file: 'levering-1.csv', row: 1, supplier: 'leverancier 1', referenceDate: '2026-01-01' })
    expect(told(sheet.facts)).toEqual([
      ['measure', 'last onder dwangsom (art. 13b Opiumwet)', null, '2024-06-01', null, 8, 2],
      ['inspection', 'integrale controle door Toezicht, geen bijzonderheden', 'Polderglas B.V.', '2024-05-01', '2024-05-01', 7, 2],
      ['permit', 'exploitatie, verleend, Z-1', 'Polderglas B.V.', '2016-02-01', null, 6, 2],
      ['establishment', 'hoofdvestiging, als Glasje, SBI 4334 (2008)', 'Polderglas B.V.', '2015-03-01', null, 2, 2],
      ['ownership', 'eigendom 1/2, koopsom € 310.000, hypotheek € 250.000 van een natuurlijk persoon', 'J.P. de Vries', '2012-06-01', null, 5, 2],
      ['residence', 'ingeschreven', 'J.P. de Vries', '2010', null, 3, 2],
      ['ownership', 'eigendom, Stichting Onbekend, koopsom € 100.000 voor meer objecten samen', null, '2005-01-01', '2012-06-01', 5, 3],
    ])
  })

  test('that is not there is not found, and neither is a company under the name of an address', () => {
    const made = context()
    expect(() => readAddress(made, 'address:0000000000000001')).toThrow('not-found')
    expect(() => readAddress(made, 'company:1')).toThrow('not-found')
    expect(() => readCompany(made, 'company:99')).toThrow('not-found')
    expect(() => readPerson(made, 'person:99')).toThrow('not-found')
  })
})

test('a company has its registers, roles both ways, and the rows it was put together from', () => {
  const sheet = EntitySheet.parse(readCompany(context(), 'company:1'))
  expect([sheet.title, sheet.subtitle]).toEqual(['Polderglas B.V.', 'KVK 01234567 · besloten vennootschap'])
  expect(sheet.properties).toEqual([
    { label: 'KVK-nummer', value: '01234567' }, { label: 'RSIN', value: '001855013' }, { label: 'Rechtsvorm', value: 'besloten vennootschap' },
    { label: 'Handelsnamen', value: 'Glasje' }, { label: 'SBI', value: '4334 (SBI 2008)' }, { label: 'Begonnen', value: '01-03-2015' },
  ])
  const place = 'Annelien Kappeyne van de Coppellostraat 8, Almere'
  expect(told(sheet.facts)).toEqual([
    ['inspection', 'integrale controle door Toezicht, geen bijzonderheden', place, '2024-05-01', '2024-05-01', 7, 2],
    ['permit', 'exploitatie, verleend, Z-1', place, '2016-02-01', null, 6, 2],
    ['establishment', 'hoofdvestiging, als Glasje, SBI 4334 (2008)', place, '2015-03-01', null, 2, 2],
    ['office', 'bestuurder, gezamenlijk bevoegd', 'J.P. de Vries', '2015-03-01', '2019-01-01', 4, 2],
  ])
  expect(sheet.records.map(({ recordId: id }) => id)).toEqual([recordId(2, 2)])
})

test('a person has a name, a birth date and roles, and nothing that ranks him', () => {
  const sheet = EntitySheet.parse(readPerson(context(), 'person:1'))
  expect([sheet.title, sheet.subtitle]).toEqual(['J.P. de Vries', 'geboren 17-05-1980'])
  expect(sheet.properties.map(({ label }) => label)).toEqual(['Voornamen', 'Achternaam', 'Geboortedatum'])
  expect(told(sheet.facts).map(([category, text, other]) => [category, text, other])).toEqual([
    ['office', 'bestuurder, gezamenlijk bevoegd', 'Polderglas B.V.'],
    ['ownership', 'eigendom 1/2, koopsom € 310.000, hypotheek € 250.000 van een natuurlijk persoon', 'Annelien Kappeyne van de Coppellostraat 8, Almere'],
    ['residence', 'ingeschreven', 'Annelien Kappeyne van de Coppellostraat 8, Almere'],
  ])
  expect(Object.keys(EntitySheet.shape).join(' ')).not.toMatch(/score|rank|risk|degree/i)
})

test('a company that is a shareholder is not told as if the other were', () => {
  const store = emptyStore()
  fillNetwork(store, ['c1', 'c2'], [{ from: 'c1', to: 'c2', kind: 'shareholder', label: 'enig aandeelhouder 1/1' }])
  const factsOfCompany = (company: 'company:1' | 'company:2') => readCompany(contextOn(store), company).facts.map(({ text }) => text)
  expect(factsOfCompany('company:1')).toEqual(['met dit bedrijf als enig aandeelhouder 1/1'])
  expect(factsOfCompany('company:2')).toEqual(['enig aandeelhouder 1/1'])
})
