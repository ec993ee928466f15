import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyNameKey } from '../../../electron/engine/normalise/company.ts'
import { familyWords, isTellingBirthDate, personNameKeys, type GivenName } from '../../../electron/engine/normalise/person.ts'

const name = (givenNames: string, prefix: string, familyName: string, initials = ''): GivenName => ({ givenNames, initials, prefix, familyName })

describe('a name in one spelling', () => {
  test('however prefix, hyphen, case and diacritics are written', () => {
    const written = [
      name('Jan Pieter', 'van der', 'Meijer'), name('JAN PIETER', '', 'VAN DER MEYER'), name('Jan-Pieter', 'v.d.', 'Meijer'),
      name('Jan Pieter', '', 'Meijer, van der'), name('Ján Pieter', 'van der', 'van der Meijer'), name('Jan Pieter', 'van den', 'Meijer', 'J.P.'), name('Jan Pieter van der', '', 'Meijer'),
      name('Jan Pieter', '', 'Meijer (van der)'), name('Jan Pieter', '', 'Van Der Meĳer'),
    ]
    expect(new Set(written.map((one) => personNameKeys(one).full))).toEqual(new Set(['jan pieter|vd.meyer']))
    expect(new Set(written.map((one) => personNameKeys(one).initials))).toEqual(new Set(['jp|vd.meyer']))
  })

  test('initials written as one word in the cell for given names are initials', () => {
    expect(personNameKeys(name('JP', 'de', 'Vries'))).toEqual({ full: '', initials: 'jp|d.vries' })
    expect(personNameKeys(name('Bo', 'de', 'Vries')).full).toBe('bo|d.vries')
  })

  test('letters of other languages are those people write without them', () => {
    expect(['Şahin', 'Šahin', 'Sahin'].map((family) => personNameKeys(name('Ali', '', family)).full)).toEqual(Array.from({ length: 3 }, () => 'ali|sahin'))
    expect(['Þór', 'Guðmundsson', 'Großmann', 'Đorđević'].map((family) => familyWords(family))).toEqual(['thor', 'gudmundsson', 'grossmann', 'dordevic'])
  })

  test('initials alone are no full name, and a filler is no name', () => {
    expect(personNameKeys(name('', 'de', 'Vries', 'J.'))).toEqual({ full: '', initials: 'j|d.vries' })
    expect(personNameKeys(name('J.', 'de', 'Vries'))).toEqual({ full: '', initials: 'j|d.vries' })
    for (const filler of ['onbekend', 'NN', 'N.N.', '', 'x', '-']) expect(personNameKeys(name('Jan', '', filler))).toEqual({ full: '', initials: '' })
  })

  test('other given names, other family names and other prefixes stay apart', () => {
    const all = [name('Jan', '', 'Vries'), name('Jan', 'de', 'Vries'), name('Jans', 'de', 'Vries'), name('Jan', 'te', 'Vries'), name('Jan', 'de', 'Vris'), name('Jan', 'de', 'Orp'), name('Jan', '', 'Dorp')]
    expect(new Set(all.map((one) => personNameKeys(one).full)).size).toBe(all.length)
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (given, initials, prefix, family) => {
      const keys = personNameKeys({ givenNames: given, initials, prefix, familyName: family })
      expect(keys.full === '' || keys.full.includes('|')).toBe(true)
    }))
  })
})

test('birth dates that tell people apart', () => {
  const telling = (date: string | null) => isTellingBirthDate(date, '2026-11-21')
  expect(['1980-05-17', '2026-11-20', '2024-02-29'].filter((date) => !telling(date))).toEqual([])
  expect([null, '1900-01-01', '1980-01-01', '1980', '1980-05', '1980-02-30', '2023-02-29', '2026-11-22', '1111-11-11', '9999-12-31', '1899-05-05'].filter(telling)).toEqual([])
})

test('company names in one spelling, with the legal form apart', () => {
  const keys: [string, string, string][] = [
    ['Polderglas B.V.', 'polderglas', 'bv'], ['POLDERGLAS BV', 'polderglas', 'bv'], ['Polder-glas b.v. i.o.', 'polderglas', 'bv'],
    ['Besloten Vennootschap Polderglas', 'polderglas', 'bv'], ['Stichting De Vrije IJ', 'devryey', 'stichting'],
    ['Jansen & Zonen V.O.F.', 'jansenenzonen', 'vof'], ['Coöperatie Flevo U.A.', 'flevo', 'cooperatie'], ['VvE Markerkant 10', 'markerkant10', 'vve'], ['BV', 'bv', ''],
  ]
  expect(keys.map(([written]) => companyNameKey(written))).toEqual(keys.map(([, bare, form]) => ({ name: bare, form })))
})
