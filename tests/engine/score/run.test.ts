import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import type { Explanation } from '#shared/model/score.ts'
import { Phenomenon, ScoreLevel as Levels } from '#shared/model/score.ts'
import { currentSet, evidence, explain, ranking, runScores } from '../../../electron/engine/score/index.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { fillTown, plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const quiet = { report: () => undefined, checkCancelled: () => undefined }

function scoredTown(without: readonly string[] = []): { store: Store; context: ReturnType<typeof contextOn> } {
  const store = emptyStore()
  plantedTown(store, without)
  const context = contextOn(store)
  runScores(context)
  return { store, context }
}

/** One town for the tests that only read. */
const folder = mkdtempSync(join(tmpdir(), 'signaal-'))
const shared = openDatabase(join(folder, 'stad.kluis'), randomBytes(48), 'job')
const town = () => contextOn(shared)

beforeAll(() => {
  migrate(shared, readMigrations('vault'))
  plantedTown(shared)
  runScores(town())
})

afterAll(() => {
  shared.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every explanation of a town, at every level and for every phenomenon. */
function everyExplanation(context: ReturnType<typeof contextOn>): Explanation[] {
  return Levels.options.flatMap((level) =>
    Phenomenon.options.flatMap((phenomenon) => ranking(context, { level, phenomenon }).map(({ code }) => explain(context, { level, phenomenon, code }))),
  )
}

describe('a planted town', () => {
  it('has its planted buurt on top and in class hoger, and nothing else there', () => {
    const hennep = ranking(town(), { level: 'buurt', phenomenon: 'hennep' })
    expect(hennep.map(({ class: found }) => found).filter((found) => found === 'higher')).toHaveLength(1)
    expect(hennep[0]).toMatchObject({ code: 'BU00340103', class: 'higher', rank: 1, peerGroup: 'woonbuurt', peers: 36, completeness: 1 })
    const [vastgoed] = ranking(town(), { level: 'buurt', phenomenon: 'vastgoed' })
    expect(vastgoed).toMatchObject({ code: 'BU00340105', rank: 1 })
  })

  it('has its business premises compared with the whole town, because there are only four of them', () => {
    const estate = ranking(town(), { level: 'buurt', phenomenon: 'hennep' }).find(({ code }) => code === 'BU00340837')
    expect(estate?.peerGroup).toBe('alle buurten')
  })

  it('gives an explanation the contract accepts for every score', () => {
    const context = town()
    for (const one of everyExplanation(context)) expect(contract['score.explain'].output.safeParse(one).error).toBeUndefined()
    for (const level of Levels.options) {
      for (const phenomenon of Phenomenon.options) {
        expect(contract['score.ranking'].output.safeParse(ranking(context, { level, phenomenon })).error).toBeUndefined()
      }
    }
    expect(contract['score.set'].output.safeParse(currentSet(context)).error).toBeUndefined()
  })
})

describe('the parts of a score', () => {
  const everything = () => everyExplanation(town())
  const withScore = () => everything().filter(({ score }) => score.score !== null)

  it('sum to it exactly, in whatever order they are added', () => {
    const scored = withScore()
    expect(scored.length).toBeGreaterThan(150)
    for (const { score, parts } of scored) {
      const forward = parts.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
      const backward = parts.toReversed().reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
      expect(forward).toBe(score.score)
      expect(backward).toBe(score.score)
    }
  })

  it('can be computed again by hand to 1e-9 from what the explanation shows', () => {
    for (const { score, parts } of withScore()) {
      const again = parts.map(({ observed, exposure, referenceRate: m, figures, weight, direction }) => {
        if (!figures || typeof observed !== 'number') throw new Error('an exact explanation shows its figures')
        const { referenceVariance: a, centre, scale } = figures
        if (m === 0 || a === 0 || scale === 0) return 0
        const shrunk = m + (a / (a + m / exposure)) * (observed / exposure - m)
        expect(shrunk).toBeCloseTo(figures.shrunkRate, 12)
        const z = Math.max(-3, Math.min(3, (Math.log(shrunk / m) - centre) / scale))
        return weight * (direction === 'less' ? -z : z)
      })
      expect(Math.abs(again.reduce((sum, one) => sum + one, 0) - (score.score ?? Number.NaN))).toBeLessThan(1e-9)
      expect(Math.abs(parts.reduce((sum, { weight }) => sum + weight, 0) - 1)).toBeLessThan(1e-12)
    }
  })

  it('say no more than they know: intervals hold the estimate, and the place its own rank', () => {
    for (const { score, parts } of withScore()) {
      for (const { figures } of parts) expect((figures?.lower ?? 0) <= (figures?.shrunkRate ?? 0)).toBe(true)
      expect(score.rankLower).toBeLessThanOrEqual(score.rankUpper ?? 0)
      if (score.class === 'higher') expect(score.probability).toBeGreaterThanOrEqual(0.8)
      if (score.class === 'lower') expect(score.probabilityLower).toBeGreaterThanOrEqual(0.8)
    }
  })

  it('fill every slot of their sentence', () => {
    for (const { parts, context } of everything()) for (const { sentence } of [...parts, ...context]) expect(sentence).not.toMatch(/[{}]|NaN/)
  })

  it('show inspections beside the score, not in it', () => {
    const first = withScore().find(({ score }) => score.level === 'buurt')
    expect(first?.context.map(({ indicator }) => indicator)).toEqual(['controledichtheid-gebied'])
    expect(first?.parts.some(({ indicator }) => indicator === 'controledichtheid-gebied')).toBe(false)
  })
})

describe('what could not be computed', () => {
  it('is named with its reason, never filled in; below 70 % there is no score', () => {
    const { context } = scoredTown(['measure', 'signal'])
    const { score, missing, parts } = explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })
    expect(score).toMatchObject({ score: null, class: 'insufficient', completeness: 0.3, rank: null, probability: null })
    expect(missing.map(({ label, reason }) => [label, reason])).toEqual([
      ['Geruimde kwekerijen en laboratoria', 'Niet geleverd: maatregelen.'],
      ['Meldingen hennep', 'Niet geleverd: signalen.'],
      ['Maatregelen Opiumwet', 'Niet geleverd: maatregelen.'],
    ])
    expect(parts.map(({ contribution }) => contribution)).toEqual([null, null])
  })

  it('has its weight shared out over the rest, and the score says how complete it is', () => {
    const { context } = scoredTown(['permit'])
    const { score, parts } = explain(context, { level: 'buurt', phenomenon: 'witwassen', code: 'BU00340104' })
    expect(score.completeness).toBe(0.85)
    expect(parts.map(({ indicator, weight }) => [indicator, Number(weight.toFixed(4))])).toEqual([
      ['bestuurswissel-gebied', 0.1765], ['risicobranche-gebied', 0.3529], ['verloop-gebied', 0.2353], ['volle-adressen-gebied', 0.2353],
    ])
  })

  it('is too little exposure: fewer than ten dwellings on an estate carry no rate', () => {
    const { missing } = explain(town(), { level: 'buurt', phenomenon: 'hennep', code: 'BU00340837' })
    expect(missing).toEqual([{ indicator: 'leegstand-gebied', label: 'Woningen waar niemand is ingeschreven', weight: 0.15, reason: 'Minder dan 10 woonadressen; zo weinig zegt niets.' }])
  })

  it('is a register that was delivered for a part only', () => {
    const store = emptyStore()
    plantedTown(store)
    store.write((writer) => writer.run('DELETE FROM person_record WHERE id % 5 <> 0'))
    runScores(contextOn(store))
    const { missing } = explain(contextOn(store), { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })
    expect(missing.map(({ reason }) => reason)).toEqual([expect.stringContaining('de levering te onvolledig')])
  })

  it('is everything when there are neither areas nor companies', () => {
    expect(() => runScores(contextOn(emptyStore()))).toThrow('no-areas')
    expect(() => ranking(contextOn(emptyStore()), { level: 'buurt', phenomenon: 'hennep' })).toThrow('no-scores')
    expect(currentSet(contextOn(emptyStore()))).toBeNull()
  })
})

