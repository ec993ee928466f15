import { describe, expect, test } from 'vitest'
import { keyedHash } from '../../../electron/engine/audit/redact.ts'
import { importFile, inspectFile, listIssues, readSourceRow } from '../../../electron/engine/import/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { listDeliveries } from '../../../electron/engine/store/deliveries.ts'
import { writeMeta } from '../../../electron/engine/store/meta.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, problemOf, proposalsOf, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'
import { sheetXml, workbookBytes } from '../../fixtures/workbook.ts'

const count = (store: Store, table: 'delivery' | 'inspection_record' | 'company_record' | 'address' | 'row_issue' | 'signal_content') => {
  const sql = {
    delivery: 'SELECT count(*) AS n FROM delivery', inspection_record: 'SELECT count(*) AS n FROM inspection_record', address: 'SELECT count(*) AS n FROM address',
    company_record: 'SELECT count(*) AS n FROM company_record', row_issue: 'SELECT count(*) AS n FROM row_issue', signal_content: 'SELECT count(*) AS n FROM signal_content',
  }
  return store.get<{ n: number }>(sql[table])?.n
}

const INSPECTIONS = [
  'Zaaknummer;Datum controle;Uitkomst;Adres;Postcode;Woonplaats;KvK;Nationaliteit',
  'Z1;01-05-2024;Geen bijzonderheden;Markerkant 12;1315AB;Almere;69599084;x',
  'Z2;02-05-24;Hennepkwekerij aangetroffen, 240 planten;Markerkant 14-A;1315 ab;Almere Stad;1234567;x',
  'Z3;rood;akkoord;Markerkant 16;1315AB;Almere;;x',
  'Z4;03-05-2024;iets vreemds;Markerkant 18;1315AB;Almere;12;x',
  ';;;;;;;',
  'Zaaknummer;Datum controle;Uitkomst;Adres;Postcode;Woonplaats;KvK;Nationaliteit',
  'Totaal;4;;;;;;',
].join('\r\n')

