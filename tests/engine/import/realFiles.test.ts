import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../electron/engine/store/database.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'
import { zipOf } from '../../fixtures/zip.ts'

const counts = async (store: Store, ...parts: string[]) => {
  const report = await takeIn(contextOn(store), sharedData(...parts))
  return report.sheets.map(({ kind, rowsRead, accepted, refused }) => ({ kind, rowsRead, accepted, refused }))
}

describe.skipIf(!hasSharedData)(`CBS areas of Almere 2025${whySkipped}`, () => {
  /** Shoelace over all rings; the outer ring of a GeoJSON polygon turns against the clock, holes with it. */
  const surface = (rings: number[][]) =>
    Math.abs(rings.reduce((sum, ring) => {
      for (let i = 0; i + 3 < ring.length; i += 2) sum += ((ring[i] ?? 0) * (ring[i + 3] ?? 0) - (ring[i + 2] ?? 0) * (ring[i + 1] ?? 0)) / 2
      return sum
    }, 0))
  const total = (store: Store) => store.all<{ rings: string }>('SELECT rings FROM area').reduce((sum, { rings }) => sum + surface(JSON.parse(rings)), 0)

  test('238 buurten in RD: codes, names, parents and 138.743791 km²', async () => {
    const store = emptyStore()
    expect(await counts(store, 'cbs_almere_2025', 'buurt_2025_almere_rd.geojson')).toEqual([{ kind: 'area', rowsRead: 238, accepted: 238, refused: 0 }])
    expect(total(store) / 1e6).toBeCloseTo(138.743791, 6)
    expect(store.get('SELECT name, level, parent_code, min_x, min_y, max_x, max_y, record_id FROM area WHERE code = ?', 'BU00340101')).toEqual({
      name: 'Centrum Haven Noord', level: 'buurt', parent_code: 'WK003401', min_x: 143_332, min_y: 483_029, max_x: 143_729, max_y: 483_344, record_id: recordId(1, 2),
    })
  })

  test('71 wijken, of which three in several parts, and 139.665733 km²', async () => {
    const store = emptyStore()
    expect(await counts(store, 'cbs_almere_2025', 'wijk_2025_almere_rd.geojson')).toEqual([{ kind: 'area', rowsRead: 71, accepted: 71, refused: 0 }])
    expect(total(store) / 1e6).toBeCloseTo(139.665733, 6)
    const several = store.all<{ code: string }>('SELECT code FROM area WHERE json_array_length(rings) > 1 ORDER BY code')
    expect(several.map(({ code }) => code)).toEqual(['WK003416', 'WK003440', 'WK003474'])
    expect(store.get('SELECT level, parent_code FROM area WHERE code = ?', 'WK003401')).toEqual({ level: 'wijk', parent_code: 'GM0034' })
  })

  test('in WGS84 they are the same areas, within a metre, and bring the RD ones up to date', async () => {
    const store = emptyStore()
    await counts(store, 'cbs_almere_2025', 'buurt_2025_almere_rd.geojson')
    const inRd = store.all<{ code: string; rings: string }>('SELECT code, rings FROM area ORDER BY code')
    await counts(store, 'cbs_almere_2025', 'buurt_2025_almere_wgs84.geojson')
    const inWgs84 = store.all<{ code: string; rings: string }>('SELECT code, rings FROM area ORDER BY code')
    expect(inWgs84).toHaveLength(238)
    const furthest = inRd.map(({ rings }, i) => {
      const first: number[] = JSON.parse(rings).flat()
      const second: number[] = JSON.parse(inWgs84[i]?.rings ?? '[]').flat()
      return Math.max(...first.map((value, at) => Math.abs(value - (second[at] ?? Infinity))))
    })
    expect(Math.max(...furthest)).toBeLessThan(1)
  })
})

