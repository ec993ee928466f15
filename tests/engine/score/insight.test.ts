import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract } from '#shared/contract/index.ts'
import {
  areaPatterns, concentrations, counterfactual, currentDefinitions, decide, explain, goldenNumbers, governanceSheets, positivePredictiveValue, propose, runScores, trend,
} from '../../../electron/engine/score/index.ts'
import { workedExample } from '../../../electron/engine/score/goldens.ts'
import { marshallPrior, posteriorRate } from '../../../electron/engine/score/statistics/shrinkage.ts'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'signaal-'))
const store = openDatabase(join(folder, 'stad.kluis'), randomBytes(48), 'job')
const town = () => contextOn(store)

beforeAll(() => {
  migrate(store, readMigrations('vault'))
  plantedTown(store)
  store.write((writer) => {
    // three departments repeat one tip, and a second supplier brings reports of its own
    addDelivery(writer, 20, { kind: 'signal', supplier: 'meldpunt', accepted: 1, reference_date: '2026-11-01' })
    const [address] = writer.all<{ id: number }>("SELECT id FROM address WHERE area_id = (SELECT id FROM area WHERE code = 'BU00340103') ORDER BY id DESC LIMIT 1")
    for (const [i, department] of ['Toezicht', 'Wonen', 'Vergunningen'].entries()) {
      addRecord(writer, 'signal_record', 20, i + 1, { address_id: address?.id ?? 0, received: `2026-03-0${i + 1}`, department })
    }
    // nobody ever came in one buurt, and everywhere else inspectors did
    writer.all<{ id: number }>('SELECT id FROM address WHERE id % 8 = 0').forEach(({ id }, i) =>
      addRecord(writer, 'inspection_record', 8, 500_000 + i, { address_id: id, case_number: `D${i}`, inspected: '2025-09-09' }))
    writer.run("DELETE FROM inspection_record WHERE address_id IN (SELECT id FROM address WHERE area_id = (SELECT id FROM area WHERE code = 'BU00340208'))")
  })
  runScores(town())
})

afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('published numbers', () => {
  it('come out as printed, every one', () => {
    const found = goldenNumbers()
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter(({ holds }) => !holds)).toEqual([])
    expect(contract['score.goldens'].output.safeParse(found).error).toBeUndefined()
  })

  it('say what a flag is worth', () => {
    expect(positivePredictiveValue(0.005, 0.9, 0.95)).toBeCloseTo(0.083, 3)
    expect(positivePredictiveValue(0.005, 0.8, 0.99)).toBeCloseTo(0.287, 3)
  })
})

describe('patterns of areas', () => {
  it('are hotspots of areas that lie together, places where nobody comes, and places that give occasion', () => {
    const found = areaPatterns(town(), 'hennep')
    expect(contract['area.patterns'].output.safeParse(found).error).toBeUndefined()
    expect(found.filter(({ kind }) => kind === 'vrijplaats').map(({ code }) => code)).toEqual(['BU00340208'])
    const hot = found.filter(({ kind }) => kind === 'hotspot').map(({ code }) => code)
    expect(hot).toContain('BU00340103')
    for (const { falseDiscovery } of found.filter(({ kind }) => kind !== 'gelegenheid')) expect(falseDiscovery).toBeLessThanOrEqual(0.05)
  })
})

describe('concentration of a branch', () => {
  it('is its share here against its share everywhere, shrunk, within one version of the SBI', () => {
    const found = concentrations(town(), { branch: '2008:561', level: 'buurt' })
    expect(contract['branch.concentration'].output.safeParse(found).error).toBeUndefined()
    expect(found[0]).toMatchObject({ code: 'BU00340104' })
    expect(found[0]?.probability).toBeGreaterThan(0.95)
    const [most] = found
    if (!most) throw new Error('nothing found')
    expect(most.quotient).toBeLessThan(Number(most.observed) / most.expected)
    expect(found.reduce((sum, { observed }) => sum + Number(observed), 0)).toBeCloseTo(found.reduce((sum, { expected }) => sum + expected, 0), 6)
    expect(concentrations(town(), { branch: '2025:561', level: 'wijk' })).toEqual([])
  })
})

