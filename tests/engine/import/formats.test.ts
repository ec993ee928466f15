import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { inspectFile } from '../../../electron/engine/import/inspectFile.ts'
import { openWorkbook } from '../../../electron/engine/import/openWorkbook.ts'
import { surveyFile } from '../../../electron/engine/import/survey.ts'
import { DateCell } from '../../../electron/engine/normalise/reading.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, firstSheet, problemOf, readAll, takeIn } from '../../fixtures/delivery.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'
import { zipOf } from '../../fixtures/zip.ts'

describe('XLS and ODS', () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Naam', 'Nr', 'Datum'], ['Café', 12, { t: 'n', v: 45_413, z: 'd/m/yyyy' }]]), 'Een')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Twee')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }

  test.each([['biff8', 'oud.xls', 'Excel 97-2003 (XLS)'], ['ods', 'open.ods', 'OpenDocument-werkblad (ODS)'], ['xlsb', 'binair.xlsb', 'Excel, binair (XLSB)']] as const)(
    '%s', async (bookType, name, readAs) => {
      const bytes: Buffer = write(book, { type: 'buffer', bookType })
      const path = fileWith(name, bytes)
      expect(await firstSheet(path)).toEqual([['Naam', 'Nr', 'Datum'], ['Café', 12, new DateCell('2024-05-01')]])
      expect(await readAll(path)).toEqual(expect.objectContaining({ readAs }))
    },
  )
  test('hidden sheets of an old workbook', async () => {
    const { sheets } = await readAll(fileWith('oud.xls', write(book, { type: 'buffer', bookType: 'biff8' })))
    expect(sheets).toEqual([{ name: 'Een', isHidden: false }, { name: 'Twee', isHidden: true }])
  })
  test.each([['biff8', 'oud.xls'], ['ods', 'open.ods'], ['xlsb', 'binair.xlsb']] as const)('%s beyond what can be read as a whole is refused before it is read', async (bookType, name) => {
    const path = fileWith(name, write(book, { type: 'buffer', bookType }))
    const survey = await surveyFile(path, () => undefined)
    await expect(openWorkbook(path, { ...survey, bytes: 60_000_001 })).rejects.toMatchObject({ problem: { code: 'file-too-large', params: { limit: '60 MB' } } })
    await (await openWorkbook(path, { ...survey, bytes: 60_000_000 })).close()
  })
  test('text under the name of Excel is read as text', async () => {
    expect((await readAll(fileWith('export.xls', 'a\tb\n1\t2\n'))).readAs).toBe('CSV, tab, UTF-8')
  })
  test('a web page under the name of Excel is not', async () => {
    expect(await problemOf(readAll(fileWith('export.xls', '<html><table></table></html>')))).toBe('file-format-unsupported')
  })
})

describe('GeoJSON', () => {
  const feature = (code: string) => ({ type: 'Feature', properties: { statcode: code, statnaam: `"{[${code}` }, geometry: { type: 'Polygon', coordinates: [[[1, 2]]] } })
  const collection = (codes: string[]) => ({ type: 'FeatureCollection', crs: { properties: { features: 'x' } }, features: codes.map(feature) })

  test('features as rows, whatever brackets stand in their names', async () => {
    const codes = Array.from({ length: 3000 }, (_, i) => `BU${i}`)
    const { rows } = await readAll(fileWith('g.geojson', JSON.stringify(collection(codes), null, 1)))
    expect(rows['g']?.[0]).toEqual({ row: 1, cells: ['statcode', 'statnaam', 'geometry'] })
    expect(rows['g']?.slice(1).map(({ row, cells }) => [row, cells[0], cells[1]])).toEqual(codes.map((code, i) => [i + 2, code, `"{[${code}`]))
  })
  test('a collection that stops half-way', async () => {
    const text = JSON.stringify(collection(['BU1', 'BU2']))
    expect(await problemOf(readAll(fileWith('g.geojson', text.slice(0, -20))))).toBe('file-damaged')
  })
  test('points are no areas', async () => {
    const points = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { kvkNummer: '1' }, geometry: { type: 'Point', coordinates: [1, 2] } }] }
    expect(await problemOf(readAll(fileWith('g.geojson', JSON.stringify(points))))).toBe('file-format-unsupported')
  })
  test('other JSON', async () => expect(await problemOf(readAll(fileWith('x.json', '{"a":1}')))).toBe('file-format-unsupported'))
})