describe('a set', () => {
  it('made twice is the same to the last bit and is kept once', () => {
    const { store, context } = scoredTown()
    const first = currentSet(context)
    const again = runScores({ ...context, now: '2026-11-22T10:00:00.000Z' })
    expect(again).toEqual({ ...first, at: '2026-11-22T10:00:00.000Z' })
    const [one, two] = [computeScores(store, NOW, quiet), computeScores(store, NOW, quiet)]
    expect(one).toEqual(two)
    expect(one.set.resultHash).toBe(first?.resultHash)
  })

  it('in another vault with the same rows has the same hashes', () => {
    expect(currentSet(scoredTown().context)).toEqual(currentSet(town()))
  })

  it('has hashes that follow from the data alone: not from the order in which areas, addresses and events came', () => {
    const buurten = Array.from({ length: 12 }, (_, b) => ({ code: `BU0034010${b.toString(16).toUpperCase()}`, homes: 20 + b, signals: b % 5, branches: b % 2 === 0 ? ['56101', '41201'] : ['62010', '41201'] }))
    const [first, other] = [buurten, buurten.toReversed()].map((inOrder) => {
      const store = emptyStore()
      fillTown(store, (place) => {
        const areas = inOrder.map(({ code }) => place.area(code, code, 'WK003401'))
        for (const [i, { homes, signals, branches }] of inOrder.entries()) {
          const ids = Array.from({ length: homes }, () => place.address(areas[i] ?? 0))
          for (const address_id of ids.slice(0, signals)) place.record('signal_record', { address_id, phenomenon: 'hennep', received: '2026-03-01' })
          for (const [k, sbi] of branches.entries()) place.company(ids[k] ?? null, sbi)
        }
      })
      return runScores(contextOn(store))
    })
    expect([first?.hash, first?.resultHash]).toEqual([other?.hash, other?.resultHash])
  })

  it('is stale after a delivery and fresh after another run', () => {
    const { store, context } = scoredTown()
    expect(currentSet(context)?.isStale).toBe(false)
    store.write((writer) => {
      addDelivery(writer, 20, { kind: 'measure', accepted: 1, reference_date: '2026-11-05' })
      const address = writer.get<{ id: number }>('SELECT max(id) AS id FROM address')
      addRecord(writer, 'measure_record', 20, 1, { address_id: address?.id ?? 0, measure_kind: 'kwekerij-geruimd', started: '2026-10-01' })
    })
    expect(currentSet(context)?.isStale).toBe(true)
    const before = currentSet(context)
    const after = runScores(context)
    expect(after).toMatchObject({ isStale: false, referenceDate: '2026-11-05' })
    expect(after.id).not.toBe(before?.id)
    expect(after.hash).not.toBe(before?.hash)
  })

  it('stands for the day of the newest delivery, never for a day to come', () => {
    const { store, context } = scoredTown()
    expect(currentSet(context)?.referenceDate).toBe('2026-11-01')
    store.write((writer) => addDelivery(writer, 20, { kind: 'permit', accepted: 1, reference_date: '2031' }))
    expect(runScores(context).referenceDate).toBe('2026-11-21')
  })

  it('reports how far it is and can be stopped without a trace', () => {
    const store = emptyStore()
    plantedTown(store)
    const steps: string[] = []
    const stop = () => {
      if (steps.includes('Scores berekenen')) throw new Error('stopped')
    }
    expect(() => runScores(contextOn(store, { report: ({ step }) => void steps.push(step), checkCancelled: stop }))).toThrow('stopped')
    expect(new Set(steps)).toEqual(new Set(['Tellen', 'Scores berekenen']))
    expect(currentSet(contextOn(store))).toBeNull()
  })
})