describe.skipIf(!hasSharedData)(`BAG extract of Doesburg${whySkipped}`, () => {
  test('8 addresses with their object, building and place', async () => {
    const store = emptyStore()
    const types = ['WPL', 'OPR', 'NUM', 'VBO', 'LIG', 'STA', 'PND']
    const parts = types.map((type) => ({ name: `0221${type}15092020-000001.xml`, content: readFileSync(sharedData('bag_nlextract', 'bag2_xml_2020', `0221${type}15092020-000001.xml`)) }))
    const report = await takeIn(contextOn(store), fileWith('doesburg.zip', zipOf(parts)))
    expect(report.sheets).toMatchObject([{ kind: 'address', rowsRead: 11, accepted: 8, refused: 3, repaired: 0 }])
    expect(store.all('SELECT a.id, s.name, a.number, a.letter, a.postcode, s.city FROM address a JOIN street s ON s.id = a.street_id ORDER BY a.id')).toEqual([
      { id: 221_200_000_330_151, name: 'Koppenberch', number: 2, letter: '', postcode: '6982CZ', city: 'Doesburg' },
      { id: 221_200_000_330_153, name: 'Koppenberch', number: 20, letter: '', postcode: '6982CZ', city: 'Doesburg' },
      { id: 221_200_000_330_171, name: 'Het Hoornwerck', number: 1, letter: '', postcode: '6981ED', city: 'Doesburg' },
      { id: 221_200_000_330_173, name: 'Het Hoornwerck', number: 4, letter: '', postcode: '6981ED', city: 'Doesburg' },
      { id: 221_200_000_330_227, name: 'Kosterstraat', number: 4, letter: '', postcode: '6981CH', city: 'Doesburg' },
      { id: 221_200_000_330_229, name: 'Schout bij Nacht Doormansingel', number: 9, letter: 'l', postcode: '', city: 'Doesburg' },
      { id: 221_200_000_330_998, name: 'Het Hoornwerck', number: 4, letter: 'x', postcode: '6981ED', city: 'Doesburg' },
      { id: 221_200_000_330_999, name: 'Het Hoornwerck', number: 4, letter: 'y', postcode: '6981ED', city: 'Doesburg' },
    ])
    expect(store.get('SELECT object_id, building_id, use_purpose, floor_area, build_year, status, x, y FROM address WHERE id = 221200000330227')).toEqual({
      object_id: 221_010_000_330_226, building_id: 221_100_000_312_938, use_purpose: 'woonfunctie', floor_area: 223, build_year: 1585, status: 'verbouwing', x: 206_335.699, y: 447_529.842,
    })
  })

  test('the nested sample yields the same addresses', async () => {
    const store = emptyStore()
    expect(await counts(store, 'bag_nlextract', 'BAGNLDL-15092020-small.zip')).toEqual([{ kind: 'address', rowsRead: 10, accepted: 8, refused: 2 }])
  })

  test('the list with more columns yields the same 99 addresses, and the one without numbers of its own is not taken in', async () => {
    const store = emptyStore()
    expect(await counts(store, 'bag_nlextract', 'bagadresplus.csv')).toEqual([{ kind: 'address', rowsRead: 99, accepted: 99, refused: 0 }])
    const plus = store.all('SELECT id, number, letter, suffix, postcode, object_id, x, y FROM address ORDER BY id')
    const other = emptyStore()
    await counts(other, 'bag_nlextract', 'bagadres-full.csv')
    expect(other.all('SELECT id, number, letter, suffix, postcode, object_id, x, y FROM address ORDER BY id')).toEqual(plus)
    await expect(counts(other, 'bag_nlextract', 'bagadres.csv')).rejects.toMatchObject({ problem: { code: 'column-required-missing', params: { columns: 'BAG-nummer van het adres' } } })
  })

  test('the address list of De Ruijterkade: 99 rows of which the coordinates agree with the degrees', async () => {
    const store = emptyStore()
    expect(await counts(store, 'bag_nlextract', 'bagadres-full.csv')).toEqual([{ kind: 'address', rowsRead: 99, accepted: 99, refused: 0 }])
    expect(store.get('SELECT number, suffix, object_id, x, y FROM address WHERE id = 363200000081086')).toEqual({ number: 105, suffix: '1', object_id: 363_010_000_964_973, x: 122_177, y: 487_877 })
  })
})

describe.skipIf(!hasSharedData)(`KVK test files${whySkipped}`, () => {
  test('a profile', async () => {
    const store = emptyStore()
    expect(await counts(store, 'kvk_test', 'basisprofiel_68750110.json')).toEqual([{ kind: 'company', rowsRead: 1, accepted: 1, refused: 0 }])
    expect(store.get('SELECT * FROM company_record')).toEqual({
      id: recordId(1, 2), kvk: 68_750_110, branch_number: 37_178_598, rsin: 857_587_973, name: 'Test BV Donald', trade_name: 'Test BV Donald', legal_form: 'bv', sbi: '01241',
      sbi_version: '', started: '2014-02-10', ended: null, employees: 1, is_main: 1, given_bag: null, given_street: 'Hizzaarderlaan', given_number: 3, given_letter: '',
      given_suffix: 'A', given_postcode: '8823SJ', given_city: 'Lollum', address_id: null, address_match: 0, company_id: null,
    })
  })

  test('a search of which one result contradicts itself', async () => {
    const store = emptyStore()
    expect(await counts(store, 'kvk_test', 'zoeken_twee_vestigingen.json')).toEqual([{ kind: 'company', rowsRead: 2, accepted: 1, refused: 1 }])
  })

  test('13 test companies with their legal forms', async () => {
    const store = emptyStore()
    expect(await counts(store, 'kvk_test', 'kvk_testbedrijven.csv')).toEqual([{ kind: 'company', rowsRead: 13, accepted: 13, refused: 0 }])
    expect(store.all('SELECT kvk, legal_form FROM company_record ORDER BY id LIMIT 5')).toEqual([
      { kvk: 69_599_084, legal_form: 'eenmanszaak' }, { kvk: 68_727_720, legal_form: 'nv' }, { kvk: 68_750_110, legal_form: 'bv' }, { kvk: 69_599_068, legal_form: 'stichting' },
      { kvk: 69_599_076, legal_form: 'vof' },
    ])
  })

  test('12 synthetic companies; of two codes in one cell the first, and it says so', async () => {
    const store = emptyStore()
    const report = await takeIn(contextOn(store), sharedData('kvk_test', 'mock_register_synthetic.csv'))
    expect(report.sheets).toMatchObject([{ accepted: 12, refused: 0, repaired: 3 }])
    expect(store.all('SELECT sbi FROM company_record ORDER BY id LIMIT 3')).toEqual([{ sbi: '10110' }, { sbi: '4771' }, { sbi: '5010' }])
  })
})
