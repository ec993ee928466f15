import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFile, inspectFile, kindOf } from '../../../electron/engine/import/index.ts'
import { shownValue } from '../../../electron/engine/import/sourceRow.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, proposalsOf, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'
import { writeWorkbook } from '../../fixtures/workbook.ts'

const BAG = `Nummeraanduiding;Openbare ruimte;Huisnummer;Huisletter;Huisnummertoevoeging;Postcode;Woonplaats
0034200000000001;Lindekade;12;;;1315AB;Almere
0034200000000002;Lindekade;12;A;;1315AB;Almere
0034200000000003;Markerkant;10;;4;1314AN;Almere
`

async function vaultWithAddresses(): Promise<Store> {
  const store = emptyStore()
  await takeIn(contextOn(store), fileWith('bag.csv', BAG))
  return store
}

test('WOZ values: a title above, zeros lost from the object number, amounts in every writing', async () => {
  const store = await vaultWithAddresses()
  const context = contextOn(store)
  const path = join(temporaryFolder(), 'WOZ-waarden 2025.xlsx')
  writeWorkbook(path, [
    ['WOZ-waarden, tijdvak 2025'],
    ['WOZ-objectnr', 'Adres', 'Postcode', 'WOZ waarde (€)', 'Waardepeildatum', 'Soort object', 'BSN belanghebbende', 'Nationaliteit'],
    ['3400000123', 'Lindekade 12', '1315 ab', '€ 412.000,-', '01-01-2024', 'woning', '111252333', 'x'],
    ['003400000124', 'Lindekade 12-A', '1315AB', '€ 298.500', '1-1-2024', 'W', null, null],
    ['003400000125', 'Markerkant 10-4', null, 'op aanvraag', '01-01-2024', 'niet-woning', null, null],
    ['Totaal', null, null, '710500', null, null, null, null],
  ])
  const [proposal] = await proposalsOf(context, path)
  expect(proposal?.kind).toBe('woz')
  const [sheet] = (await takeIn(context, path)).sheets
  expect(sheet).toMatchObject({ rowsRead: 4, accepted: 2, repaired: 1, refused: 1, ignored: 1 })
  expect(sheet?.dropped).toEqual([{ heading: 'BSN belanghebbende', reason: 'not-listed' }, { heading: 'Nationaliteit', reason: 'forbidden' }])
  runLink(context)
  expect(store.all('SELECT woz_object, woz_value, reference_date, object_kind, address_id FROM woz ORDER BY id')).toEqual([
    { woz_object: 3400000123, woz_value: 412000, reference_date: '2024-01-01', object_kind: 'woning', address_id: 34200000000001 },
    { woz_object: 3400000124, woz_value: 298500, reference_date: '2024-01-01', object_kind: 'woning', address_id: 34200000000002 },
  ])
})

test('rights: the cadastral designation as the Kadaster writes it, and a share of at most the whole', async () => {
  const store = await vaultWithAddresses()
  const [sheet] = (await takeIn(contextOn(store), fileWith('zakelijke_rechten.csv', `Kadastrale aanduiding;Zakelijk recht;Aandeel;Aandeel noemer;Eigenaar;KvK-nummer;Adres
Almere D 1234;eigendom;1;2;Kade Vastgoed B.V.;12345678;Lindekade 12
alm00d01234a7;eigendom;3;2;Kade Vastgoed B.V.;12345678;Lindekade 12
Almere, sectie D, nr. 1235;eigendom;1;1;Kade Vastgoed B.V.;12345678;Lindekade 12
Almere J 12;eigendom;1;1;Kade Vastgoed B.V.;12345678;Lindekade 12
`))).sheets
  expect(store.all('SELECT cadastral_id, share_part, share_whole FROM ownership_record ORDER BY id')).toEqual([
    { cadastral_id: 'Almere D 1234', share_part: 1, share_whole: 2 }, { cadastral_id: 'ALM00 D 1234 A7', share_part: null, share_whole: null },
    { cadastral_id: 'Almere D 1235', share_part: 1, share_whole: 1 }, { cadastral_id: '', share_part: 1, share_whole: 1 },
  ])
  expect(sheet?.groups.map(({ severity, reason, count }) => [severity, reason, count])).toEqual(expect.arrayContaining([
    ['ignored', reasons.shareTooLarge, 1], ['repaired', reasons.cadastralWriting, 2], ['ignored', reasons.notCadastral, 1],
  ]))
})

