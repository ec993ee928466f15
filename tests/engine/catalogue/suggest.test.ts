import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../../shared/model/entity.ts'
import { suggest } from '../../../electron/engine/catalogue/search/index.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { buildSearch } from '../../../electron/engine/link/search/index.ts'
import { makeWordIndex } from '../../../electron/engine/link/search/wordIndex.ts'
import { readWordIndex, saveWordIndex } from '../../../electron/engine/store/search.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const homes: [string, number, string, string, string, string?][] = [
  ['Markerkant', 1, '', '', '1314AN'], ['Markerkant', 12, '', '', '1314AN'], ['Markerkant', 12, 'A', '', '1314AN'], ['Markerkant', 12, 'A', '1', '1314AN'],
  ['Markerkant', 120, '', '', '1314AP'], ['Markerkant 13', 21, '', '', '1314EG'], ['Randstad 22', 3, '', '', '1316BN'], ['De Ruijterkade', 105, '', '2', '1011AB', 'Amsterdam'],
  ['Burgemeester van Nispenstraat', 5, '', '', '1315AB'], ['Belgiëlaan', 7, '', '', '1339AB'], ['Kerkstraat', 9, '', '', '1354AA'], ['Kerkstraat', 9, '', '', '1511AA', 'Amersfoort'],
]

function vault(): Store {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3]) addDelivery(writer, id)
    homes.forEach(([street, number, letter, suffix, postcode, city = 'Almere'], i) => addAddress(writer, i + 1, { street, number, letter, suffix, postcode, city }))
    const at = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN' }
    addRecord(writer, 'company_record', 2, 2, { kvk: 1234567, rsin: 1855013, branch_number: 37178598, name: 'Polderglas B.V.', trade_name: 'Het Glazen Huis', legal_form: 'bv', ...at })
    addRecord(writer, 'company_record', 2, 3, { kvk: 12345678, name: 'Kerkstraat Beheer B.V.', legal_form: 'bv' })
    addRecord(writer, 'person_record', 3, 2, { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'van der', family_name: 'Meijer', birth_date: '1980-05-17' })
    addRecord(writer, 'person_record', 3, 3, { given_names: 'Sara', initials: 'S.', prefix: '', family_name: 'Jansen', birth_date: '1975-02-03' })
  })
  runLink(contextOn(store))
  return store
}

function ask(store: Store, text: string, kinds: EntityKind[] = [], limit = 10): string[] {
  return suggest(contextOn(store), { text, kinds, limit, area: '' }).map(({ tier, title, subtitle }) => `${tier} ${title} (${subtitle.split(' · ')[0]})`)
}