describe.skipIf(!hasSharedData)(`the CBS workbook of municipalities 2020${whySkipped}`, () => {
  test('cell for cell as CBS publishes it in CSV, codes with their zeros', async () => {
    const expected = readFileSync(sharedData('cbs_gemeente_xlsx', 'gemeenten_2020_expected.csv'), 'utf8').trim().split(/\r?\n/).map((line) => line.split(';'))
    const cells = await firstSheet(sharedData('cbs_gemeente_xlsx', 'gemeenten_alfabetisch_2020.xlsx'))
    expect(expected).toHaveLength(356)
    expect(cells).toEqual(expected)
    expect(cells.find((row) => row[2] === 'Almere')?.[0]).toBe('0034')
  })
})

describe.skipIf(!hasSharedData)(`KVK test answers${whySkipped}`, () => {
  const row = async (name: string) => (await readAll(sharedData('kvk_test', name))).rows[name.replace('.json', '')]?.slice(1).map(({ cells }) => cells)

  test('a profile with its visiting address, not its post box', async () => {
    expect(await row('basisprofiel_68750110.json')).toEqual([[
      '68750110', '000037178598', '857587973', 'Test BV Donald', 'Test BV Donald', 'Besloten vennootschap met gewone structuur', '01241', '', '20140210', null, 1, 'Ja',
      'Hizzaarderlaan', 3, null, 'A', '8823SJ', 'Lollum', null,
    ]])
  })
  test('a search without results', async () => expect(await row('zoeken_leeg.json')).toEqual([]))
  test('a result that contradicts its own link is not trusted', async () => {
    const { bad, rows } = await readAll(sharedData('kvk_test', 'zoeken_twee_vestigingen.json'))
    expect(bad.map(({ row: at, reason }) => [at, reason])).toEqual([[2, reasons.kvkContradiction('69599068')]])
    expect(rows['zoeken_twee_vestigingen']?.slice(1).map(({ cells }) => cells.slice(0, 2))).toEqual([['69599084', '000038509504']])
  })
})

describe('KVK answers about establishments', () => {
  const location = {
    vestigingsnummer: '000037178598', kvkNummer: '68750110', rsin: '857587973', statutaireNaam: 'Test BV Donald', eersteHandelsnaam: 'Donald Fruit', indHoofdvestiging: 'Nee',
    totaalWerkzamePersonen: 4, materieleRegistratie: { datumAanvang: '20200210' },
    handelsnamen: [{ naam: 'Donald Sap', volgorde: 1 }, { naam: 'Donald Fruit', volgorde: 0 }],
    sbiActiviteiten: [{ sbiCode: '56101', indHoofdactiviteit: 'Nee' }, { sbiCode: '01241', indHoofdactiviteit: 'Ja' }],
    adressen: [{ type: 'bezoekadres', straatnaam: 'Hizzaarderlaan', huisnummer: 3, huisletter: 'A', postcode: '8823SJ', plaats: 'Lollum' }],
  }
  const list = {
    kvkNummer: '68750110', totaalAantalVestigingen: 2,
    vestigingen: [
      { vestigingsnummer: '000037178598', kvkNummer: '68750110', eersteHandelsnaam: 'Donald Fruit', indHoofdvestiging: 'Ja', volledigAdres: 'Hizzaarderlaan 3 A          8823SJ Lollum' },
      { vestigingsnummer: '000037178601', kvkNummer: '68750110', eersteHandelsnaam: 'Donald Sap', indHoofdvestiging: 'Nee', volledigAdres: 'Kade 1          1315AB Almere' },
    ],
  }
  const cells = async (answer: unknown) => (await firstSheet(fileWith('kvk.json', JSON.stringify(answer)))).slice(1)

  test('a profile of one, with all its trade names and its main activity', async () => {
    expect(await cells(location)).toEqual([[
      '68750110', '000037178598', '857587973', 'Test BV Donald', 'Donald Fruit / Donald Sap', null, '01241', '56101', '20200210', null, 4, 'Nee',
      'Hizzaarderlaan', 3, 'A', null, '8823SJ', 'Lollum', null,
    ]])
  })
  test('a list of them, each a row', async () => {
    expect((await cells(list)).map((row) => [row[0], row[1], row[4], row[11], row[18]])).toEqual([
      ['68750110', '000037178598', 'Donald Fruit', 'Ja', 'Hizzaarderlaan 3 A 8823SJ Lollum'], ['68750110', '000037178601', 'Donald Sap', 'Nee', 'Kade 1 1315AB Almere'],
    ])
  })
  test('several answers in one file', async () => expect((await cells([location, list])).map((row) => row[1])).toEqual(['000037178598', '000037178598', '000037178601']))
  test('an unknown shape is refused as a whole: no row is taken in empty', async () => {
    for (const answer of [{ kvkNummer: '68750110', links: [] }, [location, { kvkNummer: '68750110', onbekend: {} }]]) {
      expect(await problemOf(cells(answer))).toBe('file-format-unsupported')
    }
  })
  test('a known shape with something else in it is damaged', async () => expect(await problemOf(cells({ ...location, kvkNummer: 68750110 }))).toBe('file-damaged'))
  test('is taken in with its address', async () => {
    const store = emptyStore()
    const report = await takeIn(contextOn(store), fileWith('vestigingen.json', JSON.stringify(list)))
    expect(report.sheets).toMatchObject([{ kind: 'company', accepted: 2, refused: 0 }])
    expect(store.all('SELECT branch_number, trade_name, given_street, given_number, given_letter, given_postcode, given_city FROM company_record ORDER BY id')).toEqual([
      { branch_number: 37_178_598, trade_name: 'Donald Fruit', given_street: 'Hizzaarderlaan', given_number: 3, given_letter: 'A', given_postcode: '8823SJ', given_city: 'Lollum' },
      { branch_number: 37_178_601, trade_name: 'Donald Sap', given_street: 'Kade', given_number: 1, given_letter: '', given_postcode: '1315AB', given_city: 'Almere' },
    ])
  })
})