describe('a delivery of inspections', () => {
  const path = () => fileWith('controles.csv', INSPECTIONS)

  test('what is read, accepted, repaired, refused and set aside', async () => {
    const store = emptyStore()
    const report = await takeIn(contextOn(store), path())
    expect(report.sheets.map((sheet) => ({ ...sheet, issues: [], groups: [] }))).toEqual([{
      deliveryId: 1, sheet: 'controles', kind: 'inspection', kindLabel: 'Controles', rowsRead: 6, accepted: 3, repaired: 2, refused: 1, ignored: 2, hiddenRows: 0, hiddenColumns: [], isRepeat: false,
      dropped: [{ heading: 'Nationaliteit', reason: 'forbidden' }], issueCount: 7, issues: [], groups: [], change: null, areasLeft: [],
    }])
  })

  test('every issue with its place, value and reason', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), path())
    const { issues } = listIssues(store, 1, 0, 100)
    expect(issues.map(({ row, column, heading, value, severity, reason }) => [severity, row, column, heading, value, reason])).toEqual([
      ['refused', 4, 'B', 'Datum controle', 'rood', reasons.requiredUnreadable('Gecontroleerd op', reasons.notADate)],
      ['repaired', 3, 'B', 'Datum controle', '02-05-24', reasons.shortYear],
      ['repaired', 3, 'G', 'KvK', '1234567', reasons.zerosRestored],
      ['repaired', 5, 'C', 'Uitkomst', 'iets vreemds', reasons.listedAs('onbekend')],
      ['ignored', 5, 'G', 'KvK', '12', reasons.notKvk],
      ['ignored', 7, '', '', '', reasons.repeatedHeading],
      ['ignored', 8, '', '', '', reasons.total],
    ])
  })

  test('what is dated after the day it comes in cannot have been seen or done: that row, or that date, is refused; a permit may end later', async () => {
    const store = emptyStore()
    const context = contextOn(store, { now: '2026-11-21T09:00:00.000Z' })
    const inspections = ['Zaaknummer;Datum controle;Uitkomst;Adres', 'Z1;21-11-2026;akkoord;Markerkant 12', 'Z2;22-11-2026;akkoord;Markerkant 14', 'Z3;01-05-2062;akkoord;Markerkant 16']
    const permits = ['Vergunningnummer;Soort vergunning;Verleend op;Geldig tot;Adres', 'V1;exploitatie;20-11-2026;01-05-2062;Markerkant 12', 'V2;exploitatie;20-11-2062;01-05-2062;Markerkant 14']
    for (const [name, lines] of [['controles', inspections], ['vergunningen', permits]] as const) await takeIn(context, fileWith(`${name}.csv`, lines.join('\r\n')))
    const issues = [1, 2].flatMap((delivery) => listIssues(store, delivery, 0, 100).issues)
    expect(issues.map(({ row, heading, value, severity, reason }) => [severity, row, heading, value, reason])).toEqual([
      ['refused', 3, 'Datum controle', '22-11-2026', 'Verplicht veld Gecontroleerd op is niet bruikbaar: Deze datum ligt in de toekomst'],
      ['refused', 4, 'Datum controle', '01-05-2062', 'Verplicht veld Gecontroleerd op is niet bruikbaar: Deze datum ligt in de toekomst'],
      ['ignored', 3, 'Verleend op', '20-11-2062', 'Deze datum ligt in de toekomst'],
    ])
    expect(store.all('SELECT inspected FROM inspection_record')).toEqual([{ inspected: '2026-11-21' }])
    expect(store.all('SELECT decided, ended FROM permit_record ORDER BY id')).toEqual([{ decided: '2026-11-20', ended: '2062-05-01' }, { decided: null, ended: '2062-05-01' }])
  })

  test('a total that also adds up columns that are not read is no refused row; a row with as much to read is one', async () => {
    const rows = ['Zaaknummer;Datum controle;Uitkomst;Adres;Personen;Boete', 'Z1;01-05-2024;akkoord;Markerkant 12;3;€ 1.500', 'Totaal 24;;akkoord;Markerkant 14;1;0', 'Totaal;;;;40;60.000', 'Totaal mei;;;;40;60.000']
    const store = emptyStore()
    const report = await takeIn(contextOn(store), fileWith('controles.csv', rows.join('\n')))
    expect(report.sheets[0]).toMatchObject({ accepted: 1, refused: 1, ignored: 2 })
    expect(listIssues(store, 1, 0, 100).issues.map(({ row, severity, reason }) => [row, severity, reason])).toEqual([
      [3, 'refused', reasons.required('Gecontroleerd op')], [4, 'ignored', reasons.total], [5, 'ignored', reasons.total],
    ])
  })

  test.each(['Volgnummer in het overzicht van het cluster Toezicht', 'Team / wijk'])('headings that come again are no row, also where the first is ‘%s’', async (first) => {
    const headings = `${first};Zaaknummer;Datum controle;Uitkomst`
    const report = await takeIn(contextOn(emptyStore()), fileWith('controles.csv', [headings, '1;Z1;01-05-2024;akkoord', headings, '2;Z2;02-05-2024;akkoord'].join('\r\n')))
    expect(report.sheets[0]).toMatchObject({ rowsRead: 3, accepted: 2, refused: 0, ignored: 1, issues: [{ row: 3, severity: 'ignored', reason: reasons.repeatedHeading }] })
  })

  test.each(['Datum  controle', '"Datum\ncontrole"', 'Datum controle '])('headings that come again as they were written are no row: ‘%s’', async (date) => {
    const headings = `Zaaknummer;${date};Uitkomst`
    const report = await takeIn(contextOn(emptyStore()), fileWith('controles.csv', [headings, 'Z1;01-05-2024;akkoord', headings, 'Z2;02-05-2024;akkoord'].join('\r\n')))
    expect(report.sheets[0]).toMatchObject({ accepted: 2, refused: 0, ignored: 1, issues: [{ severity: 'ignored', reason: reasons.repeatedHeading }] })
  })

  test('the values as they are kept', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), path())
    expect(store.all('SELECT * FROM inspection_record ORDER BY id')).toEqual([
      {
        id: recordId(1, 2), case_number: 'Z1', inspection_kind: '', inspected: '2024-05-01', department: 'Controles', outcome: 'geen-bijzonderheden', phenomenon: 'overig',
        kvk: 69_599_084, given_bag: null, given_street: 'Markerkant', given_number: 12, given_letter: '', given_suffix: '', given_postcode: '1315AB', given_city: 'Almere',
        address_id: null, address_match: 0, company_id: null,
      },
      expect.objectContaining({
        id: recordId(1, 3), inspected: '2024-05-02', outcome: 'kwekerij', phenomenon: 'hennep', kvk: 1_234_567, given_number: 14, given_letter: 'A', given_postcode: '1315AB',
      }),
      expect.objectContaining({ id: recordId(1, 5), outcome: 'onbekend', kvk: null }),
    ])
  })

  test('the delivery remembers who, when, why and how', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), path())
    expect(listDeliveries(store)).toMatchObject([{
      id: 1, kind: 'inspection', file: 'controles.csv', sheet: 'controles', supplier: 'Controles', referenceDate: null, at: NOW, by: 'Toetser', rowsRead: 6, accepted: 3,
      repaired: 2, refused: 1,
    }])
    expect(store.get('SELECT hash, purpose, account FROM delivery')).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), purpose: 'riec-casus', account: 'toets' })
  })

  test('a row can be read back under its own headings', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), path())
    const row = readSourceRow(store, recordId(1, 3))
    expect(row.source).toEqual({ recordId: recordId(1, 3), deliveryId: 1, file: 'controles.csv', sheet: 'controles', row: 3, supplier: 'Controles', referenceDate: null })
    expect(row.values).toEqual([
      { heading: 'Zaaknummer', label: 'Zaaknummer', value: 'Z2', original: null },
      { heading: 'Datum controle', label: 'Gecontroleerd op', value: '02-05-2024', original: '02-05-24' },
      { heading: 'Uitkomst', label: 'Uitkomst', value: 'kwekerij', original: null },
      { heading: 'Adres', label: 'Adres in één cel', value: 'Markerkant 14 A 1315AB Almere Stad', original: null },
      { heading: 'Postcode', label: 'Postcode', value: '1315AB', original: null },
      { heading: 'Woonplaats', label: 'Woonplaats', value: 'Almere Stad', original: null },
      { heading: 'KvK', label: 'KVK-nummer', value: '01234567', original: '1234567' },
    ])
    expect(await problemOf(Promise.resolve().then(() => readSourceRow(store, recordId(1, 4))))).toBe('not-found')
    expect(await problemOf(Promise.resolve().then(() => readSourceRow(store, recordId(9, 4))))).toBe('not-found')
  })

  test('the same again changes nothing', async () => {
    const store = emptyStore()
    const file = path()
    const first = await takeIn(contextOn(store), file)
    const second = await takeIn(contextOn(store), file)
    expect(second.sheets).toEqual(first.sheets.map((sheet) => ({ ...sheet, isRepeat: true })))
    expect([count(store, 'delivery'), count(store, 'inspection_record')]).toEqual([1, 3])
  })

  test('read otherwise it is another delivery', async () => {
    const store = emptyStore()
    const context = contextOn(store)
    const file = path()
    const [mapping] = await proposalsOf(context, file)
    if (!mapping) throw new Error('no proposal')
    await importFile(context, file, [mapping], { dryRun: false })
    const without = { ...mapping, columns: mapping.columns.map((column) => (column.field === 'kvk' ? { ...column, field: null } : column)) }
    const report = await importFile(context, file, [without], { dryRun: false })
    expect(report.sheets[0]).toMatchObject({ deliveryId: 2, isRepeat: false })
    expect((await inspectFile(context, file, [])).earlier.map(({ deliveryId }) => deliveryId)).toEqual([1, 2])
  })

  test('a dry run gives the same report and leaves nothing', async () => {
    const store = emptyStore()
    const file = path()
    const dry = await takeIn(contextOn(store), file, { dryRun: true })
    expect([count(store, 'delivery'), count(store, 'inspection_record'), count(store, 'row_issue')]).toEqual([0, 0, 0])
    const real = await takeIn(contextOn(store), file)
    expect(dry.sheets).toEqual(real.sheets.map((sheet) => ({ ...sheet, deliveryId: null })))
  })
})