describe('finds', () => {
  const cases: [string, string[]][] = [
    ['Markerkant 12', ['exact Markerkant 12 (1314 AN Almere)', 'exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)', 'exact Markerkant 120 (1314 AP Almere)']],
    ['markerkant 12a', ['exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)']],
    ['Markerkant 12 a-1', ['exact Markerkant 12 A1 (1314 AN Almere)']],
    ['Markerkant 12 A1', ['exact Markerkant 12 A1 (1314 AN Almere)']],
    ['markerkant 12a1', ['exact Markerkant 12 A1 (1314 AN Almere)']],
    ['makrerkant 12 a1', ['fuzzy Markerkant 12 A1 (1314 AN Almere)']],
    ['12 markerkant', ['exact Markerkant 12 (1314 AN Almere)', 'exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)', 'exact Markerkant 120 (1314 AP Almere)']],
    ['Almere marker 120', ['exact Markerkant 120 (1314 AP Almere)']],
    ['Markerkant 13 21', ['exact Markerkant 13 21 (1314 EG Almere)']],
    ['markerkan', ['exact Markerkant 1 (1314 AN Almere)', 'exact Markerkant 12 (1314 AN Almere)', 'exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)', 'exact Markerkant 13 21 (1314 EG Almere)', 'exact Markerkant 120 (1314 AP Almere)']],
    ['randst', ['exact Randstad 22 3 (1316 BN Almere)']],
    ['1314 an 12', ['exact Markerkant 12 (1314 AN Almere)', 'exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)']],
    ['1316', ['exact Randstad 22 3 (1316 BN Almere)']],
    ['1011AB 105-2', ['exact De Ruijterkade 105-2 (1011 AB Amsterdam)']],
    ['ruyterkade 105', ['normalised De Ruijterkade 105-2 (1011 AB Amsterdam)']],
    ['belgielaan', ['normalised Belgiëlaan 7 (1339 AB Almere)']],
    ['burg. v. nispenstr', ['exact Burgemeester van Nispenstraat 5 (1315 AB Almere)']],
    ['nispenstraat burgemeester 5', ['exact Burgemeester van Nispenstraat 5 (1315 AB Almere)']],
    ['kerk straat 9 amersfoort', ['normalised Kerkstraat 9 (1511 AA Amersfoort)']],
    ['makrerkant 120', ['fuzzy Markerkant 120 (1314 AP Almere)']],
    ['randstat', ['fuzzy Randstad 22 3 (1316 BN Almere)']],
    ['ranstad', ['fuzzy Randstad 22 3 (1316 BN Almere)']],
    // an address as it stands on an envelope, whole or while it is typed
    ['Markerkant 12 A, 1314 AN Almere', ['exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)']],
    ['Markerkant 120, 1314AP', ['exact Markerkant 120 (1314 AP Almere)']],
    ['Markerkant 120 1314AP', ['exact Markerkant 120 (1314 AP Almere)']],
    ['Markerkant 120, 1314', ['exact Markerkant 120 (1314 AP Almere)']],
    ['Markerkant 120, 1314 A', ['exact Markerkant 120 (1314 AP Almere)']],
    ['Kerkstraat 9, 1511 AA', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['Kerkstraat 9 1511aa Amersfoort', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['1511 AA Kerkstraat 9', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['1511 AA Amersfoort Kerkstraat 9', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['1511 AA Kerkstr', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['1511 AA Amersfoort', ['exact Kerkstraat 9 (1511 AA Amersfoort)']],
    ['kerkstraat 1354', ['exact Kerkstraat 9 (1354 AA Almere)']],
    ['kerkstaat 9, 1354 AA Almere', ['fuzzy Kerkstraat 9 (1354 AA Almere)']],
    ['Onbekendeweg 9, 1354 AA', ['fuzzy Kerkstraat 9 (1354 AA Almere)']],
    ['Kerkstraat 9, 1354 AB', ['fuzzy Kerkstraat 9 (1354 AA Almere)', 'fuzzy Kerkstraat 9 (1511 AA Amersfoort)']],
    ['0123', ['exact Polderglas B.V. (KVK 01234567)']],
    ['12345678', ['exact Kerkstraat Beheer B.V. (KVK 12345678)']],
    ['000037178598', ['exact Polderglas B.V. (KVK 01234567)']],
    // without the zeros in front, as a spreadsheet leaves them
    ['1234567', ['exact Polderglas B.V. (KVK 01234567)', 'exact Kerkstraat Beheer B.V. (KVK 12345678)']],
    ['37178598', ['exact Polderglas B.V. (KVK 01234567)']],
    ['1855013', ['exact Polderglas B.V. (KVK 01234567)']],
    ['1314AN 12a', ['exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)']],
    ['1314an12a', ['exact Markerkant 12 A (1314 AN Almere)', 'exact Markerkant 12 A1 (1314 AN Almere)']],
    ['001855013', ['exact Polderglas B.V. (KVK 01234567)']],
    ['0034200000000007', ['exact Randstad 22 3 (1316 BN Almere)']],
    ['polderglas bv', ['normalised Polderglas B.V. (KVK 01234567)']],
    ['glazen', ['exact Polderglas B.V. (handelsnaam Het Glazen Huis)']],
    ['poldergals', ['fuzzy Polderglas B.V. (KVK 01234567)']],
    ['meyer jan', ['normalised J.P. van der Meijer (geboren 1980)']],
    ['van der mei', ['exact J.P. van der Meijer (geboren 1980)']],
    ['jansen 1975', ['exact S. Jansen (geboren 1975)']],
    ['jansen 1980', []],
    ['janzen', ['fuzzy S. Jansen (geboren 1975)']],
    ['', []],
    ['zzzz', []],
    ['"*(', []],
  ]
  test('every form', () => {
    const store = vault()
    expect(cases.map(([text]) => [text, ask(store, text)])).toEqual(cases)
  })

  test.each([
    ['Ayşe', ['normalised Ay?e Yıldız']], ['ayse', ['normalised Ay?e Yıldız']], ['ays', ['normalised Ay?e Yıldız']], ['Ay?e', ['normalised Ay?e Yıldız']], ['ayse yildiz', ['normalised Ay?e Yıldız']], ['ayfe', ['normalised Ay?e Yıldız']],
    ['ayesha', []], ['Y?ld?z', ['normalised Ay?e Yıldız']], ['weiß', ['normalised Wei? Handel']], ['weiss handel', ['normalised Wei? Handel']], ['wei', ['exact Wei? Handel']], ['waai', []],
  ])('%s where the vault has names with letters that a file lost', (text, expected) => {
    const store = vault()
    store.write((writer) => {
      addRecord(writer, 'person_record', 3, 4, { given_names: 'Ay?e', family_name: 'Yıldız' })
      addRecord(writer, 'company_record', 2, 4, { kvk: 87654321, name: 'Wei? Handel' })
    })
    runLink(contextOn(store))
    expect(suggest(contextOn(store), { text, kinds: ['person', 'company'], limit: 5, area: '' }).map(({ tier, title }) => `${tier} ${title}`)).toEqual(expected)
  })

  test('an index of words that an earlier version spelled otherwise is made anew at the next run', () => {
    const store = vault()
    store.write((writer) => {
      writer.run("DELETE FROM meta WHERE name = 'search-words'")
      writer.run("DELETE FROM search_index WHERE kind = 'person'")
      saveWordIndex(writer, 'person', makeWordIndex([]))
    })
    expect(ask(store, 'meijer')).toEqual([])
    runLink(contextOn(store))
    expect(ask(store, 'meijer')).toEqual(['exact J.P. van der Meijer (geboren 1980)'])
  })

  test('only the kinds that were asked, and room for each', () => {
    const store = vault()
    expect(ask(store, 'kerkstraat')).toEqual([
      'exact Kerkstraat 9 (1354 AA Almere)', 'exact Kerkstraat 9 (1511 AA Amersfoort)', 'exact Kerkstraat Beheer B.V. (KVK 12345678)',
    ])
    expect(ask(store, 'kerkstraat', ['company'])).toEqual(['exact Kerkstraat Beheer B.V. (KVK 12345678)'])
    expect(ask(store, 'kerkstraat', [], 2)).toEqual(['exact Kerkstraat 9 (1354 AA Almere)', 'exact Kerkstraat Beheer B.V. (KVK 12345678)'])
  })
})

test('within a neighbourhood or district only what has an address there', () => {
  const store = vault()
  store.write((writer) => {
    const area = 'INSERT INTO area (id, code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) VALUES (?, ?, ?, ?, NULL, ?, 0, 0, 1, 1, 1)'
    writer.run(area, 1, 'WK003401', 'Haven', 'wijk', '[]')
    writer.run(area, 2, 'BU00340101', 'Markerkant', 'buurt', '[]')
    writer.run(area, 3, 'BU00340202', 'Elders', 'buurt', '[]')
    writer.run("UPDATE address SET area_id = CASE WHEN postcode BETWEEN '1314AA' AND '1314ZZ' THEN 2 ELSE 3 END")
  })
  const within = (text: string, area: string) => suggest(contextOn(store), { text, kinds: [], limit: 5, area }).map(({ title }) => title)
  expect(within('polderglas', 'BU00340101')).toEqual(['Polderglas B.V.'])
  expect(within('polderglas', 'WK003401')).toEqual(['Polderglas B.V.'])
  expect(within('01234567', 'BU00340202')).toEqual([])
  expect(within('markerkant 120', 'WK003401')).toEqual(['Markerkant 120'])
  expect(within('kerkstraat 9', 'BU00340101')).toEqual([])
  expect(within('1354', 'BU00340202')).toEqual(['Kerkstraat 9'])
  expect(within('1354', 'BU00340101')).toEqual([])
  expect(within('1354', 'BU99999999')).toEqual([])
})

test('of streets with one name those in the known areas come first, then those with most addresses', () => {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 1)
    for (const [i, city] of ['Aalten', 'Beilen', 'Beilen', 'Cuijk'].entries()) addAddress(writer, i + 1, { street: 'Dorpsstraat', number: i + 1, city })
    writer.run("INSERT INTO area (id, code, name, level, rings, min_x, min_y, max_x, max_y, record_id) VALUES (1, 'BU1', 'b', 'buurt', '[]', 0, 0, 1, 1, 1)")
    writer.run('UPDATE address SET area_id = 1 WHERE number = 4')
    buildSearch(writer, { start: () => undefined, advance: () => undefined })
  })
  expect(readWordIndex(store, 'street')?.ids).toEqual(Uint32Array.of(3, 2, 1))
})

test('whatever is typed, the order of tiers holds, nothing comes twice, and the same question gives the same answer', () => {
  const store = vault()
  const tiers = ['exact', 'normalised', 'fuzzy']
  const piece = fc.constantFrom('mark', 'markerkant', 'randstat', '12', '12a', '1314', 'an', 'almere', 'jan', 'meyer', 'kerkstraat', 'bv', "'", '"', '*', 'AND', 'OR', '(', '-', 'ÿ')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (pieces, limit) => {
      const input = { text: pieces.join(' ').slice(0, 200), kinds: [], limit }
      const hits = suggest(contextOn(store), { ...input, area: '' })
      expect(hits.length).toBeLessThanOrEqual(limit)
      expect(new Set(hits.map(({ key }) => key)).size).toBe(hits.length)
      const order = hits.map(({ tier }) => tiers.indexOf(tier))
      expect(order).toEqual(order.toSorted((first, second) => first - second))
      expect(suggest(contextOn(store), { ...input, area: '' })).toEqual(hits)
    }),
    { numRuns: 300 },
  )
})