describe.skipIf(!hasSharedData)(`BAG 2.0${whySkipped}`, () => {
  const xml = (type: string) => readFileSync(sharedData('bag_nlextract', 'bag2_xml_2020', `0221${type}15092020-000001.xml`))
  const types = ['NUM', 'OPR', 'WPL', 'VBO', 'LIG', 'STA', 'PND']
  const flat = () => types.map((type) => ({ name: `0221${type}15092020-000001.xml`, content: xml(type) }))

  /** The addresses the separate results of another reader add up to: current, issued, in a street of this extract, once. */
  function expectedAddresses(): unknown[] {
    const features = (type: string): Record<string, unknown>[] =>
      JSON.parse(readFileSync(sharedData('bag_nlextract', 'expected_json', `${type}.json`), 'utf8')).features.map((one: { properties: unknown }) => one.properties)
    const isCurrent = (one: Record<string, unknown>) => one['eindGeldigheid'] === undefined && one['eindRegistratie'] === undefined
    const streets = new Map(features('OPR').map((one) => [one['identificatie'], one]))
    const cities = new Map(features('WPL').map((one) => [one['identificatie'], one['naam']]))
    const objects = [...features('VBO'), ...features('LIG'), ...features('STA')].filter(isCurrent)
    const seen = new Set<unknown>()
    return features('NUM').filter(isCurrent).flatMap((one) => {
      const street = streets.get(one['openbareruimteRef'])
      if (!street || seen.has(one['identificatie'])) return []
      seen.add(one['identificatie'])
      const object = objects.filter((each) => [each['hoofdadresNummeraanduidingRef'], ...asList(each['nevenadresNummeraanduidingRef'])].includes(one['identificatie'])).at(-1)
      return [[
        one['identificatie'], street['naam'], String(one['huisnummer']), one['huisletter'] ?? null, one['huisnummertoevoeging'] ?? null, one['postcode'] ?? null,
        cities.get(street['woonplaatsRef']), object?.['identificatie'] ?? null, asList(object?.['pandRef'])[0] ?? null, asList(object?.['gebruiksdoel']).join(', '),
        object?.['oppervlakte'] ?? null, object?.['status'] ?? '',
      ]]
    })
  }
  const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
  const withoutYearAndPlace = (cells: readonly unknown[]) => [...cells.slice(0, 11), cells[12]]

  test('one zip of XML: the addresses of another reader', async () => {
    const { rows, bad } = await readAll(fileWith('0221.zip', zipOf(flat())))
    const addresses = rows['0221']?.slice(1) ?? []
    expect(addresses.map(({ cells }) => withoutYearAndPlace(cells))).toEqual(expectedAddresses())
    expect(addresses).toHaveLength(8)
    expect(bad.map(({ reason }) => reason)).toEqual([reasons.duplicateKey, reasons.duplicateKey, reasons.bagWithoutStreet('0363300000003944')])
  })

  test('coordinates and year of construction', async () => {
    const { rows } = await readAll(fileWith('0221.zip', zipOf(flat())))
    const cells = rows['0221']?.find(({ cells: one }) => one[0] === '0221200000330227')?.cells
    expect(cells?.slice(11)).toEqual([1585, 'Verbouwing verblijfsobject', false, null, 206_335.699, 447_529.842])
  })

  test('which addresses are the second of their object, as another reader has them', async () => {
    const objects: { properties: Record<string, unknown> }[] = ['VBO', 'LIG', 'STA'].flatMap((type) => JSON.parse(readFileSync(sharedData('bag_nlextract', 'expected_json', `${type}.json`), 'utf8')).features)
    const expected = new Set(objects.flatMap(({ properties }) => asList(properties['nevenadresNummeraanduidingRef'])))
    const { rows } = await readAll(fileWith('0221.zip', zipOf(flat())))
    const addresses = rows['0221']?.slice(1) ?? []
    expect(addresses.map(({ cells }) => cells[13])).toEqual(addresses.map(({ cells }) => (cells[7] === null ? null : expected.has(cells[0]))))
    expect(addresses.filter(({ cells }) => cells[13] === true).length).toBeGreaterThan(0)
  })

  test('zips in a zip, as Kadaster delivers, yield the same', async () => {
    const inner = types.map((type) => ({ name: `9999${type}15092020.zip`, content: zipOf([{ name: `9999${type}15092020-000001.xml`, content: xml(type) }]), stored: true }))
    const outer = zipOf([...inner, { name: '9999Inactief15092020.zip', content: zipOf([{ name: '0221IANUM15092020-000001.xml', content: 'x' }]), stored: true }])
    const one = await readAll(fileWith('0221.zip', zipOf(flat())))
    expect((await readAll(fileWith('0221.zip', outer))).rows).toEqual(one.rows)
  })

  test('the same when the zips inside are packed once more, and nothing is left of it', async () => {
    const before = new Set(readdirSync(tmpdir()))
    const inner = types.map((type) => ({ name: `9999${type}15092020.zip`, content: zipOf([{ name: `9999${type}15092020-000001.xml`, content: xml(type) }]) }))
    const twice = zipOf([{ name: '0221GEM15092020.zip', content: zipOf(inner) }])
    const one = await readAll(fileWith('0221.zip', zipOf(flat())))
    expect((await readAll(fileWith('0221.zip', twice))).rows).toEqual(one.rows)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('signaal-uitpakken-') && !before.has(name))).toEqual([])
  })

  test('the nested sample of NLExtract', async () => {
    const { rows } = await readAll(sharedData('bag_nlextract', 'BAGNLDL-15092020-small.zip'))
    expect(rows['BAGNLDL-15092020-small']?.slice(1)).toHaveLength(8)
  })

  test('a single XML file without its streets refuses its addresses, each by name', async () => {
    const { bad, rows } = await readAll(sharedData('bag_nlextract', 'bag2_xml_2020', '0221NUM15092020-000001.xml'))
    expect([bad.length, rows['0221NUM15092020-000001']?.length]).toEqual([11, 1])
  })

  test('a building with an outline that crosses itself does no harm', async () => {
    expect((await readAll(sharedData('bag_nlextract', 'bag2_xml_2020', 'pand-gml-bad.xml'))).bad).toEqual([])
  })

  test('BAG 1.0 is named and refused', async () => {
    expect(await problemOf(readAll(sharedData('bag_nlextract', 'bag1_xml', 'pand.xml')))).toBe('file-format-unsupported')
  })
})

