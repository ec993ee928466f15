import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFile, inspectFile, readSourceRow, useOfDelivery, withdrawDelivery } from '../../../electron/engine/import/index.ts'
import { sourceName } from '../../../electron/engine/import/followUp.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import type { SheetReport } from '../../../shared/model/source.ts'
import { fileWith } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** What the vault knows, apart from the administration of deliveries. */
const businessTables = [
  'address', 'address_former', 'street', 'area', 'company_record', 'person_record', 'office_record', 'ownership_record', 'permit_record', 'inspection_record', 'measure_record', 'signal_record',
  'signal_content', 'woz', 'vacancy', 'deed', 'area_figures', 'own_area', 'sbi_code', 'past_record', 'confirmation', 'row_issue', 'refused_row',
]

/** @param isNumbered record ids as they are; else rows by what they say */
function stateOf(store: Store, isNumbered = true): unknown {
  return Object.fromEntries(
    businessTables.map((table) => {
      const rows = store.all<Record<string, unknown>>(`SELECT * FROM ${table}`)
      const shown = rows.map((row) => JSON.stringify(Object.entries(row).filter(([name]) => isNumbered || !['id', 'record_id', 'delivery_id', 'ended_by', 'replaced_by', 'row', 'street_id'].includes(name))))
      return [table, shown.sort()]
    }),
  )
}

/** Only the newest state: what links, index and scores use. */
function currentOf(store: Store, table: string, columns: string): string[] {
  return store.all<Record<string, unknown>>(`SELECT ${columns} FROM ${table}`).map((row) => Object.values(row).join(' ')).sort()
}

async function take(store: Store, name: string, content: string, isComplete?: boolean): Promise<SheetReport> {
  const context = contextOn(store)
  const path = fileWith(name, content)
  const { sheets } = await inspectFile(context, path, [])
  const mappings = sheets.flatMap(({ proposal }) => {
    if (!proposal) return []
    return [{ ...proposal, follows: proposal.follows && isComplete !== undefined ? { ...proposal.follows, isComplete } : proposal.follows }]
  })
  const [report] = (await importFile(context, path, mappings, { dryRun: false })).sheets
  if (!report) throw new Error('nothing was taken in')
  return report
}

const withdraw = (store: Store, id: number) => store.write((writer) => withdrawDelivery(writer, contextOn(store), id, 'verkeerd bestand gestuurd'))

const CASES = 'Zaaknummer;Datum controle;Uitkomst;Adres;Soort controle'
const casesFile = (rows: readonly string[]) => [CASES, ...rows].join('\n') + '\n'

test('the next delivery of a source: new, changed, gone and the same, kept with their days', async () => {
  const store = emptyStore()
  await take(store, 'Controles 2026-09-30.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z2;02-05-2024;akkoord;Kade 2;horeca', 'Z3;03-05-2024;akkoord;Kade 3;horeca']))
  const report = await take(store, 'Controles 2026-10-31.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z2;02-05-2024;overtreding;Kade 2;horeca', 'Z4;04-06-2024;akkoord;Kade 4;horeca']), true)
  expect(report.change).toMatchObject({ added: 1, changed: 1, gone: 1, unchanged: 1 })
  expect(report.change?.examples.map(({ what, row }) => [what, row])).toEqual([['changed', 3], ['gone', 4], ['new', 4]])
  expect(report.change?.examples[0]?.values).toEqual([
    { label: 'Zaaknummer', before: 'Z2', after: 'Z2' }, { label: 'Gecontroleerd op', before: '02-05-2024', after: '02-05-2024' },
    { label: 'Uitkomst', before: 'geen-bijzonderheden', after: 'overtreding' }, { label: 'Adres in één cel', before: 'Kade 2', after: 'Kade 2' },
  ])
  expect(currentOf(store, 'inspection_record', 'case_number, outcome')).toEqual(['Z1 geen-bijzonderheden', 'Z2 overtreding', 'Z4 geen-bijzonderheden'])
  // what says the same keeps its record, and what ended can still be read
  expect(store.all('SELECT id FROM inspection_record WHERE case_number = ?', 'Z1')).toEqual([{ id: recordId(1, 2) }])
  expect(readSourceRow(store, recordId(1, 3))).toMatchObject({ validFrom: '2026-09-30', validTo: '2026-10-31' })
  expect(readSourceRow(store, recordId(2, 3))).toMatchObject({ validFrom: '2026-10-31', validTo: null })
  expect(readSourceRow(store, recordId(1, 4))).toMatchObject({ validTo: '2026-10-31' })
})