describe('all or nothing', () => {
  test('a second sheet that cannot be read takes the first back', async () => {
    const store = emptyStore()
    const context = contextOn(store)
    const rows = [['Datum controle', 'Uitkomst', 'Adres'], ['01-05-2024', 'akkoord', 'Kade 1']]
    const bytes = workbookBytes({ sheets: { Een: sheetXml(rows), Twee: sheetXml(rows.slice(0, 1)) } })
    const path = fileWith('controles.xlsx', bytes)
    expect(await problemOf(importFile(context, path, await proposalsOf(context, path), { dryRun: false }))).toBe('sheet-empty')
    expect([count(store, 'delivery'), count(store, 'inspection_record')]).toEqual([0, 0])
  })

  test('cancelled in the middle', async () => {
    const store = emptyStore()
    const rows = Array.from({ length: 20_000 }, (_, i) => `Z${i};01-05-2024;akkoord;Kade ${1 + (i % 90)}`)
    const path = fileWith('controles.csv', ['Zaaknummer;Datum controle;Uitkomst;Adres', ...rows].join('\n'))
    const [mapping] = await proposalsOf(contextOn(store), path)
    if (!mapping) throw new Error('no proposal')
    let steps = 0
    const context = contextOn(store, {
      report: ({ step }) => {
        if (step.startsWith('Rijen innemen')) steps += 1
      },
      checkCancelled: () => {
        if (steps === 2) throw new (class extends Error {})('stop')
      },
    })
    await expect(importFile(context, path, [mapping], { dryRun: false })).rejects.toThrow('stop')
    expect([count(store, 'delivery'), count(store, 'inspection_record')]).toEqual([0, 0])
  })

  test('a required field without a column is refused before reading', async () => {
    const store = emptyStore()
    const context = contextOn(store)
    const path = fileWith('controles.csv', 'Uitkomst;Adres\nakkoord;Kade 1\n')
    const view = await inspectFile(context, path, [{ sheet: 'controles', kind: 'inspection', headerRow: null }])
    const mapping = view.sheets[0]?.proposal
    if (!mapping) throw new Error('no proposal')
    expect(view.sheets[0]?.missing).toEqual(['Gecontroleerd op'])
    expect(await problemOf(importFile(context, path, [mapping], { dryRun: false }))).toBe('column-required-missing')
  })

  test.each([['Blad9', 'inspection', 'not-found'], ['controles', 'ufo', 'kind-unknown']])('sheet %s as %s', async (sheet, kind, code) => {
    const context = contextOn(emptyStore())
    const path = fileWith('controles.csv', INSPECTIONS)
    const [mapping] = await proposalsOf(context, path)
    if (!mapping) throw new Error('no proposal')
    expect(await problemOf(importFile(context, path, [{ ...mapping, sheet, kind }], { dryRun: false }))).toBe(code)
  })

  test('only headings', async () => {
    const context = contextOn(emptyStore())
    expect(await problemOf(takeIn(context, fileWith('controles.csv', `${INSPECTIONS.split('\r\n')[0]}\r\n;;;\r\n`)))).toBe('sheet-empty')
  })
})

