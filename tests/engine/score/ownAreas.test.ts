import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { OwnAreaLevel } from '#shared/model/score.ts'
import { areaMap, areaParts, areaPatterns, currentSet, evidence, explain, ranking, runScores } from '../../../electron/engine/score/index.ts'
import { joinedRings, ownAreas } from '../../../electron/engine/score/ownAreas.ts'
import { packInput, unpackInput } from '../../../electron/engine/score/input.ts'
import { computeFrom } from '../../../electron/engine/score/run.ts'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { setInput } from '../../../electron/engine/store/scores.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const buurten = new Map(['BU1', 'BU2', 'BU3', 'BU4'].map((code, i) => [code, { wijk: i < 3 ? 'WK1' : 'WK2' }]))

describe('a list of own areas', () => {
  it('names buurten and wijken; a wijk stands for its buurten, each counts once, an unknown code not at all', () => {
    const rows = [['Noord-Oost', 'WK1'], ['Noord-Oost', 'BU2'], ['Noord-Oost', 'BU9'], ['Café\u0301 & Zo', 'BU4']].map(([name = '', part = '']) => ({ level: 'operationeel gebied' as const, name, part }))
    expect(ownAreas(rows, buurten)).toEqual([
      { level: 'opsArea', code: 'OG-cafe-zo', name: 'Café\u0301 & Zo', parts: ['BU4'], unknown: [] },
      { level: 'opsArea', code: 'OG-noord-oost', name: 'Noord-Oost', parts: ['BU1', 'BU2', 'BU3'], unknown: ['BU9'] },
    ])
  })

  it('keeps a business park and a working area of the same name apart', () => {
    const rows = (['bedrijventerrein', 'operationeel gebied'] as const).map((level) => ({ level, name: 'De Vaart', part: 'BU1' }))
    expect(ownAreas(rows, buurten).map(({ code }) => code)).toEqual(['BT-de-vaart', 'OG-de-vaart'])
  })
})

describe('the outline of areas together', () => {
  const square = (x: number, y: number) => [[x, y, x + 1, y, x + 1, y + 1, x, y + 1]]
  const size = (ring: readonly number[]) => {
    let twice = 0
    for (let i = 0; i < ring.length; i += 2) twice += (ring[i] ?? 0) * (ring[(i + 3) % ring.length] ?? 0) - (ring[(i + 2) % ring.length] ?? 0) * (ring[i + 1] ?? 0)
    return twice / 2
  }

  it('leaves out the border two neighbours share, and keeps a hole', () => {
    expect(joinedRings([square(0, 0), square(1, 0)])).toEqual([[0, 0, 1, 0, 2, 0, 2, 1, 1, 1, 0, 1]])
    const around = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const)).filter(([x, y]) => x !== 1 || y !== 1)
    expect(joinedRings(around.map(([x, y]) => square(x, y)))).toHaveLength(2)
  })

  it('is as large as its parts, whatever they are', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: ([x, y]) => `${x},${y}` })
    fc.assert(fc.property(cells, (chosen) => {
      const rings = joinedRings(chosen.map(([x, y]) => square(x, y)))
      expect(rings.reduce((sum, ring) => sum + size(ring), 0)).toBe(chosen.length)
    }))
  })
})

/** A town with nine business parks of one buurt each, and two areas of work that are wijken. */
const folder = mkdtempSync(join(tmpdir(), 'signaal-'))
const store = openDatabase(join(folder, 'stad.kluis'), randomBytes(48), 'job')
const context = contextOn(store)

beforeAll(() => {
  migrate(store, readMigrations('vault'))
  plantedTown(store)
  store.write((writer) => {
    const add = (id: number, level: string, name: string, code: string) => writer.run('INSERT INTO own_area VALUES (?,?,?,?)', id, level, name, code)
    for (let b = 1; b <= 9; b += 1) add(b, 'bedrijventerrein', `Terrein ${b}`, `BU00340${Math.ceil(b / 5)}${String(b).padStart(2, '0')}`)
    ;['WK003401', 'WK003402', 'WK003403'].forEach((code, i) => add(100 + i, 'operationeel gebied', i < 2 ? 'West' : 'Oost', code))
  })
  runScores(context)
})

afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('scores of own areas', () => {
  it('with too few to compare have counts beside those of the municipality, no score, class or place', () => {
    const scores = ranking(context, { level: 'opsArea', phenomenon: 'hennep' })
    expect(scores.map(({ code, name, subject, score, class: found, rank, peers }) => ({ code, name, subject, score, found, rank, peers }))).toEqual([
      { code: 'OG-oost', name: 'Oost', subject: 'area', score: null, found: 'insufficient', rank: null, peers: 0 },
      { code: 'OG-west', name: 'West', subject: 'area', score: null, found: 'insufficient', rank: null, peers: 0 },
    ])
    const { parts, missing, context: beside } = explain(context, { level: 'opsArea', phenomenon: 'hennep', code: 'OG-west' })
    expect(missing).toEqual([])
    expect(parts.map(({ referenceGroup, contribution }) => ({ referenceGroup, contribution }))).toEqual(parts.map(() => ({ referenceGroup: 'hele gemeente', contribution: null })))
    expect(beside.map(({ referenceGroup }) => referenceGroup)).toEqual(['hele gemeente'])
    const whole = ranking(context, { level: 'wijk', phenomenon: 'hennep' }).map(({ code }) => explain(context, { level: 'wijk', phenomenon: 'hennep', code }).parts)
    const inWest = [1, 2].flatMap((w) => [explain(context, { level: 'wijk', phenomenon: 'hennep', code: `WK00340${w}` })])
    for (const part of parts) {
      const sum = (of: readonly (readonly { indicator: string; observed: unknown; exposure: number }[])[], key: 'observed' | 'exposure') =>
        of.flat().filter(({ indicator }) => indicator === part.indicator).reduce((total, one) => total + Number(one[key]), 0)
      expect(part.observed).toBe(sum(inWest.map((one) => one.parts), 'observed'))
      expect(part.expected).toBeCloseTo((part.exposure * sum(whole, 'observed')) / sum(whole, 'exposure'), 9)
    }
  })

  it('with enough of them are compared among themselves', () => {
    const scores = ranking(context, { level: 'businessPark', phenomenon: 'hennep' })
    expect(scores).toHaveLength(9)
    expect(scores[0]).toMatchObject({ code: 'BT-terrein-3', rank: 1, peerGroup: 'alle bedrijventerreinen', peers: 9 })
  })

  it('count the very rows that stand behind them', () => {
    for (const level of OwnAreaLevel.options) {
      for (const { code } of ranking(context, { level, phenomenon: 'hennep' })) {
        for (const part of explain(context, { level, phenomenon: 'hennep', code }).parts) {
          expect(evidence(context, { level, phenomenon: 'hennep', code, indicator: part.indicator, offset: 0, limit: 1 }).total).toBe(part.observed)
        }
      }
    }
  })

  it('outside a case are made of what is shown of their buurten', () => {
    for (const { code, observed } of ranking(context, { level: 'opsArea', phenomenon: 'hennep' })) {
      expect(observed === '<5' || observed % 5 === 0).toBe(true)
      expect(explain(context, { level: 'opsArea', phenomenon: 'hennep', code }, 'rounded').parts.every(({ figures }) => figures === null)).toBe(true)
    }
  })

  it('are computed again to the last bit from what is kept', () => {
    const made = currentSet(context)
    const input = unpackInput(setInput(store, made?.id ?? 0) ?? new Uint8Array())
    const quiet = { report: () => undefined, checkCancelled: () => undefined }
    const { hash, resultHash } = computeFrom(input, '', quiet).set
    expect({ hash, resultHash }).toEqual({ hash: made?.hash, resultHash: made?.resultHash })
  })

  it('are absent from a set of before they could be listed, and absent again when it is computed again', () => {
    const input = unpackInput(setInput(store, currentSet(context)?.id ?? 0) ?? new Uint8Array())
    const { businessPark: _parks, opsArea: _areas, ...former } = input.subjects
    const quiet = { report: () => undefined, checkCancelled: () => undefined }
    expect(unpackInput(packInput({ ...input, subjects: former })).subjects).toEqual(former)
    expect(computeFrom({ ...input, subjects: former }, '', quiet).rows.scores.some(({ level }) => level === 'opsArea' || level === 'businessPark')).toBe(false)
  })

  it('say which buurten they consist of', () => {
    expect(areaParts(context, 'BT-terrein-3')).toEqual({ buurten: ['Buurt 3'], unknown: [] })
    expect(areaParts(context, 'OG-oost').buurten).toHaveLength(5)
  })

  it('have an outline, and patterns of their buurten', () => {
    expect(areaMap(context, 'opsArea').map(({ code, rings }) => [code, rings.length > 0])).toEqual([['OG-oost', true], ['OG-west', true]])
    const found = areaPatterns(context, 'hennep')
    expect(contract['area.patterns'].output.safeParse(found).error).toBeUndefined()
    expect(found.filter(({ code }) => code === 'BU00340103').every(({ within }) => within.includes('OG-west') && within.includes('BT-terrein-3'))).toBe(true)
  })
})

it('a municipality without own areas has no level of them', () => {
  const bare = emptyStore()
  plantedTown(bare)
  const asked = contextOn(bare)
  runScores(asked)
  expect([...new Set(currentSet(asked)?.counts.map(({ level }) => level))]).toEqual(['buurt', 'wijk', 'division', 'group'])
})