describe('counts and rows', () => {
  it('are the same rows: as many as the part says, for every part', () => {
    const context = town()
    const parts = Levels.options.flatMap((level) =>
      Phenomenon.options.flatMap((phenomenon) =>
        ranking(context, { level, phenomenon }).slice(0, 4).flatMap(({ code }) =>
          explain(context, { level, phenomenon, code }).parts.map(({ indicator, observed }) => ({ level, phenomenon, code, indicator, observed })),
        ),
      ),
    )
    expect(parts.length).toBeGreaterThan(150)
    for (const { observed, ...which } of parts) {
      const { rows, total } = evidence(context, { ...which, offset: 0, limit: 200 })
      expect({ ...which, total }).toEqual({ ...which, total: observed })
      expect(rows).toHaveLength(Math.min(200, total))
    }
  })

  it('come in pages, newest first, with source, day, words and place', () => {
    const context = town()
    const which = { level: 'buurt' as const, phenomenon: 'hennep' as const, code: 'BU00340103', indicator: 'hennep-geruimd-gebied' }
    const { rows, total } = evidence(context, { ...which, offset: 0, limit: 3 })
    expect(total).toBe(7)
    const days = rows.map(({ date }) => date ?? '')
    expect(days).toEqual(days.toSorted((a, b) => b.localeCompare(a)))
    expect(rows[0]).toMatchObject({ text: 'Kwekerij geruimd', place: expect.stringMatching(/^Proefstraat \d+$/), source: { supplier: 'afdeling measure' } })
    expect(evidence(context, { ...which, offset: 6, limit: 3 }).rows).toHaveLength(1)
    expect(() => evidence(context, { ...which, indicator: 'bestaat-niet', offset: 0, limit: 3 })).toThrow('not-found')
  })
})