test('inspections add to what was there unless somebody says otherwise; the same row counts once', async () => {
  const store = emptyStore()
  await take(store, 'controles mei.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z2;02-05-2024;akkoord;Kade 2;horeca']))
  const report = await take(store, 'controles juni.csv', casesFile(['Z2;02-05-2024;akkoord;Kade 2;horeca', 'Z3;03-06-2024;akkoord;Kade 3;horeca']))
  expect(report.change).toMatchObject({ added: 1, changed: 0, gone: 0, unchanged: 1 })
  expect(currentOf(store, 'inspection_record', 'case_number')).toEqual(['Z1', 'Z2', 'Z3'])
})

test.each([
  ['Controles 2026-09-30.csv', 'controles_2026-10-31.xlsx', true], ['Horeca Q3 2026.xlsx', 'Horeca Q4 2026.xlsx', true], ['bag (2).csv', 'bag.csv', true],
  ['leegstand sept 2026.csv', 'leegstand 10-2026 def.csv', true], ['Controles - geweigerd.csv', 'Controles.csv', true],
  ['brk deel 1.csv', 'brk deel 2.csv', false], ['gebied 1.csv', 'gebied 2.csv', false], ['horeca.csv', 'bouw.csv', false],
])('%s and %s are of one source: %s', (first, second, isOne) => expect(sourceName(first) === sourceName(second)).toBe(isOne))

test.each([
  ['horeca1.csv', 'horeca2.csv', 1], ['horeca.csv', 'bouwtoezicht.csv', 0], ['horeca-1.csv', 'horeca-1 v2.csv', 0],
])('after %s it is asked whether %s is the next delivery: %i', async (before, name, asked) => {
  const store = emptyStore()
  await take(store, before, casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca']))
  const { sheets } = await inspectFile(contextOn(store), fileWith(name, casesFile(['Z2;01-05-2024;akkoord;Kade 2;bouw'])), [])
  expect(sheets[0]?.remarks.filter((remark) => remark.startsWith(`Dit wordt een bron naast ‘${before}’`))).toHaveLength(asked)
})

test('another name is another source', async () => {
  const store = emptyStore()
  await take(store, 'horeca.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca']))
  expect((await take(store, 'bouwtoezicht.csv', casesFile(['Z2;01-05-2024;akkoord;Kade 2;bouw']))).change).toBeNull()
})

test('a file of another team with the same name ends no rows; the supplier tells which delivery is followed', async () => {
  const store = emptyStore()
  const file = (rows: string[]) => ['Achternaam;Voornamen;Geboortedatum;Adres', ...rows].join('\n') + '\n'
  const proposalOf = async (name: string, content: string, supplier?: string) => {
    const { sheets } = await inspectFile(contextOn(store), fileWith(name, content), [{ sheet: name.replace('.csv', ''), kind: 'person', headerRow: null, supplier }])
    return sheets[0]?.proposal
  }
  const takeFrom = async (supplier: string, content: string) => {
    const path = fileWith('bewoners.csv', content)
    const { sheets } = await inspectFile(contextOn(store), path, [{ sheet: 'bewoners', kind: 'person', headerRow: null, supplier }])
    return importFile(contextOn(store), path, sheets.flatMap(({ proposal }) => proposal ?? []), { dryRun: false })
  }
  const first = file(['Vink;Anna;01-05-1980;Kade 1', 'Bos;Bram;02-05-1980;Kade 2'])
  const second = file(['Smit;Carla;03-05-1980;Kade 3'])
  await takeFrom('Team Haven', first)
  expect(await proposalOf('bewoners.csv', second)).toMatchObject({ supplier: 'Team Haven', follows: { deliveryId: 1, isComplete: false } })
  expect(await proposalOf('bewoners.csv', second, 'Team Buiten')).toMatchObject({ supplier: 'Team Buiten', follows: null })
  expect((await takeFrom('Team Buiten', second)).sheets).toMatchObject([{ accepted: 1, change: null }])
  expect(currentOf(store, 'person_record', 'family_name')).toEqual(['Bos', 'Smit', 'Vink'])
  // two suppliers use the name now: it says nothing any more, the supplier does
  expect(await proposalOf('bewoners v2.csv', second)).toMatchObject({ follows: null })
  expect(await proposalOf('bewoners v2.csv', file([]) + 'Vink;Anna;01-05-1980;Kade 1\n', 'team haven ')).toMatchObject({ follows: { deliveryId: 1, isComplete: true } })
})