describe('what if something were otherwise', () => {
  const which = { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' } as const

  it('names the class without each supplier, and the fewest events that make the difference', () => {
    const found = counterfactual(town(), which)
    expect(contract['score.counterfactual'].output.safeParse(found).error).toBeUndefined()
    const { score } = explain(town(), which)
    expect(found.class).toBe(score.class)
    expect(found.withoutSupplier.map(({ supplier }) => supplier)).toEqual(expect.arrayContaining(['afdeling measure', 'afdeling signal', 'meldpunt']))
    for (const one of found.withoutSupplier) expect(one.score ?? -3).toBeLessThanOrEqual(score.score ?? 0)
    expect(found.withoutSupplier.find(({ supplier }) => supplier === 'meldpunt')?.events).toBe(1) 
    expect(found.fewest?.class).toBe('average')
    expect(found.fewest?.parts.reduce((sum, { absent }) => sum + absent, 0)).toBe(found.fewest?.events)
  })

  it('counts one tip that three departments repeat once', () => {
    const [reports] = counterfactual(town(), which).sources
    const counted = explain(town(), which).parts.find(({ indicator }) => indicator === 'hennep-meldingen-gebied')?.observed
    expect(reports?.counted).toBe(counted)
    expect((reports?.rows ?? 0) - (reports?.counted ?? 0)).toBe(2)
  })
})

describe('without the deliveries of one supplier', () => {
  it('series are counted again, not shared out: as many as when that supplier had delivered nothing', () => {
    const own = emptyStore()
    plantedTown(own)
    own.write((writer) => {
      addDelivery(writer, 20, { kind: 'signal', supplier: 'meldpunt', accepted: 1, reference_date: '2026-11-01' })
      const homes = writer.all<{ id: number }>("SELECT id FROM address WHERE area_id = (SELECT id FROM area WHERE code = 'BU00340103') ORDER BY id DESC LIMIT 3")
      const report = (delivery: number, row: number, home: number, received: string) => addRecord(writer, 'signal_record', delivery, row, { address_id: homes[home]?.id ?? 0, received, department: 'x' })
      // told by the meldpunt first and by another after: one, with or without the meldpunt
      report(20, 1, 0, '2026-01-01')
      report(10, 900_001, 0, '2026-02-01')
      // a series that only the meldpunt holds together: one with it, two without
      report(10, 900_002, 1, '2026-01-01')
      report(20, 2, 1, '2026-03-20')
      report(10, 900_003, 1, '2026-06-01')
      // and one that nobody else told
      report(20, 3, 2, '2026-01-01')
      report(20, 4, 2, '2026-09-01')
    })
    const context = contextOn(own)
    runScores(context)
    const which = { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' } as const
    const reports = () => Number(explain(context, which).parts.find(({ indicator }) => indicator === 'hennep-meldingen-gebied')?.observed)
    const before = reports()
    const found = counterfactual(context, which).withoutSupplier.find(({ supplier }) => supplier === 'meldpunt')
    own.write((writer) => writer.run('DELETE FROM signal_record WHERE id / 4294967296 = 20'))
    runScores(context)
    expect(found?.events).toBe(before - reports())
    expect(found?.events).toBe(1)
    const kept = explain(context, which).score
    expect(found?.class).toBe(kept.class)
  })
})

describe('course over time', () => {
  it('is per half year beside what was to be expected, and shows where nothing was delivered', () => {
    const found = trend(town(), { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103', indicator: 'hennep-geruimd-gebied' })
    expect(contract['score.trend'].output.safeParse(found).error).toBeUndefined()
    expect(found.periods.reduce((sum, { observed }) => sum + observed, 0)).toBe(7)
    expect(found.periods.at(-1)?.to).toBe('2026-11-01')
    expect(found.breaks).toEqual([{ date: '2025-01-01', reason: expect.stringContaining('niets geleverd') }])
    // 36 months to 2026-11-01, and everything found in 2025
    expect(found.counting).toEqual({ from: '2023-11-01', months: 36, counted: 7, fading: 0, halfLife: null, halved: null })
    const reports = trend(town(), { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103', indicator: 'hennep-meldingen-gebied' })
    // 24 months; those of before 2025-11-01 have left it a year on
    expect(reports.counting).toEqual({ from: '2024-11-01', months: 24, counted: 15, fading: 5, halfLife: null, halved: null })
    const absent = (indicator: string) => trend(town(), { level: 'buurt', phenomenon: 'vastgoed', code: 'BU00340103', indicator })
    expect(absent('doorsluiswoning-gebied')).toMatchObject({ periods: [], counting: null, absence: 'together' })
    expect(absent('leegstand-gebied')).toMatchObject({ periods: [], counting: null, absence: 'state' })
    // and so nothing to say of the change of the SBI: a vestiging counts under the code it has, in either version
    expect(trend(town(), { level: 'buurt', phenomenon: 'witwassen', code: 'BU00340103', indicator: 'risicobranche-gebied' })).toMatchObject({ periods: [], breaks: [], absence: 'state' })
    const branches = trend(town(), { level: 'division', phenomenon: 'witwassen', code: '2008:56', indicator: 'verloop-branche' })
    expect(branches.breaks.map(({ date }) => date)).toContain('2025-09-08')
  })
})

describe('sheets for accountability', () => {
  it('say what is set up, also after a change of weights', () => {
    const sheet = (id: string) => governanceSheets(town()).find((one) => one.id === id)?.markdown ?? ''
    const { indicators, set, blocklist } = currentDefinitions(store)
    for (const one of indicators) expect(sheet('indicatorenboek')).toContain(`### ${one.catalogue} ${one.label}\n`)
    for (const { catalogue } of set.leftOut) expect(sheet('indicatorenboek')).toContain(`| ${catalogue} |`)
    for (const { attribute } of blocklist.entries) expect(sheet('algoritmeregister')).toContain(attribute)
    for (const column of indicators.flatMap(({ attributes }) => attributes)) expect(sheet('dpia-iama')).toContain(`| ${column} |`)
    expect(sheet('dpia-iama')).toContain('| address.area_id | H1, H2, H3, H6, H7, N1, V1, V2, V3, V4, V5, V6, V7, V9, W1, W2, W3, W4, W8 |')
    expect(sheet('indicatorenboek')).toContain('Versie 2,')
    const motive = 'Meldingen wegen zwaarder sinds het meldpunt ze ontdubbelt.'
    const { id } = propose(town(), { weights: { 'hennep-geruimd-gebied': 25, 'hennep-meldingen-gebied': 30 }, halfLives: {}, motive })
    decide({ ...town(), actor: { account: 'ander', name: 'Ander', roles: ['director'] } }, { id, approve: true, motive })
    expect(sheet('indicatorenboek')).toContain('Versie 3,')
    expect(sheet('indicatorenboek')).toContain(motive)
    expect(sheet('algoritmeregister')).toContain('1 keer gewijzigd')
  })

  it('have a worked example that comes out when it is computed again', () => {
    const method = governanceSheets(town()).find(({ id }) => id === 'methode')?.markdown ?? ''
    const rows = [...method.matchAll(/^\| [A-F] \| (\S+) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$/gm)].map(([, ...cells]) => cells.map((cell) => Number(cell.replace('.', '').replace(',', '.'))))
    expect(rows).toHaveLength(6)
    const areas = rows.map(([count = 0, exposure = 1]) => ({ count, exposure }))
    const prior = marshallPrior(areas)
    rows.forEach(([, , raw = 0, shrunk = 0, lower, upper], i) => {
      const area = areas[i] ?? { count: 0, exposure: 1 }
      expect(raw).toBeCloseTo((1000 * area.count) / area.exposure, 3)
      expect(shrunk).toBeCloseTo(1000 * posteriorRate(area, prior).mean, 3)
      expect(lower).toBeCloseTo(workedExample()[i]?.lower ?? 0, 3)
      expect(upper).toBeCloseTo(workedExample()[i]?.upper ?? 0, 3)
    })
  })
})