describe('whoever delivers nothing for a year', () => {
  /** A town in which signals come from two departments, with the day of the last delivery of each kind as given. */
  function delivered(days: Readonly<Record<string, string>>) {
    const store = emptyStore()
    plantedTown(store)
    store.write((writer) => {
      addDelivery(writer, 20, { kind: 'signal', supplier: 'Wonen', accepted: 1, reference_date: days['Wonen'] ?? '2026-11-01' })
      for (const [kind, day] of Object.entries(days)) writer.run('UPDATE delivery SET reference_date = ? WHERE kind = ? AND id < 20', day, kind)
    })
    const context = contextOn(store)
    runScores(context)
    return explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })
  }

  it('makes the score less complete, and it is said who and since when', () => {
    const { score, missing, parts } = delivered({ Wonen: '2025-10-31' })
    expect(missing).toEqual([{ indicator: 'hennep-meldingen-gebied', label: 'Meldingen hennep', weight: 0.125, reason: 'Sinds 31-10-2025 niets meer geleverd door Wonen.' }])
    expect(score.completeness).toBeCloseTo(0.875, 12)
    // what the others tell still counts, in full
    expect(parts.find(({ indicator }) => indicator === 'hennep-meldingen-gebied')?.weight).toBe(0.25)
    expect(delivered({ Wonen: '2025-11-01' }).missing).toEqual([])
  })

  it('leaves an indicator out when nobody else delivers it: nothing heard is not nothing happened', () => {
    const { score, missing, parts } = delivered({ measure: '2024' })
    expect(missing.map(({ indicator, reason }) => [indicator, reason])).toEqual([
      ['hennep-geruimd-gebied', 'Sinds 31-12-2024 niets meer geleverd door afdeling measure.'], ['hennep-maatregelen-gebied', 'Sinds 31-12-2024 niets meer geleverd door afdeling measure.'],
    ])
    expect(score).toMatchObject({ score: null, class: 'insufficient' })
    expect(parts.some(({ indicator }) => indicator.startsWith('hennep-geruimd'))).toBe(false)
  })
})

describe('an area that was split', () => {
  it('gives way to its parts: what lay in it is counted where it lies now, and the set of before keeps the old outline', () => {
    const { store, context } = scoredTown()
    const before = explain(context, { level: 'wijk', phenomenon: 'hennep', code: 'WK003401' })
    store.write((writer) => {
      const old = writer.get<{ id: number }>("SELECT id FROM area WHERE code = 'BU00340103'")?.id ?? 0
      for (const [i, code] of ['BU00340191', 'BU00340192'].entries()) {
        const { lastId } = writer.run(
          'INSERT INTO area (code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id) SELECT ?, ?, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id + 1000 + ? FROM area WHERE id = ?',
          code, `Buurt 3${'ab'[i]}`, i, old,
        )
        writer.run('UPDATE address SET area_id = ? WHERE area_id = ? AND id % 2 = ?', lastId, old, i)
      }
      writer.run('DELETE FROM area WHERE id = ?', old)
      addDelivery(writer, 21, { kind: 'area', accepted: 1, reference_date: '2026-11-01' })
    })
    expect(currentSet(context)?.isStale).toBe(true)
    expect(explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' }).score.name).toBe('Buurt 3')
    runScores(context)
    expect(() => explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340103' })).toThrow('not-found')
    const after = explain(context, { level: 'wijk', phenomenon: 'hennep', code: 'WK003401' })
    expect(after.parts.map(({ indicator, observed, exposure }) => ({ indicator, observed, exposure }))).toEqual(before.parts.map(({ indicator, observed, exposure }) => ({ indicator, observed, exposure })))
    const parts = ['BU00340191', 'BU00340192'].map((code) => explain(context, { level: 'buurt', phenomenon: 'hennep', code }).score)
    expect(parts.map(({ parent }) => parent?.code)).toEqual(['WK003401', 'WK003401'])
    expect(parts.every(({ exposure }) => exposure > 0)).toBe(true)
  })
})