test('withdrawing leaves everything as before, and the same file can come again', async () => {
  const store = emptyStore()
  await take(store, 'controles.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z9;rood;akkoord;Kade 9;horeca']))
  const before = stateOf(store)
  const second = casesFile(['Z1;01-05-2024;overtreding;Kade 1;horeca', 'Z2;02-05-2024;akkoord;Kade 2;horeca'])
  await take(store, 'controles v2.csv', second)
  expect(useOfDelivery(store, 2)).toEqual({ rows: 2, later: [], cases: [], exports: [], scoreSets: { count: 0, newest: null } })
  expect(withdraw(store, 2)).toEqual({ rows: 2 })
  expect(stateOf(store)).toEqual(before)
  expect(() => readSourceRow(store, recordId(2, 2))).toThrow('delivery-withdrawn')
  expect(await take(store, 'controles v2.csv', second)).toMatchObject({ isRepeat: false, deliveryId: 3, change: { changed: 1, added: 1 } })
})

test('the older of two goes: what only it said goes, what the newer said again stays', async () => {
  const store = emptyStore()
  await take(store, 'controles a.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z2;02-05-2024;akkoord;Kade 2;horeca']))
  await take(store, 'controles a v2.csv', casesFile(['Z1;01-05-2024;akkoord;Kade 1;horeca', 'Z3;03-05-2024;akkoord;Kade 3;horeca']))
  withdraw(store, 1)
  expect(currentOf(store, 'inspection_record', 'id, case_number')).toEqual([`${recordId(2, 2)} Z1`, `${recordId(2, 3)} Z3`])
})

test('content of signals goes to the past and comes back with its row', async () => {
  const store = emptyStore()
  const file = (content: string) => `Meldingsnummer;Ontvangstdatum;Soort signaal;Omschrijving;Adres\nM1;01-05-2024;hennep;${content};Kade 1\n`
  await take(store, 'signalen.csv', file('Sterke geur bij de buren'))
  const before = stateOf(store)
  expect((await take(store, 'signalen v2.csv', file('Geur is weg'))).change).toMatchObject({ changed: 1 })
  expect(currentOf(store, 'signal_content', 'content')).toEqual(['Geur is weg'])
  withdraw(store, 2)
  expect(stateOf(store)).toEqual(before)
})

const BAG = 'Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats;Verblijfsobjectstatus'
const bagFile = (rows: readonly string[]) => [BAG, ...rows].join('\n') + '\n'