describe('the state of a BAG extract', () => {
  const occurrence = (inner: string, end = '') => `<voorkomen><Voorkomen><beginGeldigheid>2010-01-01</beginGeldigheid>${end}</Voorkomen></voorkomen>${inner}`
  const part = (type: string, objects: string[]) => ({
    name: `0221${type}15092020-000001.xml`,
    content: `<bagStand><StandTechnischeDatum>2020-09-15</StandTechnischeDatum>${objects.map((one) => `<bagObject>${one}</bagObject>`).join('')}</bagStand>`,
  })
  const address = (id: string, number: number, status = 'Naamgeving uitgegeven', end = '') =>
    `<Nummeraanduiding>${occurrence(`<identificatie>${id}</identificatie><huisnummer>${number}</huisnummer><status>${status}</status><OpenbareRuimteRef>0221300000000001</OpenbareRuimteRef>`, end)}</Nummeraanduiding>`
  const home = (id: string, status: string, of: string, end = '') =>
    `<Verblijfsobject>${occurrence(`<identificatie>${id}</identificatie><status>${status}</status><NummeraanduidingRef>${of}</NummeraanduidingRef>`, end)}</Verblijfsobject>`
  const [one, two, three] = ['0221200000000001', '0221200000000002', '0221200000000003']
  const extract = [
    part('WPL', ['<Woonplaats><identificatie>1001</identificatie><naam>Doesburg</naam></Woonplaats>']),
    part('OPR', ['<OpenbareRuimte><identificatie>0221300000000001</identificatie><naam>Kade</naam><WoonplaatsRef>1001</WoonplaatsRef></OpenbareRuimte>']),
    part('VBO', [
      home('0221010000000009', 'Verblijfsobject in gebruik', one),
      home('0221010000000010', 'Verblijfsobject ingetrokken', one),
      home('0221010000000011', 'Verblijfsobject in gebruik', two, '<eindGeldigheid>2015-01-01</eindGeldigheid>'),
      home('0221010000000012', 'Verblijfsobject in gebruik', two, '<tijdstipInactief>2016-01-01</tijdstipInactief>'),
    ]),
    part('NUM', [
      address(one, 1, 'Naamgeving uitgegeven', '<eindGeldigheid>2015-01-01</eindGeldigheid>'), address(one, 2), address(two, 3), address(three, 4, 'Naamgeving ingetrokken'),
    ]),
    { name: '0221IANUM15092020-000001.xml', content: 'inactive' },
    { name: '0221IONUM15092020-000001.xml', content: 'under investigation' },
  ]

  test('earlier occurrences are not read, a withdrawn address is, with its day, and a withdrawn object hides none that is in use', async () => {
    const { rows, bad } = await readAll(fileWith('0221.zip', zipOf(extract)))
    const addresses = rows['0221']?.slice(1).map(({ cells }) => [cells[0], cells[2], cells[7], cells[12], cells[14]])
    expect(addresses).toEqual([
      [one, '2', '0221010000000009', 'Verblijfsobject in gebruik', null], [two, '3', null, null, null], [three, '4', null, 'Naamgeving ingetrokken', '2010-01-01'],
    ])
    expect(bad).toEqual([])
  })
})

