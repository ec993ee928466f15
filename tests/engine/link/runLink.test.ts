import { describe, expect, test } from 'vitest'
import type { LinkReport } from '../../../shared/contract/catalogue.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const bsn = (number: number) => Buffer.alloc(32, number)
const jan = { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Vries', birth_date: '1980-05-17' }
const here = { given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' }
const there = { given_street: 'Markerkant', given_number: 14, given_postcode: '1314AN', given_city: 'Almere' }

/** Two addresses, deliveries 1 to 9 (each of its own supplier but 8, which comes from that of 3), and what the test adds. */
function vaultWith(fill: (writer: Writer) => void): Store {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3, 4, 5, 6, 7, 9]) addDelivery(writer, id)
    addDelivery(writer, 8, { supplier: 'leverancier 3' })
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Markerkant', number: 12, postcode: '1314AN', x: 5, y: 5 })
    addAddress(writer, 2, { id: 34_200_000_000_002, street: 'Markerkant', number: 14, postcode: '1314AN', x: 15, y: 5 })
    fill(writer)
  })
  return store
}

function link(store: Store): LinkReport {
  return runLink(contextOn(store))
}

const rows = (store: Store, sql: string): Record<string, Value>[] => store.all(sql)
/** Every derived table, to compare whole runs. */
function picture(store: Store): Record<string, unknown> {
  const tables = ['address', 'company', 'branch_location', 'person', 'entity_record', 'entity_number', 'entity_home', 'node', 'link', 'link_pair', 'search_index', 'search_version', 'company_record', 'person_record', 'office_record', 'ownership_record', 'permit_record', 'inspection_record', 'measure_record', 'signal_record']
  return Object.fromEntries(tables.map((table) => [table, rows(store, `SELECT * FROM ${table} ORDER BY 1, 2`)]))
}
const indexes = (store: Store) => rows(store, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
const links = (store: Store) =>
  rows(store, "SELECT f.kind || ':' || f.ref AS source, t.kind || ':' || t.ref AS target, l.kind, l.label, l.started, l.ended, l.strength, l.share_part, l.share_whole, l.record_id FROM link l JOIN node f ON f.id = l.from_node JOIN node t ON t.id = l.to_node ORDER BY l.kind, l.id")

/** Rows of pairs that are put before a human. */
const likely = (store: Store) => rows(store, "SELECT left_record & 4294967295 AS one, right_record & 4294967295 AS other FROM link_pair WHERE status = 'voorstel' ORDER BY 1, 2").map(({ one, other }) => [one, other])

/** Enough other companies to know that a name is rare. */
function others(writer: Writer): void {
  for (let i = 0; i < 300; i += 1) addRecord(writer, 'company_record', 9, i + 2, { kvk: 1000 + i, name: `Onderneming ${'abcdefghijklmnopqrst'[i % 20]}${i}` })
}

/** A little of everything. */
function fillMixed(writer: Writer): void {
  addRecord(writer, 'company_record', 2, 2, { kvk: 11111111, branch_number: 100, rsin: 1234, name: 'Polderglas B.V.', legal_form: 'bv', sbi: '4334', sbi_version: '2008', is_main: 1, started: '2015-03-01', ...here })
  addRecord(writer, 'company_record', 2, 3, { kvk: 22222222, name: 'Vries Holding B.V.', legal_form: 'bv', ...there })
  addRecord(writer, 'person_record', 3, 2, { ...jan, bsn_hash: bsn(1), started: '2010-01-01', ...there })
  addRecord(writer, 'office_record', 4, 2, { kvk: 11111111, office: 'enig_aandeelhouder', officer_kvk: 22222222, share_part: 1, share_whole: 1, started: '2015-03-01' })
  addRecord(writer, 'office_record', 4, 3, { kvk: 22222222, office: 'bestuurder', authority: 'zelfstandig', ...jan, started: '2014' })
  addRecord(writer, 'ownership_record', 5, 2, { ...jan, bsn_hash: bsn(1), share_part: 1, share_whole: 2, started: '2012-06-01', mortgagee: 'Vries Holding BV', mortgagee_kind: 'rechtspersoon', ...here })
  addRecord(writer, 'permit_record', 6, 2, { applicant_kvk: 11111111, permit_kind: 'exploitatie', applied: '2016-01-01', ...here })
  addRecord(writer, 'inspection_record', 7, 2, { kvk: 11111111, ...here })
  addRecord(writer, 'signal_record', 9, 2, { kvk: 99999999, ...here })
}

describe('the network of a few records', () => {
  test('links every kind, dated, with share and source', () => {
    const store = vaultWith(fillMixed)
    const report = link(store)
    expect(report).toEqual({
      addresses: { bag: 0, exact: 7, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0, notGiven: 0, decided: 0 },
      nodes: { address: 2, company: 2, person: 1 },
      links: { applicant: 1, director: 1, 'established-at': 2, 'lives-at': 1, mortgagee: 1, owner: 1, shareholder: 1 },
      pairs: { compared: 0, linked: 0, proposed: 0, refused: 0 },
      clusters: [{ records: 1, persons: 0, companies: 2 }, { records: 3, persons: 1, companies: 0 }],
      remarks: [],
    })
    const [one, two] = ['1:34200000000001', '1:34200000000002']
    const plain = { ended: null, strength: 'confirmed', share_part: null, share_whole: null }
    expect(links(store)).toEqual([
      { source: '2:1', target: one, kind: 'applicant', label: 'exploitatie', ...plain, started: '2016-01-01', record_id: recordId(6, 2) },
      { source: '3:1', target: '2:2', kind: 'director', label: 'bestuurder, zelfstandig bevoegd', ...plain, started: '2014', record_id: recordId(4, 3) },
      { source: '2:1', target: one, kind: 'established-at', label: 'hoofdvestiging', ...plain, started: '2015-03-01', record_id: recordId(2, 2) },
      { source: '2:2', target: two, kind: 'established-at', label: 'vestiging', ...plain, started: null, record_id: recordId(2, 3) },
      { source: '3:1', target: two, kind: 'lives-at', label: 'ingeschreven', ...plain, started: '2010-01-01', record_id: recordId(3, 2) },
      { source: '2:2', target: one, kind: 'mortgagee', label: 'hypotheek', ...plain, strength: 'suspected', started: '2012-06-01', record_id: recordId(5, 2) },
      { source: '3:1', target: one, kind: 'owner', label: 'eigendom 1/2', ...plain, share_part: 1, share_whole: 2, started: '2012-06-01', record_id: recordId(5, 2) },
      { source: '2:2', target: '2:1', kind: 'shareholder', label: 'enig aandeelhouder 1/1', ...plain, share_part: 1, share_whole: 1, started: '2015-03-01', record_id: recordId(4, 2) },
    ])
    expect(rows(store, 'SELECT kind, ref, degree FROM node ORDER BY id')).toEqual([
      { kind: 1, ref: 34_200_000_000_001, degree: 4 }, { kind: 1, ref: 34_200_000_000_002, degree: 2 }, { kind: 2, ref: 1, degree: 3 },
      { kind: 2, ref: 2, degree: 4 }, { kind: 3, ref: 1, degree: 3 },
    ])
  })

  test('a second run changes nothing, a second vault is the same', () => {
    const store = vaultWith(fillMixed)
    link(store)
    const before = picture(store)
    link(store)
    expect(picture(store)).toEqual(before)
    const other = vaultWith(fillMixed)
    link(other)
    expect(picture(other)).toEqual(before)
  })

  test('leaves the indexes of the vault as they were', () => {
    const store = vaultWith(fillMixed)
    const before = indexes(store)
    link(store)
    expect(indexes(store)).toEqual(before)
  })

  test('cancelled halfway it leaves the vault as it was', () => {
    const store = vaultWith(fillMixed)
    const before = picture(store)
    let steps = 0
    const checkCancelled = (): void => {
      steps += 1
      if (steps > 6) throw new ProblemError('cancelled')
    }
    expect(() => runLink(contextOn(store, { checkCancelled }))).toThrow('cancelled')
    expect(picture(store)).toEqual(before)
  })

  test('tells how far it is', () => {
    const steps: string[] = []
    runLink(contextOn(vaultWith(fillMixed), { report: ({ step }) => void (steps.at(-1) === step || steps.push(step)) }))
    expect(steps).toEqual([
      'Adressen in buurten plaatsen', 'Adressen laden', 'Adressen koppelen', 'Personen samenvoegen', 'Personen vergelijken', 'Bedrijven samenvoegen',
      'Netwerk opbouwen', 'Zoekindex opbouwen', 'Vastleggen',
    ])
  })
})

describe('companies', () => {
  const company = (store: Store) => rows(store, 'SELECT id, kvk, rsin, name FROM company ORDER BY id')

  test('by KVK number, else by the RSIN or vestigingsnummer of one', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, rsin: 10, branch_number: 100, name: 'Eén B.V.' })
      addRecord(writer, 'company_record', 2, 3, { rsin: 10, name: 'Een bv' })
      addRecord(writer, 'company_record', 2, 4, { branch_number: 100, trade_name: 'Eentje' })
      addRecord(writer, 'company_record', 2, 5, { rsin: 20, name: 'Twee' })
      addRecord(writer, 'company_record', 2, 6, { rsin: 20, name: 'Twee' })
      addRecord(writer, 'company_record', 2, 7, { name: 'Eén B.V.' })
    })
    link(store)
    expect(company(store)).toEqual([{ id: 1, kvk: 1, rsin: 10, name: 'Een bv' }, { id: 2, kvk: null, rsin: 20, name: 'Twee' }, { id: 3, kvk: null, rsin: null, name: 'Eén B.V.' }])
    expect(rows(store, 'SELECT entity_id, record_id & 4294967295 AS row, basis FROM entity_record ORDER BY record_id')).toEqual([
      { entity_id: 1, row: 2, basis: 'kvk' }, { entity_id: 1, row: 3, basis: 'rsin' }, { entity_id: 1, row: 4, basis: 'branch-number' },
      { entity_id: 2, row: 5, basis: 'rsin' }, { entity_id: 2, row: 6, basis: 'rsin' }, { entity_id: 3, row: 7, basis: 'row' },
    ])
  })

  test('two KVK numbers are two companies, and an RSIN that stands with both points at neither', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, rsin: 10, name: 'Zelfde B.V.', ...here })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, rsin: 10, name: 'Zelfde B.V.', ...here })
      addRecord(writer, 'company_record', 2, 4, { rsin: 10, name: 'Zelfde B.V.', ...here })
      others(writer)
    })
    link(store)
    expect(company(store).slice(0, 3).map(({ kvk }) => kvk)).toEqual([1, 2, null])
    expect(likely(store)).toEqual([[2, 4], [3, 4]])
  })

  test('a namesake without KVK number is proposed, one of another legal form is not', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Polderglas B.V.', legal_form: 'bv', sbi: '4334', ...here })
      addRecord(writer, 'company_record', 2, 3, { name: 'POLDERGLAS BV', legal_form: 'bv', sbi: '4334', ...there })
      addRecord(writer, 'company_record', 2, 4, { kvk: 2, name: 'Proefveer B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'company_record', 2, 5, { name: 'Stichting Proefveer', legal_form: 'stichting', ...here })
      others(writer)
    })
    link(store)
    expect(likely(store)).toEqual([[2, 3]])
  })

  test('one that is only mentioned exists under its KVK number; an inspection or signal makes none', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'office_record', 4, 2, { kvk: 1234567, ...jan })
      addRecord(writer, 'ownership_record', 5, 2, { owner_kvk: 7654321, owner_name: 'Eigenaar B.V.', ...here })
      addRecord(writer, 'inspection_record', 7, 2, { kvk: 5555555, ...here })
      addRecord(writer, 'signal_record', 9, 2, { kvk: 1234567, ...here })
    })
    link(store)
    expect(company(store)).toEqual([{ id: 1, kvk: 1234567, rsin: null, name: 'KVK 01234567' }, { id: 2, kvk: 7654321, rsin: null, name: 'Eigenaar B.V.' }])
    expect(rows(store, 'SELECT company_id FROM inspection_record')).toEqual([{ company_id: null }])
    expect(rows(store, 'SELECT company_id FROM signal_record')).toEqual([{ company_id: 1 }])
  })

  test('keeps its number when others come and go; numbers are never used twice', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Een' })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, name: 'Twee' })
      addRecord(writer, 'company_record', 2, 4, { name: 'Zonder nummer' })
    })
    link(store)
    store.write((writer) => {
      writer.run('DELETE FROM company_record WHERE kvk IN (1, 2)')
      addRecord(writer, 'company_record', 1, 9, { kvk: 3, name: 'Drie' })
      addRecord(writer, 'company_record', 9, 9, { kvk: 2, name: 'Twee opnieuw' })
    })
    link(store)
    expect(company(store)).toEqual([
      { id: 2, kvk: 2, rsin: null, name: 'Twee opnieuw' }, { id: 3, kvk: null, rsin: null, name: 'Zonder nummer' }, { id: 4, kvk: 3, rsin: null, name: 'Drie' },
    ])
  })

  test('an establishment moves with a newer delivery of the same supplier, and what ended stays', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 3, 2, { kvk: 1, branch_number: 7, name: 'Een', started: '2010-01-01', ...here })
      addRecord(writer, 'company_record', 8, 2, { kvk: 1, branch_number: 7, name: 'Een', started: '2020-01-01', ...there })
      addRecord(writer, 'company_record', 3, 3, { kvk: 1, branch_number: 8, name: 'Een', started: '2009-01-01', ended: '2011-01-01', ...there })
    })
    link(store)
    expect(links(store).map(({ target, started, ended }) => [target, started, ended])).toEqual([
      ['1:34200000000002', '2009-01-01', '2011-01-01'], ['1:34200000000002', '2020-01-01', null],
    ])
    expect(rows(store, 'SELECT branch_number, address_id FROM branch_location ORDER BY id')).toEqual([
      { branch_number: 8, address_id: 34_200_000_000_002 }, { branch_number: 7, address_id: 34_200_000_000_002 },
    ])
  })
})

