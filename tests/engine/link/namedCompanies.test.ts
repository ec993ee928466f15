import { describe, expect, test } from 'vitest'
import { recordId } from '../../../shared/model/recordId.ts'
import { readAddress, readCompany } from '../../../electron/engine/catalogue/index.ts'
import { suggest } from '../../../electron/engine/catalogue/search/index.ts'
import { relink, runLink } from '../../../electron/engine/link/index.ts'
import { decide } from '../../../electron/engine/link/review/index.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { companyVault as vaultWith, here, there } from '../../fixtures/companyVault.ts'
import { addRecord } from '../../fixtures/register.ts'
import { contextOn } from '../../fixtures/vault.ts'

const rows = (store: Store, sql: string): Record<string, Value>[] => store.all(sql)
/** Companies but for the others, with their rows. */
const companies = (store: Store) =>
  rows(store, `SELECT id, kvk, name, legal_form, (SELECT group_concat((record_id >> 32) || ':' || (record_id & 4294967295) || ' ' || basis, ', ' ORDER BY record_id) FROM entity_record WHERE kind = 'company' AND entity_id = company.id) AS rows
    FROM company WHERE name NOT LIKE 'Onderneming %' ORDER BY id`)
const proposals = (store: Store) => rows(store, "SELECT left_record AS one, right_record AS other FROM link_pair WHERE status = 'voorstel' ORDER BY 1, 2").map(({ one, other }) => [one, other])

