import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/engine/import/index.ts'
import type { SheetChoice, SheetView } from '../../../shared/model/source.ts'
import { fileWith } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { sheetXml, workbookBytes, writeWorkbook } from '../../fixtures/workbook.ts'
import { join } from 'node:path'
import { temporaryFolder } from '../../fixtures/vault.ts'

type Rows = readonly (readonly (string | number | null)[])[]

async function viewOf(rows: Rows, name = 'levering.xlsx', choices: SheetChoice[] = []): Promise<SheetView> {
  const path = join(temporaryFolder(), name)
  writeWorkbook(path, rows)
  const view = await inspectFile(contextOn(emptyStore()), path, choices)
  const [sheet] = view.sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const fieldsOf = (view: SheetView) => Object.fromEntries((view.proposal?.columns ?? []).map(({ heading, field }) => [heading, field]))

describe('headings of departments find their fields', () => {
  const cases: [string, string, Record<string, string | null>][] = [
    ['person', 'brp.csv', {
      Burgerservicenummer: 'bsn', Geslachtsnaam: 'family_name', Voorvoegsel: 'prefix', Voornamen: 'given_names', 'Geb.datum': 'birth_date', Nationaliteit: null,
      Geboorteplaats: null, Straatnaam: 'street', 'Huisnr.': 'house_number', Toev: 'house_suffix', Postcode: 'postcode', 'Datum aanvang adreshouding': 'started',
    }],
    ['company', 'kvk.csv', {
      'KvK-nummer': 'kvk', 'Vestigingsnr.': 'branch_number', 'Statutaire naam': 'name', Handelsnaam: 'trade_name', Rechtsvorm: 'legal_form', 'SBI-code': 'sbi',
      Straat: 'street', Nr: 'house_number', PC: 'postcode', Plaats: 'city', 'Aantal werkzame personen': 'employees', Oprichtingsdatum: 'started',
    }],
    ['office', 'bestuurders.csv', {
      'KvK nummer': 'kvk', Functie: 'office', Naam: 'officer_name', Geboortedatum: 'birth_date', 'KvK functionaris': 'officer_kvk', Bevoegdheid: 'authority',
      'In functie sinds': 'started', 'Belang %': 'share_part',
    }],
    ['ownership', 'kadaster.csv', {
      'Kadastrale aanduiding': 'cadastral_id', Eigenaar: 'owner_name', 'Soort recht': 'real_right', Aandeel: 'share_part', Koopsom: 'price', Aktedatum: 'started',
      Hypotheekbedrag: 'mortgage', Hypotheekverstrekker: 'mortgagee', 'WOZ-waarde': 'woz_value', Adres: 'address_line',
    }],
    ['permit', 'vergunningen.csv', {
      Zaaknummer: 'case_number', 'Soort vergunning': 'permit_kind', 'Datum aanvraag': 'applied', Besluit: 'outcome', Aanvrager: 'applicant_name', Locatie: 'address_line',
      'Geldig tot': 'ended',
    }],
    ['inspection', 'controles.csv', { 'Datum controle': 'inspected', Resultaat: 'outcome', Adres: 'address_line', 'Soort controle': 'inspection_kind', KvK: 'kvk' }],
    ['measure', 'sluitingen.csv', { Maatregel: 'measure_kind', 'Datum sluiting': 'started', 'Heropend op': 'ended', Grondslag: 'legal_ground', Adres: 'address_line' }],
    ['signal', 'signalen.csv', {
      Meldingsnummer: 'signal_number', Afdeling: 'department', 'Soort signaal': 'signal_kind', Ontvangstdatum: 'received', Omschrijving: 'content', Adres: 'address_line',
      Postcode: 'postcode', Contactfunctie: 'contact_role', Vervaldatum: 'expires',
    }],
    ['address', 'bag.csv', {
      Nummeraanduiding: 'address_bag', 'Openbare ruimte': 'street', Huisnummer: 'house_number', Huisletter: 'house_letter', Huisnummertoevoeging: 'house_suffix',
      Postcode: 'postcode', Woonplaats: 'city', 'Verblijfsobject-id': 'object_id', Gebruiksdoel: 'use_purpose', Oppervlakte: 'floor_area', Bouwjaar: 'build_year',
    }],
  ]
  test.each(cases)('%s', async (kind, name, fields) => {
    const headings = Object.keys(fields)
    const view = await viewOf([headings, headings.map(() => 'x')], name.replace('.csv', '.xlsx'))
    expect({ kind: view.proposal?.kind, fields: fieldsOf(view) }).toEqual({ kind, fields })
  })
})

test('each column says why', async () => {
  const view = await viewOf([['Zaaknummer', 'Datum kontrole', 'Uitkomst van de controle', 'Adres', 'Kleur'], ['Z1', '01-05-2024', 'akkoord', 'Kade 1', 'rood']])
  expect(view.proposal?.columns.map(({ heading, reason }) => [heading, reason])).toEqual([
    ['Zaaknummer', 'kop komt overeen'],
    ['Datum kontrole', 'kop lijkt op ‘datum controle’; de waarden passen'],
    ['Uitkomst van de controle', 'kop bevat ‘uitkomst controle’; de waarden passen'],
    ['Adres', 'kop komt overeen'],
    ['Kleur', 'geen veld met deze kop'],
  ])
})

test('of a column of which only some values fit it says on which row the first stands that does not', async () => {
  const view = await viewOf([['Zaaknummer', 'Datum controle', 'Uitkomst controle', 'Adres'], ...['01-05-2024', '02-05-2024', 'volgende week', 'binnenkort'].map((date, i) => [`Z${i}`, date, 'akkoord', 'Kade 1'])])
  expect(view.proposal?.columns[1]?.reason).toBe('kop komt overeen; 50 % van de waarden past, die op rij 4 bijvoorbeeld niet')
})

test('dropped columns are named with their reason', async () => {
  const view = await viewOf([
    ['BSN', 'Achternaam', 'Geboortedatum', 'Geboorteland', 'Kleur', 'Achternaam', 'Leeg', 'Adres'],
    ['111252333', 'Vos', '01-05-1980', 'x', 'rood', 'Vos', null, 'Kade 1'],
  ])
  expect(view.dropped).toEqual([
    { heading: 'Geboorteland', reason: 'forbidden' }, { heading: 'Kleur', reason: 'not-listed' }, { heading: 'Achternaam', reason: 'duplicate' }, { heading: 'Leeg', reason: 'empty' },
  ])
  expect(view.remarks).toEqual(['Deze kop komt vaker voor: Achternaam.', 'Niet zeker herkend: BSN (kop komt overeen; maar de waarden passen niet).'])
})

test('a number is never taken for an identifier by its length', async () => {
  const view = await viewOf([['Handelsnaam', 'Rechtsvorm', 'Postcode', 'Code'], ['Polderglas', 'BV', '1315AB', 37_178_598]], 'x.xlsx', [{ sheet: 'Blad1', kind: 'company', headerRow: null }])
  expect(fieldsOf(view)['Code']).toBeNull()
  expect(view.missing).toEqual(['KVK-nummer, of Vestigingsnummer, of RSIN'])
})

test('a number that is abbreviated is found before a word it resembles', async () => {
  const view = await viewOf([['Meldnr', 'Soort melding', 'Datum', 'Adres'], ['T-1', 'overlast', '03-02-2026', 'Kade 1']], 'meldingen.xlsx')
  expect(fieldsOf(view)).toMatchObject({ Meldnr: 'signal_number' })
})

test('headings that two kinds know alike are no choice; a title above them or the name of the file is', async () => {
  const headings = ['Nummer', 'Soort', 'Ontvangen', 'Straat', 'Nr', 'PC']
  const row = ['K-1', 'overlast', '01-06-2026', 'Kade', 1, '1315AB']
  expect(await viewOf([headings, row])).toMatchObject({ proposal: null, doubt: ['Vergunningen', 'Signalen en verwijzingen'] })
  expect(await viewOf([['Signalen team Centrum'], headings, row])).toMatchObject({ proposal: { kind: 'signal' }, doubt: [] })
  expect(await viewOf([headings, row], 'vergunningen.xlsx')).toMatchObject({ proposal: { kind: 'permit' }, doubt: [] })
})

test('values that do not fit cast doubt on a heading', async () => {
  const view = await viewOf([['Zaaknummer', 'Datum', 'Controledatum', 'Uitkomst', 'Adres'], ['Z1', 'rood', '01-05-2024', 'akkoord', 'Kade 1'], ['Z2', 'blauw', '02-05-2024', 'akkoord', 'Kade 2']])
  expect(fieldsOf(view)).toMatchObject({ Datum: null, Controledatum: 'inspected' })
})

test('an address column beside one for the number is the street', async () => {
  const view = await viewOf([['Datum controle', 'Uitkomst', 'Adres', 'Huisnummer', 'Postcode'], ['01-05-2024', 'akkoord', 'Kade', 1, '1315AB']])
  expect(fieldsOf(view)).toMatchObject({ Adres: 'street', Huisnummer: 'house_number' })
})

describe('where the headings stand', () => {
  const headings = ['Datum controle', 'Uitkomst', 'Adres', 'Postcode']
  const row = ['01-05-2024', 'akkoord', 'Kade 1', '1315AB']

  test('below titles and blank rows, and a date in a title is the reference date', async () => {
    const view = await viewOf([['Overzicht controles'], ['Peildatum: 1-10-2026'], [], headings, row])
    expect(view.proposal).toMatchObject({ headerRow: 4, referenceDate: '2026-10-01' })
    expect(view.remarks).toEqual(['De koppen staan op rij 4; wat erboven staat wordt niet ingelezen.'])
    expect(view.sample.slice(0, 5)).toEqual([['Overzicht controles'], ['Peildatum: 1-10-2026'], [], headings, row])
  })

  test('in two rows, the upper one merged over its columns', async () => {
    const view = await viewOf([
      ['Zaaknummer', 'Aanvrager', null, 'Object', null, null],
      [null, 'Naam', 'KvK', 'Straat', 'Nr', 'Postcode'],
      ['Z1', 'Polderglas B.V.', '69599084', 'Kade', '1', '1315AB'],
    ], 'vergunningen.xlsx')
    expect(view.proposal).toMatchObject({ kind: 'permit', headerRow: 2 })
    expect(fieldsOf(view)).toEqual({
      Zaaknummer: 'case_number', 'Aanvrager / Naam': 'applicant_name', 'Aanvrager / KvK': 'applicant_kvk', 'Object / Straat': 'street', 'Object / Nr': 'house_number',
      'Object / Postcode': 'postcode',
    })
    expect(view.remarks).toContain('De koppen op rij 1 en 2 zijn samen gelezen.')
  })

  test('one row where the reader took two, and two where it took one, as the user says', async () => {
    const rows: Rows = [['Zaaknummer', 'Aanvrager', null], [null, 'Naam', 'KvK'], ['Z1', 'Polderglas B.V.', '69599084']]
    const choose = (isDoubleHeader: boolean) => viewOf(rows, 'vergunningen.xlsx', [{ sheet: 'Blad1', kind: 'permit', headerRow: 2, isDoubleHeader }])
    const headingsOf = ({ proposal }: SheetView) => proposal?.columns.map(({ heading }) => heading)
    const [one, two] = [await choose(false), await choose(true)]
    expect([one.isDoubleHeader, headingsOf(one)]).toEqual([false, ['(kolom A)', 'Naam', 'KvK']])
    expect([two.isDoubleHeader, headingsOf(two)]).toEqual([true, ['Zaaknummer', 'Aanvrager / Naam', 'Aanvrager / KvK']])
  })

  test('on a row of years, when the user says so', async () => {
    const view = await viewOf([['Adres', 2024, 2025], ['Kade 1', 'ja', 'nee']], 'x.xlsx', [{ sheet: 'Blad1', kind: 'inspection', headerRow: 1 }])
    expect(view.proposal?.columns.map(({ heading }) => heading)).toEqual(['Adres', '2024', '2025'])
  })

  test('letters that came through the wrong code are mended in headings, and it is said', async () => {
    const view = await viewOf([['Datum controle', 'Uitkomst', 'Adres', 'GeÃ¯nd'], ['01-05-2024', 'akkoord', 'BelgiÃ«laan 1', '']])
    expect(view.proposal?.columns.at(-1)?.heading).toBe('Geïnd')
    expect(view.garbled).toBe(2)
    expect(view.remarks).toContain('In 2 van de eerste cellen staan verminkte letters, zoals ‘Ã«’ voor ‘ë’. Elke waarde die wordt hersteld, staat in het verslag.')
  })

  test('where the user points', async () => {
    const view = await viewOf([['Uitkomst', 'Adres'], headings, row], 'x.xlsx', [{ sheet: 'Blad1', kind: 'inspection', headerRow: 2 }])
    expect(view.proposal).toMatchObject({ kind: 'inspection', headerRow: 2 })
  })
})

test('another kind can be chosen', async () => {
  const view = await viewOf([['Zaaknummer', 'Datum', 'Adres'], ['Z1', '01-05-2024', 'Kade 1']], 'x.xlsx', [{ sheet: 'Blad1', kind: 'measure', headerRow: null }])
  expect(view.proposal?.kind).toBe('measure')
  expect(view.missing).toEqual(['Soort maatregel'])
})

test('a sheet of which nothing is known has no proposal', async () => {
  expect((await viewOf([['Kleur', 'Smaak'], ['rood', 'zoet']])).proposal).toBeNull()
})

test('a sheet of which two headings fit more than one kind has no proposal, and says which they are', async () => {
  const rows = [['Zaaknummer', 'Uitkomst', 'Kleur'], ['Z1', 'akkoord', 'rood']]
  expect(await viewOf(rows)).toMatchObject({ proposal: null, doubt: ['Vergunningen', 'Controles'] })
  expect(await viewOf(rows, 'controles.xlsx')).toMatchObject({ proposal: { kind: 'inspection' }, doubt: [] })
  expect(await viewOf(rows, 'x.xlsx', [{ sheet: 'Blad1', kind: 'inspection', headerRow: null }])).toMatchObject({ proposal: { kind: 'inspection' }, doubt: [] })
  expect(await viewOf([['WOZ-objectnummer', 'WOZ-waarde'], ['003400000001', 250_000]])).toMatchObject({ proposal: { kind: 'woz' }, doubt: [] })
})

test('headings that many kinds have room for tell none of them, however many they are; the name of the file does', async () => {
  const companies = [['Kenmerk', 'Nummer', 'Bedrijfsnaam', 'Adres'], ['K-1', '12', 'Bakkerij De Ster', 'Markerkant 12']]
  expect(await viewOf(companies, 'lijst.xlsx')).toMatchObject({ proposal: null, doubt: ['Vergunningen', 'Eigendom, hypotheek en WOZ (BRK, belastingen)', 'Signalen en verwijzingen'] })
  expect(await viewOf(companies, 'signalen.xlsx')).toMatchObject({ proposal: { kind: 'signal' }, doubt: [] })
  const names = [['Naam', 'Adres', 'Status'], ['Bakkerij De Ster', 'Markerkant 12', 'open']]
  expect(await viewOf(names, 'lijst.xlsx')).toMatchObject({ proposal: null, doubt: ['Eigendom, hypotheek en WOZ (BRK, belastingen)'] })
})

test('an address beside headings of many kinds makes none of them sure, written in one column or in many', async () => {
  const inOne = [['Dossier', 'Datum', 'Adres', 'Status'], ['D-1', '01-05-2024', 'Markerkant 12', 'open']]
  const inMany = [['Dossier', 'Datum', 'Straat', 'Huisnummer', 'Huisletter', 'Postcode', 'Woonplaats', 'Status'], ['D-1', '01-05-2024', 'Markerkant', '12', 'A', '1315AB', 'Almere', 'open']]
  for (const rows of [inOne, inMany]) {
    const { proposal, doubt } = await viewOf(rows, 'lijst.csv')
    expect(proposal).toBeNull()
    expect(doubt.slice(0, 2)).toEqual(['Controles', 'Vergunningen'])
    expect(doubt.slice(2).toSorted()).toEqual(['Leegstand', 'Signalen en verwijzingen', 'Transacties (akten uit de BRK)'])
  }
  expect(await viewOf(inOne, 'handhaving.csv')).toMatchObject({ proposal: { kind: 'inspection' }, doubt: [] })
})

test('a list of addresses is not taken for what is known at them', async () => {
  const rows = [['Straat', 'Huisnummer', 'Huisletter', 'Toevoeging', 'Postcode', 'Woonplaats'], ['Kade', '1', 'A', '2', '1315AB', 'Almere']]
  expect(await viewOf(rows, 'lijst.xlsx')).toMatchObject({ proposal: null })
  expect(await viewOf(rows, 'signalen.xlsx')).toMatchObject({ proposal: { kind: 'signal' } })
})

test('a column that is recognised by likeness alone, or whose values contradict it, is named', async () => {
  const rows = [['Zaaknumer', 'Datum controle', 'Soort controle', 'KvK', 'Adres'], ['Z1', '01-05-2024', 'brand', 'ja', 'Kade 1'], ['Z2', '02-05-2024', 'brand', 'nee', 'Kade 2']]
  const { remarks } = await viewOf(rows)
  expect(remarks).toEqual(['Niet zeker herkend: Zaaknumer (kop lijkt op ‘Zaaknummer’) en KvK (kop komt overeen; maar de waarden passen niet).'])
})

test('an empty and a hidden sheet say so', async () => {
  const bytes = workbookBytes({ sheets: { Leeg: '<sheetData/>', Weg: sheetXml([['Adres']]) }, hidden: ['Weg'] })
  const view = await inspectFile(contextOn(emptyStore()), fileWith('x.xlsx', bytes), [])
  expect(view.sheets.map(({ remarks }) => remarks)).toEqual([['Dit blad is leeg.'], ['Dit blad is verborgen in de werkmap.']])
})

test('a BSN shows masked in the sample, and forbidden values not at all', async () => {
  const view = await viewOf([['BSN', 'Achternaam', 'Geboortedatum', 'Nationaliteit'], ['111252333', 'Vos', '01-05-1980', 'x']])
  expect(view.sample[1]).toEqual(['•••••2333', 'Vos', '01-05-1980', '(niet bewaard)'])
})

test('the day in the name of a file is its reference date', async () => {
  expect((await viewOf([['Datum controle', 'Uitkomst', 'Adres']], 'controles_20240501.xlsx')).proposal?.referenceDate).toBe('2024-05-01')
})