describe('rows that shift', () => {
  test('more cells than headings is refused, for then a separator stood in a value', async () => {
    const store = emptyStore()
    const path = fileWith('controles.csv', 'Zaaknummer;Datum controle;Uitkomst;Adres\nZ1;01-05-2024;akkoord; en nog wat;Kade 1\nZ2;01-05-2024;akkoord;Kade 2;;\n')
    const report = await takeIn(contextOn(store), path)
    expect(report.sheets[0]).toMatchObject({ accepted: 1, refused: 1 })
    expect(report.sheets[0]?.issues[0]?.reason).toBe(reasons.tooManyCells(5, 4))
  })
})

describe('BSN', () => {
  const CSV = 'BSN;Achternaam;Geboortedatum\n111222333;Vos;01-05-1980\n40645678;Vink;02-05-1980\n111252333;Valk;03-05-1980\n'
  const hash = (digits: string) => keyedHash(digits, '11'.repeat(32))

  test('is kept as a keyed hash only, and never in an issue', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('brp.csv', CSV))
    const rows = store.all<{ family_name: string; bsn_hash: Uint8Array | null }>('SELECT family_name, bsn_hash FROM person_record ORDER BY id')
    expect(rows.map((row) => [row.family_name, row.bsn_hash && Buffer.from(row.bsn_hash)])).toEqual([['Vos', hash('111222333')], ['Vink', hash('040645678')], ['Valk', null]])
    expect(listIssues(store, 1, 0, 9).issues.map(({ value, severity, reason }) => [value, severity, reason])).toEqual([
      ['•••••5678', 'repaired', reasons.zerosRestored], ['•••••2333', 'ignored', reasons.notBsn],
    ])
  })

  test('in a demo vault only numbers nobody has', async () => {
    const store = emptyStore()
    store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
    await takeIn(contextOn(store), fileWith('brp.csv', CSV))
    expect(store.all<{ n: number }>('SELECT count(bsn_hash) AS n FROM person_record')).toEqual([{ n: 1 }])
  })

  test('a refused row keeps neither the number nor what is forbidden', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('brp.csv', 'BSN;Achternaam;Geboortedatum;Nationaliteit;Straat\n111252333;;01-05-1980;Nederlandse;Kade\n'))
    expect(store.all('SELECT cells FROM refused_row')).toEqual([{ cells: JSON.stringify(['•••••2333', '', '01-05-1980', '(niet bewaard)', 'Kade']) }])
  })
})