test('the address register: changed, confirmed and gone addresses, and back', async () => {
  const store = emptyStore()
  await take(store, 'bag.csv', bagFile(['0034200000000001;Lindekade;1;1315AB;Almere;in gebruik', '0034200000000002;Lindekade;2;1315AB;Almere;in gebruik', '0034200000000003;Oude Dijk;3;1315AC;Almere;in gebruik']))
  const before = stateOf(store)
  const next = bagFile(['0034200000000001;Lindekade;1;1315AB;Almere;in gebruik', '0034200000000002;Lindelaan;2;1315AB;Almere;in gebruik', '0034200000000004;Nieuwe Dijk;4;1315AD;Almere;gevormd'])
  expect((await take(store, 'bag v2.csv', next, true)).change).toMatchObject({ added: 1, changed: 1, gone: 1, unchanged: 1 })
  expect(currentOf(store, 'address', 'id, status')).toEqual(['34200000000001 in gebruik', '34200000000002 in gebruik', '34200000000003 niet meer geleverd', '34200000000004 gevormd'])
  const third = bagFile(['0034200000000003;Oude Dijk;3;1315AC;Almere;in gebruik'])
  expect((await take(store, 'bag v3.csv', third)).change).toMatchObject({ changed: 1 })
  expect(() => withdraw(store, 2)).toThrow('delivery-has-later')
  withdraw(store, 3)
  withdraw(store, 2)
  expect(stateOf(store)).toEqual(before)
})

test('what a delivery tells beside what the one before could tell is kept, and is no change of the address', async () => {
  const store = emptyStore()
  await take(store, 'bag.csv', bagFile(['0034200000000001;Lindekade;1;1315AB;Almere;in gebruik', '0034200000000002;Lindekade;2;1315AB;Almere;in gebruik', '0034200000000003;Lindekade;3;1315AB;Almere;in gebruik']))
  const before = stateOf(store)
  const wider = (rows: readonly string[]) => [`${BAG};Nevenadres;Einddatum`, ...rows].join('\n') + '\n'
  const second = wider(['0034200000000001;Lindekade;1;1315AB;Almere;in gebruik;N;', '0034200000000002;Lindekade;2;1315AB;Almere;in gebruik;J;01-05-2018', '0034200000000003;Lindelaan;3;1315AB;Almere;in gebruik;N;'])
  expect((await take(store, 'bag v2.csv', second, true)).change).toMatchObject({ added: 0, changed: 1, gone: 0, unchanged: 2 })
  expect(currentOf(store, 'address', 'id, is_secondary, ended')).toEqual(['34200000000001 0 ', '34200000000002 1 2018-05-01', '34200000000003 0 '])
  const third = wider(['0034200000000001;Lindekade;1;1315AB;Almere;in gebruik;J;', '0034200000000002;Lindekade;2;1315AB;Almere;in gebruik;J;01-05-2018', '0034200000000003;Lindelaan;3;1315AB;Almere;in gebruik;N;01-06-2020'])
  expect((await take(store, 'bag v3.csv', third, true)).change).toMatchObject({ changed: 2, unchanged: 1 })
  withdraw(store, 3)
  withdraw(store, 2)
  expect(stateOf(store)).toEqual(before)
})

/** Small deliveries over few numbers, so that rows meet each other in every way: same, changed, twice, gone. */
const rows = fc.array(fc.record({ key: fc.integer({ min: 1, max: 4 }), outcome: fc.constantFrom('akkoord', 'overtreding', 'geen gehoor') }), { minLength: 1, maxLength: 6 })
const deliveries = fc.array(fc.record({ rows, isComplete: fc.boolean() }), { minLength: 1, maxLength: 4 })

test('withdrawing any delivery leaves the state of those that remain', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, fc.nat(), async (given, chosen) => {
      const lines = (one: (typeof given)[number]) => casesFile(one.rows.map(({ key, outcome }) => `Z${key};0${key}-05-2024;${outcome};Kade ${key};horeca`))
      const withAll = emptyStore()
      const gone = chosen % given.length
      const ids: number[] = []
      for (const [i, one] of given.entries()) ids.push((await take(withAll, 'controles.csv', `${lines(one)}${'\n'.repeat(i)}`, one.isComplete)).deliveryId ?? 0)
      withdraw(withAll, ids[gone] ?? 0)
      const without = emptyStore()
      for (const [i, one] of given.entries()) if (i !== gone) await take(without, 'controles.csv', `${lines(one)}${'\n'.repeat(i)}`, one.isComplete)
      expect(stateOf(withAll, false)).toEqual(stateOf(without, false))
    }),
    { numRuns: 15 },
  )
})