test('garbled letters are mended and told, or left as they stand when somebody wants that', async () => {
  const content = 'Zaaknummer;Datum controle;Uitkomst;Soort controle;Adres;Postcode\nZ1;01-05-2024;akkoord;cafÃ©;BelgiÃ«laan 1;1315AB\nZ2;01-05-2024;akkoord;café;Belgiëlaan 2;1315AB\n'
  const rowsOf = async (keepsGarbled: boolean | undefined) => {
    const store = emptyStore()
    const path = fileWith('controles.csv', content)
    const { sheets } = await inspectFile(contextOn(store), path, [])
    expect(sheets[0]?.remarks.at(-1)).toContain('In 2 van de eerste cellen staan verminkte letters, zoals ‘Ã«’ voor ‘ë’, en in 2 wel goede')
    const report = await importFile(contextOn(store), path, sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, keepsGarbled }] : [])), { dryRun: false })
    expect(report.sheets[0]?.repaired).toBe(keepsGarbled === true ? 0 : 1)
    return store.all('SELECT inspection_kind, given_street FROM inspection_record ORDER BY id')
  }
  expect(await rowsOf(undefined)).toEqual([{ inspection_kind: 'café', given_street: 'Belgiëlaan' }, { inspection_kind: 'café', given_street: 'Belgiëlaan' }])
  expect(await rowsOf(true)).toEqual([{ inspection_kind: 'cafÃ©', given_street: 'BelgiÃ«laan' }, { inspection_kind: 'café', given_street: 'Belgiëlaan' }])
})

test('vacancy: the department stands in for the source, an unknown sort stays unknown', async () => {
  const store = await vaultWithAddresses()
  const context = contextOn(store)
  await takeIn(context, fileWith('leegstand_2026.csv', `Straat;Huisnr;Toev;Leegstand sinds;Weer in gebruik;Soort leegstand
Lindekade;12;;03-02-26;;adm.
Lindekade;12a;;2025-11-01;1-3-2026;feitelijk leeg
Markerkant;10;4;;;
`))
  runLink(context)
  expect(store.all('SELECT since, until, source, vacancy_kind, address_id FROM vacancy ORDER BY id')).toEqual([
    { since: '2026-02-03', until: null, source: 'Leegstand', vacancy_kind: 'administratief', address_id: 34200000000001 },
    { since: '2025-11-01', until: '2026-03-01', source: 'Leegstand', vacancy_kind: 'feitelijk', address_id: 34200000000002 },
  ])
})