describe('names in one cell', () => {
  test('a party with an RSIN is a company, whatever its name looks like', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('eigendom.csv', 'Eigenaar;RSIN;Adres;Koopsom\nVos;857587973;Kade 1;1\nVink;;Kade 2;1\nBos;123;Kade 3;1\n'))
    expect(store.all<Record<string, unknown>>('SELECT owner_name, owner_rsin, family_name FROM ownership_record ORDER BY id').map((row) => Object.values(row))).toEqual([['Vos', 857_587_973, ''], ['', null, 'Vink'], ['', null, 'Bos']])
  })

  test('a party beside a person with cells of his own is his name once more, or what he speaks for', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('vergunningen.csv', [
      'Zaaknummer;Onderneming;Achternaam;Voorletters;Adres', 'Z1;De Blauwe Engel;Vos;P.;Kade 1', 'Z2;P. Vos;Vos;P.;Kade 2', 'Z3;Vos, P.;Vos;P.;Kade 3', 'Z4;Café Vos;Vos;P.;Kade 4',
    ].join('\n')))
    expect(store.all<Record<string, string>>('SELECT applicant_name, initials, family_name FROM permit_record ORDER BY id').map((row) => Object.values(row).join(' | '))).toEqual(['De Blauwe Engel | P. | Vos', ' | P. | Vos', ' | P. | Vos', 'Café Vos | P. | Vos'])
  })

  test('a party is a company by its number or its name, else a person', async () => {
    const store = emptyStore()
    const path = fileWith('eigendom.csv', [
      'Eigenaar;KvK eigenaar;Geboortedatum;Adres;Koopsom;Hypotheekhouder', 'Polderglas B.V.;;;Kade 1;€ 250.000,-;ING Bank', 'Vos;69599084;;Kade 2;;Vink Holding B.V.',
      'Vos, P. de;;01-05-1980;Kade 3;;P. Vink',
    ].join('\n'))
    await takeIn(contextOn(store), path)
    expect(store.all('SELECT owner_name, initials, prefix, family_name, price, mortgagee_kind FROM ownership_record ORDER BY id')).toEqual([
      { owner_name: 'Polderglas B.V.', initials: '', prefix: '', family_name: '', price: 250_000, mortgagee_kind: 'bank' },
      { owner_name: 'Vos', initials: '', prefix: '', family_name: '', price: null, mortgagee_kind: 'rechtspersoon' },
      { owner_name: '', initials: 'P.', prefix: 'de', family_name: 'Vos', price: null, mortgagee_kind: 'natuurlijk-persoon' },
    ])
  })

  test('shares stay exact, in one cell or in two', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('eigendom.csv', 'Eigenaar;Aandeel;Adres;Koopsom\nVos;1/3;Kade 1;1\nVink;33,33%;Kade 1;1\n'))
    await takeIn(contextOn(store), fileWith('eigendom2.csv', 'Eigenaar;Aandeel teller;Aandeel noemer;Adres;Koopsom\nVos;2;6;Kade 1;1\n'))
    expect(store.all('SELECT share_part AS part, share_whole AS whole FROM ownership_record ORDER BY id')).toEqual([{ part: 1, whole: 3 }, { part: 1, whole: 3 }, { part: 2, whole: 6 }])
  })
})

