import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type } from './terminal.ts'

/** Deliveries as departments send them, with what is wrong in practice, taken in and scored on the command line. */
const BUURTEN = 12
const PER_WIJK = 4
const wijkOf = (b: number) => `WK00340${Math.floor((b - 1) / PER_WIJK) + 1}`
const buurtOf = (b: number) => `BU${wijkOf(b).slice(2)}${String(b).padStart(2, '0')}`
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
/** the last has no address, the one before it five */
const addressesOf = (b: number) => (b === BUURTEN ? 0 : b === BUURTEN - 1 ? 5 : 40)

/** Corner of the square kilometre of a buurt. */
const cornerOf = (b: number) => [140_000 + ((b - 1) % PER_WIJK) * 1000, 480_000 + Math.floor((b - 1) / PER_WIJK) * 1000] as const

function feature(code: string, name: string, [x, y]: readonly [number, number], [width, height]: readonly [number, number]): object {
  const ring = [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]
  return { type: 'Feature', properties: { statcode: code, statnaam: name, ...(code.startsWith('BU') ? { wijkcode: `WK${code.slice(2, 8)}` } : {}) }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const wijken = collection([1, 2, 3].map((w) => feature(wijkOf(w * PER_WIJK), `Wijk ${w}`, cornerOf((w - 1) * PER_WIJK + 1), [PER_WIJK * 1000, 1000])))
const buurten = collection(numbers(BUURTEN).map((b) => feature(buurtOf(b), `Buurt ${b}`, cornerOf(b), [1000, 1000])))

const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(';')).join('\n')
const everyAddress = numbers(BUURTEN).flatMap((b) => numbers(addressesOf(b)).map((n) => ({ b, n, id: String(34_200_000_000_000 + b * 100 + n).padStart(16, '0'), postcode: `13${10 + b}AA` })))

const bag = csv([
  ['Identificatie nummeraanduiding', 'Openbare ruimte', 'Huisnummer', 'Postcode', 'Woonplaats', 'Verblijfsobject ID', 'Gebruiksdoel', 'Oppervlakte', 'Bouwjaar', 'Status', 'X', 'Y'],
  ...everyAddress.map(({ b, n, id, postcode }) => {
    const [x, y] = cornerOf(b)
    return [id, 'Proefstraat', n, postcode, 'Almere', id.replace('0034200', '0034010'), n > 30 ? 'kantoorfunctie' : 'woonfunctie', 90, 1990, 'Verblijfsobject in gebruik', x + 20 * n, y + 500]
  }),
])

/** None of the third wijk is inspected. */
const inspections = csv([
  ['Zaaknummer', 'Soort controle', 'Datum controle', 'Afdeling', 'Uitkomst', 'Fenomeen', 'BAG nummeraanduiding'],
  ...everyAddress.filter(({ b, n }) => b <= 2 * PER_WIJK && n % 4 === 0).map(({ b, n, id }) => [`C${b}-${n}`, 'Adrescontrole', '01-05-2026', 'Toezicht', 'akkoord', 'hennep', id]),
])
const signalHead = ['Signaalnummer', 'Soort signaal', 'Fenomeen', 'Waarnemingsdatum', 'Ontvangstdatum', 'BAG nummeraanduiding']
const signals = (name: string, of: (one: (typeof everyAddress)[number]) => boolean, day: string) =>
  csv([signalHead, ...everyAddress.filter(of).map(({ b, n, id }) => [`${name}-${b}-${n}`, 'Vermoeden hennepkwekerij', 'hennep', day, day, id])])
const measuresHead = ['Kenmerk', 'Soort maatregel', 'Fenomeen', 'Ingangsdatum', 'BAG nummeraanduiding']
/** Two out of three in buurt 1, one here and there elsewhere. */
const measures = csv([measuresHead, ...everyAddress.filter(({ b, n }) => (b === 1 ? n % 3 !== 0 : n === b)).map(({ b, n, id }) => [`M${b}-${n}`, n % 2 === 0 ? 'Sluiting woning' : 'Hennepkwekerij geruimd', 'hennep', '10-03-2026', id])])
const persons = csv([
  ['Persoonsnummer', 'Geslachtsnaam', 'Geboortedatum', 'BAG nummeraanduiding', 'Datum aanvang adreshouding'],
  ...everyAddress.filter(({ n }) => n <= 28).map(({ b, n, id }) => [`P${b}${n}`, `Proef${n}`, '19800101', id, '20100101']),
])
const kvkHead = ['KVK-nummer', 'Vestigingsnummer', 'Handelsnaam', 'Rechtsvorm', 'SBI-code', 'SBI-versie', 'Datum aanvang', 'BAG nummeraanduiding']
/** The first of every buurt bears a code that the version it names does not have. */
const companies = csv([
  kvkHead,
  ...everyAddress.filter(({ n }) => n > 30).map(({ b, n, id }) => [90_000_000 + b * 100 + n, String(900_000_000_000 + b * 100 + n), `Zaak ${b} ${n}`, 'bv', n === 31 ? '45112' : '5610', n === 31 ? '2025' : '2008', '20150101', id]),
])

describe('a municipality with what goes wrong in practice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signaal-'))
  const vault = join(folder, 'toets.kluis')
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = async (command: string, ...words: string[]) => {
    const typed = await type([command, vault, ...words, '--json'])
    expect([command, typed.code, typed.error]).toEqual([command, 0, []])
    return typed.json()
  }
  const explained = (b: string) => run('verklaar', '--code', b, '--fenomeen', 'hennep', '--doel', 'riec-casus', '--zaak', 'Z-1')
  const scoreOf = (report: Record<string, unknown>): unknown => Object(report['uitleg']).score
  let first: Record<string, unknown> = {}

  beforeAll(async () => {
    await run('nieuw')
    await run('importeer', file('wijken.geojson', wijken), file('buurten.geojson', buurten), file('bag_20261001.csv', bag), file('brp_20261001.csv', persons), file('handelsregister_20261001.csv', companies), file('controles_20261001.csv', inspections))
    await run('importeer', file('maatregelen_20261001.csv', measures), '--leverancier', 'Openbare orde')
    await run('importeer', file('meldingen_20261001.csv', signals('A', ({ b, n }) => n === 3 || (b === 1 && n < 9), '01-06-2026')), '--leverancier', 'Meldpunt', '--peildatum', '2026-10-01')
    await run('importeer', file('signalen_20250601.csv', signals('W', ({ b, n }) => n === 4 && b % 2 === 0, '01-05-2025')), '--leverancier', 'Wijkteam', '--peildatum', '2025-06-01')
    await run('koppel')
    first = await run('scoor', '--per', 'branche', '--fenomeen', 'witwassen')
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('without addresses, or with too few, a buurt has no score and it is said why', async () => {
    const few = await explained(buurtOf(11))
    expect(few).toMatchObject({ uitleg: { score: { score: null, class: 'insufficient' }, parts: [] } })
    expect(JSON.stringify(few)).toContain('Minder dan 10 adressen; zo weinig zegt niets.')
    const none = await explained(buurtOf(12))
    expect(none).toMatchObject({ uitleg: { score: { score: null, completeness: 0, exposure: 0 }, parts: [] } })
    expect(JSON.stringify(none)).toContain('Geen adressen.')
  })

  test('a department that has been silent for a year makes every score less complete, and is named', async () => {
    expect(await explained(buurtOf(1))).toMatchObject({
      uitleg: { score: { class: 'higher', completeness: 0.875 }, missing: [{ indicator: 'hennep-meldingen-gebied', reason: 'Sinds 01-06-2025 niets meer geleverd door Wijkteam.' }] },
    })
  })

  test('a wijk nobody inspected is told beside its score, also in words, and that is no part of it', async () => {
    expect(await explained(buurtOf(10))).toMatchObject({ uitleg: { score: { class: 'average' }, context: [{ sentence: '0 controles op 40 adressen in 12 maanden; verwacht 8,0.' }] } })
    const typed = await type(['verklaar', vault, '--code', buurtOf(10), '--fenomeen', 'hennep', '--doel', 'riec-casus', '--zaak', 'Z-1'])
    expect(typed.out.join('\n')).toContain('Controledichtheid (telt niet mee): 0 controles op 40 adressen in 12 maanden; verwacht 8,0.')
  })

  test('a code of another version of the SBI is a branch of its own that says so, compared with nothing', () => {
    const branches = (level: string) => [first['rangorde']].flat().map((one) => Object(one)).find(({ niveau }) => niveau === level)?.gebieden_of_branches
    expect(branches('division')).toEqual(expect.arrayContaining([expect.objectContaining({ code: '2025:45', naam: 'Code 45, onbekend in SBI 2025', score: null })]))
    expect(branches('division')).toHaveLength(2)
  })

  test('delivered twice nothing counts twice: the same file is nothing new, and the same rows in another file change no score', async () => {
    const shown = async () => (await run('scoor', '--niveau', 'buurt', '--fenomeen', 'hennep'))['rangorde']
    const before = await shown()
    expect(await run('importeer', file('maatregelen_20261001.csv', measures), '--leverancier', 'Openbare orde')).toMatchObject({ bronnen: [{ herhaling: true }] })
    expect(await run('importeer', file('maatregelen_20260930.csv', `${measures}\n`), '--leverancier', 'Openbare orde')).toMatchObject({ bronnen: [{ herhaling: false, verschil: { nieuw: 0, gewijzigd: 0, verdwenen: 0, ongewijzigd: 36 } }] })
    await run('koppel')
    expect(await shown()).toEqual(before)
  })

  test('a buurt that was split makes way for its parts, and comes back when that delivery is withdrawn', async () => {
    const [x, y] = cornerOf(1)
    const parts = [feature('BU00340113', 'Buurt 1 west', [x, y], [410, 1000]), feature('BU00340114', 'Buurt 1 oost', [x + 410, y], [590, 1000])]
    const split = collection([...numbers(BUURTEN).slice(1).map((b) => feature(buurtOf(b), `Buurt ${b}`, cornerOf(b), [1000, 1000])), ...parts])
    const whole = await explained(buurtOf(1))
    const asAddition = [file('buurten.geojson', split), '--leverancier', 'CBS', '--proef']
    expect(await run('importeer', ...asAddition)).toMatchObject({ bronnen: [{ verschil: { nieuw: 2, verdwenen: 0 }, gebleven_gebieden: ['Buurt 1'] }] })
    expect((await type(['importeer', vault, ...asAddition])).out).toContain(
      '  1 gebied dat niet in dit bestand staat, blijft bestaan: Buurt 1. Is dit bestand de hele stand, trek deze levering dan in en lees haar opnieuw in met --volledig en dezelfde leverancier.',
    )
    const report = await run('importeer', file('buurten.geojson', split), '--leverancier', 'CBS', '--volledig')
    expect(report).toMatchObject({ bronnen: [{ verschil: { nieuw: 2, gewijzigd: 0, verdwenen: 1, ongewijzigd: 11 }, gebleven_gebieden: [] }] })
    await run('koppel')
    await run('scoor')
    const gone = await type(['verklaar', vault, '--code', buurtOf(1), '--fenomeen', 'hennep', '--doel', 'riec-casus', '--zaak', 'Z-1'])
    expect(gone.code).toBe(1)
    for (const code of ['BU00340113', 'BU00340114']) expect(scoreOf(await explained(code))).toMatchObject({ exposure: 20 })
    const delivery = String(Reflect.get(Object([report['bronnen']].flat()[0]), 'levering'))
    await run('intrekken', delivery, '--reden', 'De nieuwe indeling gaat later in.')
    await run('koppel')
    await run('scoor')
    expect(scoreOf(await explained(buurtOf(1)))).toEqual(scoreOf(whole))
  })
})