describe('persons', () => {
  const persons = (store: Store) => rows(store, 'SELECT p.id, count(*) AS rows FROM person p JOIN entity_record e ON e.kind = \'person\' AND e.entity_id = p.id GROUP BY p.id ORDER BY p.id')
  const people = (...all: Record<string, Value>[]) => vaultWith((writer) => all.forEach((values, i) => addRecord(writer, 'person_record', 3, i + 2, values)))

  test('one BSN is one person, whatever the name; two are never one', () => {
    const store = people({ ...jan, bsn_hash: bsn(1) }, { ...jan, family_name: 'Vries-Jansen', bsn_hash: bsn(1) }, { ...jan, bsn_hash: bsn(2) })
    link(store)
    expect(persons(store)).toEqual([{ id: 1, rows: 2 }, { id: 2, rows: 1 }])
  })

  test('full name and birth date join a row without BSN to the one person who has them', () => {
    const store = people({ ...jan, bsn_hash: bsn(1) }, jan, { ...jan, prefix: '', family_name: 'VRIES, DE' })
    link(store)
    expect(persons(store)).toEqual([{ id: 1, rows: 3 }])
    expect(rows(store, "SELECT basis FROM entity_record ORDER BY record_id").map(({ basis }) => basis)).toEqual(['bsn', 'name-birth-date', 'name-birth-date'])
  })

  test('but to neither of two', () => {
    const store = people({ ...jan, bsn_hash: bsn(1) }, { ...jan, bsn_hash: bsn(2) }, jan, jan)
    link(store)
    expect(persons(store)).toEqual([{ id: 1, rows: 1 }, { id: 2, rows: 1 }, { id: 3, rows: 2 }])
    expect(likely(store)).toEqual([[2, 4], [3, 4]])
  })

  test('a name alone, a placeholder or an incomplete date never join; likely ones are proposed; initials join with a full date only', () => {
    const store = people(
      { ...jan, birth_date: null }, { ...jan, birth_date: null }, { ...jan, given_names: '' }, { ...jan, given_names: '' },
      { ...jan, birth_date: '1980-01-01' }, { ...jan, birth_date: '1980-01-01' }, { ...jan, birth_date: '1980' }, { ...jan, birth_date: '1980' },
    )
    link(store)
    expect(persons(store).map(({ rows: count }) => count)).toEqual([1, 1, 2, 1, 1, 1, 1])
    expect(likely(store).length).toBeGreaterThan(0)
  })

  test('other birth dates and other given names are not even proposed, an impossible date that was mistyped joins', () => {
    const store = people(jan, { ...jan, birth_date: '1980-06-18' }, { ...jan, given_names: 'Johanna Petra' }, { ...jan, birth_date: '1980-05-71' }, { ...jan, birth_date: '1979-05-17' })
    link(store)
    // 71 May is 17 May with its digits swapped and joins; J.P. born on the same day may be a twin, or a name that was taken down wrongly
    expect(likely(store)).toEqual([[2, 4]])
    expect(persons(store).map(({ rows: count }) => count)).toEqual([2, 1, 1, 1])
  })

  test('day and month swapped link, and the pair says so', () => {
    const store = people({ ...jan, birth_date: '1980-05-07' }, { ...jan, birth_date: '1980-07-05' })
    link(store)
    expect(persons(store)).toEqual([{ id: 1, rows: 2 }])
    expect(rows(store, "SELECT status, tier, parts ->> '$[2][1]' AS level FROM link_pair")).toEqual([{ status: 'gekoppeld', tier: 'benaderend', level: 'verwisseld' }])
  })

  test('a BSN on many names is no key, and the report says so', () => {
    const names = ['Vries', 'Jansen', 'Bakker', 'Visser', 'Smit']
    const store = people(...names.map((family_name) => ({ ...jan, family_name, bsn_hash: bsn(9) })))
    const { remarks } = link(store)
    expect(persons(store)).toHaveLength(5)
    expect(remarks).toEqual(['Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.'])
  })

  test('everyone of one name in one house makes no giant group', () => {
    const store = people(...Array.from({ length: 60 }, () => ({ ...jan, birth_date: '1980', ...here })))
    expect(link(store).pairs).toMatchObject({ linked: 0, proposed: 0 })
  })

  test('a person keeps his number when a BSN becomes known', () => {
    const store = people({ ...jan, family_name: 'Eerder', bsn_hash: bsn(7) }, jan)
    link(store)
    expect(persons(store)).toEqual([{ id: 1, rows: 1 }, { id: 2, rows: 1 }])
    store.write((writer) => {
      writer.run("DELETE FROM person_record WHERE family_name = 'Eerder'")
      addRecord(writer, 'person_record', 9, 2, { ...jan, bsn_hash: bsn(1) })
    })
    link(store)
    expect(persons(store)).toEqual([{ id: 2, rows: 2 }])
    expect(rows(store, 'SELECT person_id FROM person_record')).toEqual([{ person_id: 2 }, { person_id: 2 }])
  })

  test('rows that name nobody are nobody', () => {
    const store = people({ family_name: 'onbekend' }, { family_name: 'NN', birth_date: '1980-05-17' }, {})
    link(store)
    expect(persons(store)).toEqual([])
  })
})

test('addresses get the buurt they lie in, also when the buurten come later', () => {
  const store = vaultWith(() => undefined)
  link(store)
  store.write((writer) => {
    for (const [id, minX] of [[1, 0], [2, 10]] as const) {
      const ring = [minX, 0, minX + 10, 0, minX + 10, 10, minX, 10, minX, 0]
      writer.run(
        "INSERT INTO area (id, code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) VALUES (?, ?, ?, 'buurt', NULL, ?, ?, 0, ?, 10, ?)",
        id, `BU0034010${id}`, `Buurt ${id}`, JSON.stringify([ring]), minX, minX + 10, recordId(1, id),
      )
    }
  })
  link(store)
  expect(rows(store, 'SELECT id, area_id FROM address ORDER BY id')).toEqual([{ id: 34_200_000_000_001, area_id: 1 }, { id: 34_200_000_000_002, area_id: 2 }])
})