describe('signals', () => {
  test('the content stands apart, and the supplier is the department', async () => {
    const store = emptyStore()
    const path = fileWith('signalen.csv', 'Signaalnummer;Soort signaal;Ontvangstdatum;Adres;Omschrijving\nS1;Stank;01-05-2024;Kade 1;"Regel een\nRegel twee"\n')
    await takeIn(contextOn(store), path)
    expect(store.get('SELECT department, signal_kind, received, phenomenon FROM signal_record')).toEqual({ department: 'Signalen', signal_kind: 'Stank', received: '2024-05-01', phenomenon: 'overig' })
    expect(store.all('SELECT record_id, content FROM signal_content')).toEqual([{ record_id: recordId(1, 2), content: 'Regel een\nRegel twee' }])
    expect(readSourceRow(store, recordId(1, 2)).values.at(-1)).toEqual({ heading: 'Omschrijving', label: 'Inhoud (verzegeld)', value: '(verzegeld)', original: null })
  })
})

describe('what Excel and people leave behind', () => {
  test('a BSN in a text is masked, and a case number that became a date says so', async () => {
    const store = emptyStore()
    const rows = [['Signaalnummer', 'Soort signaal', 'Ontvangstdatum', 'Adres', 'Omschrijving'], [null, 'Stank', '01-05-2024', 'Kade 1', 'Bewoner heeft BSN 111222333']]
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const sheet = sheetXml(rows).replace('<row r="2">', '<row r="2"><c r="A2" s="1"><v>45413</v></c>')
    await takeIn(contextOn(store), fileWith('signalen.xlsx', workbookBytes({ sheets: { Blad1: sheet }, styles })))
    expect(store.get('SELECT signal_number, content FROM signal_record JOIN signal_content ON record_id = id')).toEqual({
      signal_number: '2024-05-01', content: 'Bewoner heeft BSN •••••2333',
    })
    expect(listIssues(store, 1, 0, 9).issues.map(({ heading, value, reason }) => [heading, value, reason])).toEqual([
      ['Signaalnummer', '2024-05-01', reasons.excelDate], ['Omschrijving', '', reasons.bsnInText],
    ])
  })

  test('zero and filler for what was never measured', async () => {
    const store = emptyStore()
    const path = fileWith('bag.csv', 'Nummeraanduiding;Straat;Huisnummer;Oppervlakte;Bouwjaar\n0034200000000001;Kade;1;0;9999\n0034200000000002;Kade;2;999999;0\n')
    await takeIn(contextOn(store), path)
    expect(store.all('SELECT floor_area, build_year FROM address ORDER BY id')).toEqual([{ floor_area: null, build_year: null }, { floor_area: null, build_year: null }])
    expect(listIssues(store, 1, 0, 9).issues.map(({ row, column, reason }) => [row, column, reason])).toEqual([[2, 'E', reasons.outOfRange], [3, 'D', reasons.dummyNumber]])
  })
})

describe('addresses and areas are brought up to date', () => {
  const bag = (street: string, area: number) =>
    `Nummeraanduiding;Openbare ruimte;Huisnummer;Huisletter;Postcode;Woonplaats;Oppervlakte;X;Y\n0034200000000001;${street};12;a;1315 AB;Almere;${area};142.317,55;483000\n`

  test('by nummeraanduiding', async () => {
    const store = emptyStore()
    await takeIn(contextOn(store), fileWith('bag1.csv', bag('Markerkant', 80)))
    await takeIn(contextOn(store), fileWith('bag2.csv', bag('Randstad 20', 95)))
    expect(count(store, 'address')).toBe(1)
    expect(store.get('SELECT a.id, s.name, s.city, s.name_key, a.number, a.letter, a.postcode, a.floor_area, a.x, a.record_id FROM address a JOIN street s ON s.id = a.street_id')).toEqual({
      id: 34_200_000_000_001, name: 'Randstad 20', city: 'Almere', name_key: 'randstad20', number: 12, letter: 'a', postcode: '1315AB', floor_area: 95, x: 142_317.55, record_id: recordId(2, 2),
    })
  })

  test('what is no nummeraanduiding is refused', async () => {
    const store = emptyStore()
    const report = await takeIn(contextOn(store), fileWith('bag.csv', bag('Markerkant', 80).replace('003420', '003410')))
    expect(report.sheets[0]).toMatchObject({ accepted: 0, refused: 1 })
  })
})