test.each(['uitdraai.xls', 'uitdraai.xlsx', 'uitdraai.ods'])('text under the name %s is read as the text it is, and that is said', async (name) => {
  const { readAs, sheets } = await inspectFile(contextOn(emptyStore()), fileWith(name, 'Kenmerk;Adres\nS-1;Kade 1\n'), [])
  expect([readAs, sheets.map(({ remarks, sample }) => [remarks, sample])]).toEqual([
    'CSV, puntkomma, UTF-8', [[['De naam belooft een werkmap, maar het bestand is tekst; het is gelezen als CSV.'], [['Kenmerk', 'Adres'], ['S-1', 'Kade 1']]]],
  ])
})

describe('files that are none', () => {
  test('a folder', async () => expect(await problemOf(readAll(temporaryFolder()))).toBe('file-is-folder'))
  test('a file that is gone', async () => {
    await expect(readAll(join(temporaryFolder(), 'weg.csv'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
  test.each([['gzip', [0x1f, 0x8b, 8, 0]], ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]], ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]]])('what %s packed', async (_, bytes) => {
    expect(await problemOf(readAll(fileWith('adressen.csv.gz', Buffer.from(bytes))))).toBe('file-packed')
  })
  test('a PDF', async () => expect(await problemOf(readAll(fileWith('brief.csv', '%PDF-1.7')))).toBe('file-not-a-workbook'))
})