describe('a company that is known by its name alone', () => {
  test('is a company with its rows, in the network, on the sheet of its address and in search', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Gooimeer Beheer B.V.', ...here })
      addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'Stichting Zomerfeest', permit_kind: 'evenement', ...there })
      addRecord(writer, 'office_record', 4, 2, { kvk: 1000, office: 'enig_aandeelhouder', officer_name: 'Vries Holding B.V.' })
    })
    expect(companies(store)).toMatchObject([
      { kvk: null, name: 'Vries Holding B.V.', legal_form: 'bv', rows: '4:2 row' },
      { kvk: null, name: 'Gooimeer Beheer B.V.', legal_form: 'bv', rows: '5:2 row' },
      { kvk: null, name: 'Stichting Zomerfeest', legal_form: 'stichting', rows: '6:2 row' },
    ])
    const links = rows(store, "SELECT c.name AS name, l.kind FROM link l JOIN node n ON n.id = l.from_node AND n.kind = 2 JOIN company c ON c.id = n.ref ORDER BY 1")
    expect(links).toEqual([{ name: 'Gooimeer Beheer B.V.', kind: 'owner' }, { name: 'Stichting Zomerfeest', kind: 'applicant' }, { name: 'Vries Holding B.V.', kind: 'shareholder' }])
    const owner = companies(store).find(({ name }) => name === 'Gooimeer Beheer B.V.')
    const sheet = readCompany(contextOn(store), `company:${Number(owner?.['id'])}`)
    expect([sheet.title, sheet.subtitle, sheet.records.map(({ recordId: id }) => id)]).toEqual(['Gooimeer Beheer B.V.', 'zonder KVK-nummer · besloten vennootschap', [recordId(5, 2)]])
    const address = readAddress(contextOn(store), 'address:34200000000001')
    expect(address.facts.map(({ other }) => other)).toEqual([{ key: sheet.key, label: 'Gooimeer Beheer B.V.' }])
    expect(suggest(contextOn(store), { text: 'gooimeer beheer', kinds: [], limit: 5, area: '' }).map(({ key }) => key)).toEqual([sheet.key])
  })

  test.each(['onbekend', 'n.v.t.', 'X', ''])('the name %j is of none', (name) => {
    const store = vaultWith((writer) => addRecord(writer, 'ownership_record', 5, 2, { owner_name: name, ...here }))
    expect(companies(store)).toEqual([])
  })

  test('a name beside a person makes no company: the row is about the person', () => {
    const store = vaultWith((writer) => addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'Café Proef', given_names: 'Jan', initials: 'J.', family_name: 'Proefman', ...here }))
    expect(companies(store)).toEqual([])
    expect(rows(store, 'SELECT person_id IS NOT NULL AS known FROM permit_record')).toEqual([{ known: 1 }])
  })

  test('an owner or applicant by RSIN is the company with which the trade register gives it, wherever; not where it gives it with two', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, rsin: 11, name: 'Polderglas B.V.', ...here })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, rsin: 22, name: 'Eemhof B.V.', ...here })
      addRecord(writer, 'company_record', 2, 4, { kvk: 3, rsin: 22, name: 'Eemhof Beheer B.V.', ...here })
      addRecord(writer, 'ownership_record', 5, 2, { owner_rsin: 11, ...there })
      addRecord(writer, 'ownership_record', 5, 3, { owner_rsin: 22, ...there })
      addRecord(writer, 'permit_record', 6, 2, { applicant_rsin: 11, applicant_name: 'Iets Anders', ...there })
    })
    const kvkOf = (sql: string) => rows(store, sql).map(({ kvk }) => kvk)
    expect(kvkOf('SELECT c.kvk FROM ownership_record o LEFT JOIN company c ON c.id = o.company_id ORDER BY o.id')).toEqual([1, null])
    expect(kvkOf('SELECT c.kvk FROM permit_record p LEFT JOIN company c ON c.id = p.company_id')).toEqual([1])
    // a later delivery of the trade register tells more
    store.write((writer) => writer.run('UPDATE company_record SET rsin = 33 WHERE kvk = 3'))
    runLink(contextOn(store))
    expect(kvkOf('SELECT c.kvk FROM ownership_record o LEFT JOIN company c ON c.id = o.company_id ORDER BY o.id')).toEqual([1, 2])
  })

  test('an officer by name alone is the company of that name at the address of the one it runs; elsewhere it is proposed', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Polderglas Holding B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, name: 'Zuiderveld Beheer B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'company_record', 2, 4, { kvk: 3, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'company_record', 2, 5, { kvk: 4, name: 'Eemhof B.V.', legal_form: 'bv', ...there })
      addRecord(writer, 'office_record', 4, 2, { kvk: 3, office: 'bestuurder', officer_name: 'Polderglas Holding BV' })
      addRecord(writer, 'office_record', 4, 3, { kvk: 4, office: 'bestuurder', officer_name: 'Zuiderveld Beheer BV' })
    })
    expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk, 4:2 likeness'], [2, '2:3 kvk'], [3, '2:4 kvk'], [4, '2:5 kvk'], [null, '4:3 row']])
    expect(proposals(store)).toEqual([[recordId(2, 3), recordId(4, 3)]])
  })

  describe('beside a person', () => {
    const runs = { given_names: 'Johanna Maria', family_name: 'Proefman', birth_date: '1971-03-04' }
    const glass = { name: 'Polderglas B.V.', legal_form: 'bv' }
    /** The company that asked, for two that go by one name of which the first is run by the applicant. */
    const applicantOf = (permit: Record<string, Value>, fill: (writer: Writer) => void = () => undefined): Value | undefined => {
      const store = vaultWith((writer) => {
        addRecord(writer, 'company_record', 2, 2, { kvk: 1, ...glass, ...here })
        addRecord(writer, 'company_record', 2, 3, { kvk: 2, ...glass, ...here })
        addRecord(writer, 'office_record', 4, 2, { kvk: 1, office: 'bestuurder', ...runs })
        addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'POLDERGLAS BV', ...runs, ...there, ...permit })
        fill(writer)
      })
      return store.get<{ kvk: Value }>('SELECT c.kvk FROM permit_record p LEFT JOIN company c ON c.id = p.company_id')?.kvk
    }

    test('who runs a company of that name, it is that one, wherever and however many are called so', () => {
      expect([applicantOf({}), applicantOf({ applicant_name: 'Poldergals' })]).toEqual([1, 1])
    })

    test.each([
      ['who runs none of that name', { applicant_name: 'Eemhof Beheer' }], ['who was born on another day', { birth_date: '1985-11-20' }], ['who runs one of another legal form', { applicant_name: 'Polderglas V.O.F.' }],
    ])('%s, it makes no company', (_, permit) => expect(applicantOf(permit)).toBeNull())

    test('who runs several of that name, or only keeps its books, it makes no company', () => {
      expect(applicantOf({}, (writer) => addRecord(writer, 'office_record', 4, 3, { kvk: 2, office: 'bestuurder', ...runs }))).toBeNull()
      expect(applicantOf({}, (writer) => writer.run("UPDATE office_record SET office = 'boekhouder'"))).toBeNull()
    })

    test('the company is the applicant, he is known by its row too, and somebody who knows better parts the two', () => {
      const store = vaultWith((writer) => {
        addRecord(writer, 'company_record', 2, 2, { kvk: 1, ...glass, ...here })
        addRecord(writer, 'office_record', 4, 2, { kvk: 1, office: 'bestuurder', ...runs })
        addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'Polderglas', ...runs, ...there })
      })
      expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk, 6:2 name-office']])
      expect(rows(store, "SELECT n.kind, p.person_id IS NOT NULL AS isBeside FROM link l JOIN node n ON n.id = l.from_node, permit_record p WHERE l.kind = 'applicant'")).toEqual([{ kind: 2, isBeside: 1 }])
      decide(contextOn(store), { party: 'company', left: recordId(2, 2), right: recordId(6, 2), verdict: 'different', reason: 'andere zaak' })
      relink(contextOn(store))
      expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk'], [null, '6:2 name-office']])
    })

    test('it is found out at every run: when who runs it comes later, and when he no longer does', () => {
      const store = vaultWith((writer) => {
        addRecord(writer, 'company_record', 2, 2, { kvk: 1, ...glass, ...here })
        addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'Polderglas', ...runs, ...there })
      })
      const asked = (): Value | undefined => store.get<{ kvk: Value }>('SELECT c.kvk FROM permit_record p LEFT JOIN company c ON c.id = p.company_id')?.kvk
      expect(asked()).toBeNull()
      store.write((writer) => addRecord(writer, 'office_record', 7, 2, { kvk: 1, office: 'bestuurder', ...runs }))
      runLink(contextOn(store))
      expect(asked()).toBe(1)
      store.write((writer) => writer.run("UPDATE office_record SET office = 'boekhouder'"))
      runLink(contextOn(store))
      expect(asked()).toBeNull()
    })
  })

  test('with the name and address of one that has a number it is that one; with the name elsewhere it is proposed', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'permit_record', 6, 2, { applicant_name: 'POLDERGLAS BV', ...here })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, name: 'Proefveer B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'permit_record', 6, 3, { applicant_name: 'Proefveer BV', ...there })
    })
    expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk, 6:2 likeness'], [2, '2:3 kvk'], [null, '6:3 row']])
    expect(proposals(store)).toEqual([[recordId(2, 3), recordId(6, 3)]])
    expect(rows(store, 'SELECT count(*) AS n FROM permit_record p JOIN company c ON c.id = p.company_id')).toEqual([{ n: 2 }])
  })

  test.each([['StichtingVrienden van Zonnehof', 'Stichting Vrienden van Zonnehof', 'stichting'], ['PolderglasB.V.', 'Polderglas B.V.', 'bv']])('%s, with the legal form glued to it, is %s at its address', (name, meant, legal_form) => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: meant, legal_form, ...here })
      addRecord(writer, 'permit_record', 6, 2, { applicant_name: name, ...here })
    })
    expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk, 6:2 likeness']])
  })

  test('two with a number and that name are both proposed, and none is chosen; another legal form is none of them', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'company_record', 2, 3, { kvk: 2, name: 'Polderglas B.V.', legal_form: 'bv', ...here })
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Polderglas B.V.', ...here })
      addRecord(writer, 'ownership_record', 5, 3, { owner_name: 'Stichting Polderglas', ...here })
    })
    expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[1, '2:2 kvk'], [2, '2:3 kvk'], [null, '5:2 row'], [null, '5:3 row']])
    expect(proposals(store)).toEqual([[recordId(2, 2), recordId(5, 2)], [recordId(2, 3), recordId(5, 2)]])
  })

  test('two rows with one name and one address are one; with one name at two addresses they are two', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Gooimeer Beheer B.V.', real_right: 'eigendom', ...here })
      addRecord(writer, 'ownership_record', 5, 3, { owner_name: 'Gooimeer Beheer BV', real_right: 'erfpacht', ...here })
      addRecord(writer, 'ownership_record', 5, 4, { owner_name: 'Eemvallei Vastgoed B.V.', ...here })
      addRecord(writer, 'ownership_record', 5, 5, { owner_name: 'Eemvallei Vastgoed B.V.', ...there })
    })
    expect(companies(store).map(({ name, rows: own }) => [name, own])).toEqual([
      ['Gooimeer Beheer BV', '5:2 row, 5:3 likeness'], ['Eemvallei Vastgoed B.V.', '5:4 row'], ['Eemvallei Vastgoed B.V.', '5:5 row'],
    ])
  })

  test('officers of one name in one company are one, and the one whose number another row of that company gives', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'office_record', 4, 2, { kvk: 1000, office: 'bestuurder', officer_name: 'Vries Holding B.V.' })
      addRecord(writer, 'office_record', 4, 3, { kvk: 1000, office: 'enig_aandeelhouder', officer_name: 'Vries Holding BV' })
      addRecord(writer, 'office_record', 4, 4, { kvk: 1001, office: 'bestuurder', officer_name: 'Vries Holding B.V.' })
      addRecord(writer, 'office_record', 4, 5, { kvk: 1002, office: 'bestuurder', officer_name: 'Proef Holding B.V.', officer_kvk: 7 })
      addRecord(writer, 'office_record', 4, 6, { kvk: 1002, office: 'aandeelhouder', officer_name: 'Proef Holding B.V.' })
    })
    expect(companies(store).map(({ kvk, rows: own }) => [kvk, own])).toEqual([[null, '4:2 row, 4:3 name-office'], [null, '4:4 row'], [7, '4:6 name-office']])
  })

  test('a later delivery that gives the number: the company keeps its own, and a decision about it holds', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Gooimeer Beheer B.V.', ...here })
      addRecord(writer, 'ownership_record', 5, 3, { owner_name: 'Gooimeer Beheer B.V.', ...there })
    })
    const [one, other] = companies(store).map(({ id }) => Number(id))
    decide(contextOn(store), { party: 'company', left: recordId(5, 2), right: recordId(5, 3), verdict: 'same', reason: 'zelfde bestuurder' })
    relink(contextOn(store))
    expect(companies(store).map(({ id }) => id)).toEqual([one])
    store.write((writer) => addRecord(writer, 'company_record', 2, 2, { kvk: 9, name: 'Gooimeer Beheer B.V.', legal_form: 'bv', ...here }))
    runLink(contextOn(store))
    expect(companies(store)).toEqual([{ id: one, kvk: 9, name: 'Gooimeer Beheer B.V.', legal_form: 'bv', rows: '2:2 kvk, 5:2 likeness, 5:3 likeness' }])
    expect(rows(store, "SELECT former, current FROM entity_followed WHERE kind = 'company'")).toEqual([{ former: other, current: one }])
  })

  test('a newer delivery of the same source that gives the number: the company keeps its own', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Gooimeer Beheer B.V.', ...here })
      addRecord(writer, 'office_record', 4, 2, { kvk: 1000, office: 'bestuurder', officer_name: 'Vries Holding B.V.' })
    })
    const before = companies(store)
    // as the import ends a row that a newer delivery no longer has
    const replace = (table: string, [from, to]: [number, number], values: Record<string, Value>) => store.write((writer) => {
      const id = recordId(from, 2)
      const columns = store.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name)
      const row = store.get<Record<string, Value>>(`SELECT ${columns.filter((name) => name !== 'bsn_hash').join(', ')} FROM ${table} WHERE id = ?`, id)
      writer.run("INSERT INTO past_record (record_id, table_name, content, sealed, ended_by) VALUES (?, ?, ?, '', ?)", id, table, JSON.stringify(row), to)
      writer.run(`DELETE FROM ${table} WHERE id = ?`, id)
      addRecord(writer, table, to, 2, values)
    })
    replace('ownership_record', [5, 6], { owner_name: 'Gooimeer Beheer BV', owner_kvk: 9, ...here })
    replace('office_record', [4, 7], { kvk: 1000, office: 'bestuurder', officer_name: 'Vries Holding B.V.', officer_kvk: 8 })
    runLink(contextOn(store))
    expect(companies(store).map(({ id, kvk }) => [id, kvk])).toEqual(before.map(({ id, name }) => [id, name === 'Vries Holding B.V.' ? 8 : 9]))
    runLink(contextOn(store))
    expect(companies(store).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('a mortgagee goes by the one with a number', () => {
    const store = vaultWith((writer) => {
      addRecord(writer, 'company_record', 2, 2, { kvk: 1, name: 'Proefbank N.V.', legal_form: 'nv', ...there })
      addRecord(writer, 'ownership_record', 5, 2, { owner_name: 'Proefbank N.V.', ...here })
      addRecord(writer, 'ownership_record', 5, 3, { owner_kvk: 1005, mortgagee: 'Proefbank NV', mortgagee_kind: 'bank', ...here })
    })
    expect(rows(store, "SELECT n.ref FROM link l JOIN node n ON n.id = l.from_node WHERE l.kind = 'mortgagee'")).toEqual([{ ref: Number(companies(store)[0]?.['id']) }])
  })
})