test('deeds: exact shares, a price for several objects, a company and a person as buyer, who lent the money', async () => {
  const store = await vaultWithAddresses()
  const context = contextOn(store)
  const path = fileWith('transacties.csv', `Aktenummer;Kad. aanduiding;Datum akte;Koopsom;Aantal objecten;Koper;KvK koper;Geboortedatum;Aandeel;Verkoper;Hypotheek;Hypotheekhouder;Adres
HYP4 71234/12;ALM00 C 1277 A3;01-03-2024;€ 1.250.000;3;Kade Vastgoed B.V.;12345678;;1/1;J. Vos;;;Lindekade 12
HYP4 71235/9;ALM00 C 1280;15-03-24;350.000,00;1;A.B. de Wit;;01-05-1980;33,33%;Kade Vastgoed B.V.;€ 300.000;Rabobank;Lindekade 12a
`)
  const [proposal] = await proposalsOf(context, path)
  expect(proposal?.kind).toBe('deed')
  await takeIn(context, path)
  runLink(context)
  expect(
    store.all('SELECT deed_date, price, object_count, price_covers_more, share_part, share_whole, buyer_kvk, buyer_name, family_name, seller_name, mortgage, mortgagee_kind, address_id FROM deed ORDER BY id'),
  ).toEqual([
    {
      deed_date: '2024-03-01', price: 1250000, object_count: 3, price_covers_more: 1, share_part: 1, share_whole: 1, buyer_kvk: 12345678, buyer_name: 'Kade Vastgoed B.V.',
      family_name: '', seller_name: 'J. Vos', mortgage: null, mortgagee_kind: '', address_id: 34200000000001,
    },
    {
      deed_date: '2024-03-15', price: 350000, object_count: 1, price_covers_more: 0, share_part: 1, share_whole: 3, buyer_kvk: null, buyer_name: '',
      family_name: 'Wit', seller_name: 'Kade Vastgoed B.V.', mortgage: 300000, mortgagee_kind: 'bank', address_id: 34200000000002,
    },
  ])
})

test('key figures: only those of the list, read by figure; nothing about origin or income', async () => {
  const store = emptyStore()
  const path = fileWith('kerncijfers_wijken_en_buurten.csv', `Codering;Jaar;Aantal inwoners;Huishoudens totaal;Woningvoorraad;Gemiddelde WOZ-waarde van woningen;Percentage onbewoond;Westers totaal;Migratieachtergrond;Bijstandsuitkeringen
BU00340704;2025;0;.;0;.;.;0;0;0
BU00340101;2025;2.345;1120;1.150;312;4,5;300;12;80
WK003401;2025;12.100;;5.900;298;3;;;
`)
  const [proposal] = await proposalsOf(contextOn(store), path)
  expect(proposal?.kind).toBe('area-figures')
  const [sheet] = (await takeIn(contextOn(store), path)).sheets
  expect(sheet).toMatchObject({ accepted: 3, refused: 0 })
  expect(sheet?.dropped.map(({ heading }) => heading)).toEqual(['Westers totaal', 'Migratieachtergrond', 'Bijstandsuitkeringen'])
  expect(store.all("SELECT figure, value, year FROM area_figure WHERE area_code = 'BU00340101' ORDER BY figure")).toEqual([
    { figure: 'average_woz', value: 312000, year: 2025 }, { figure: 'dwellings', value: 1150, year: 2025 }, { figure: 'households', value: 1120, year: 2025 },
    { figure: 'inhabitants', value: 2345, year: 2025 }, { figure: 'vacant_share', value: 4.5, year: 2025 },
  ])
})

test('a figure with decimals is shown as it is written here', () => {
  const kind = kindOf('area-figures')
  const field = kind.fields.find(({ id }) => id === 'vacant_share')
  expect(field && shownValue(kind, field, { vacant_share: 4.5 })).toBe('4,5')
})

test('the business classification with its older codes', async () => {
  const store = emptyStore()
  const path = fileWith('schakelschema.csv', `SBI 2025;Omschrijving;SBI oud
I;Logies, maaltijden en dranken;
56.11.0;Restaurants;5610.1
56.12.0;Mobiele eetgelegenheden;5610.2
`)
  const [proposal] = await proposalsOf(contextOn(store), path)
  expect(proposal?.kind).toBe('sbi')
  await takeIn(contextOn(store), path)
  expect(store.all('SELECT sbi_version, sbi, title, former_sbi FROM sbi_code ORDER BY id')).toEqual([
    { sbi_version: '2025', sbi: 'I', title: 'Logies, maaltijden en dranken', former_sbi: '' },
    { sbi_version: '2025', sbi: '56110', title: 'Restaurants', former_sbi: '56101' },
    { sbi_version: '2025', sbi: '56120', title: 'Mobiele eetgelegenheden', former_sbi: '56102' },
  ])
})
