import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { areaPatterns, compareSets, currentSet, explain, ranking, runScores, whatIf } from '../../../electron/engine/score/index.ts'
import { roundedCount, shownTotal } from '../../../electron/engine/score/show.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { addRecord } from '../../fixtures/register.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn } from '../../fixtures/vault.ts'

/** What is shown outside a case: rounded, and computed from what is rounded. */
const folder = mkdtempSync(join(tmpdir(), 'signaal-'))
const stores: Store[] = []

function plantedStore(): Store {
  const store = openDatabase(join(folder, `${stores.length}.kluis`), randomBytes(48), 'job')
  stores.push(store)
  migrate(store, readMigrations('vault'))
  plantedTown(store)
  return store
}

let shared: Store | null = null
const town = () => {
  if (!shared) throw new Error('no town yet')
  return contextOn(shared)
}

beforeAll(() => {
  shared = plantedStore()
  runScores(town())
})

afterAll(() => {
  for (const store of stores) store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('outside a case', () => {
  it('counts are rounded to fives, 1 to 4 is hidden, and no rate is shown that gives a count away', () => {
    const context = town()
    for (const { observed } of ranking(context, { level: 'buurt', phenomenon: 'hennep' })) {
      expect(observed === '<5' || observed % 5 === 0).toBe(true)
    }
    const { parts, counts } = explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340207' }, 'rounded')
    expect(counts).toBe('rounded')
    for (const { observed, figures } of parts) {
      expect(observed === '<5' || observed % 5 === 0).toBe(true)
      expect(figures).toBeNull()
    }
    expect(parts.find(({ observed }) => observed === '<5')?.sentence).toMatch(/^Minder dan vijf/)
  })

  it('a total gives no hidden count away: it is the same whatever the hidden ones are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (counts, other) => {
        const show = (list: readonly number[]) => shownTotal(list.map((count, i) => roundedCount(count, `${i}`, KEY)))
        expect(show(counts.map((count) => (count > 0 && count < 5 ? other : count)))).toBe(show(counts))
      }),
    )
  })
})

const KEY = '11'.repeat(32)

/** Everything shown of a level to who may not see counts, as an export would have it. */
function exported(context: ReturnType<typeof contextOn>, level: 'buurt' | 'wijk') {
  return ranking(context, { level, phenomenon: 'hennep' }).map(({ code }) => explain(context, { level, phenomenon: 'hennep', code }, 'rounded'))
}

describe('taking one export from another', () => {
  /** Every count that a shown one can stand for, for somebody who knows how rounding works and not the key. */
  const possible = (shown: number | '<5'): [number, number] => (shown === '<5' ? [1, 4] : shown === 0 ? [0, 0] : [Math.max(5, shown - 4), shown + 4])

  it('leaves every hidden count at least three possible values, with buurten taken from their wijk', () => {
    const context = town()
    const wijken = new Map(exported(context, 'wijk').map((one) => [one.score.code, one]))
    const groups = Map.groupBy(exported(context, 'buurt'), ({ score }) => score.parent?.code ?? '')
    let hidden = 0
    for (const [code, buurten] of groups) {
      for (const { indicator, observed } of wijken.get(code)?.parts ?? []) {
        const cells = buurten.flatMap(({ parts }) => parts.filter((part) => part.indicator === indicator).map((part) => possible(part.observed)))
        // a total is made of what is shown: rounded once more, it allows every sum the cells allow
        const [least, most] = [cells.reduce((sum, [low]) => sum + low, 0), cells.reduce((sum, [, high]) => sum + high, 0)]
        const total = observed === '<5' ? [0, 8] : [observed - 8 * buurten.length, observed + 8 * buurten.length]
        for (const [low, high] of cells.filter(([one, other]) => one === 1 && other === 4)) {
          hidden += 1
          const values = [1, 2, 3, 4].filter((value) => least - low + value <= (total[1] ?? 0) && most - high + value >= (total[0] ?? 0))
          expect(values.length).toBeGreaterThanOrEqual(3)
        }
      }
    }
    expect(hidden).toBeGreaterThan(20)
  })

  /** Everything the window, the command line and every export can show of scores without a purpose, for any weights. */
  function everything(context: ReturnType<typeof contextOn>): unknown[] {
    const topics = ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ level, phenomenon })))
    const weights = { 'hennep-geruimd-gebied': 0, 'hennep-meldingen-gebied': 97, 'hennep-maatregelen-gebied': 1, 'leegstand-gebied': 1, 'zonder-vestiging-gebied': 1 }
    const other = whatIf(context, { label: 'bijna alleen meldingen', weights, halfLives: {} })
    return [
      currentSet(context)?.counts,
      topics.map((which) => ranking(context, which).map((row) => [row, explain(context, { ...which, code: row.code }, 'rounded')])),
      topics.map((which) => compareSets(context, { id: other.id, ...which })),
      Phenomenon.options.map((phenomenon) => areaPatterns(context, phenomenon)),
    ]
  }

  /** Puts so many reports of hennep, and no others, in one buurt. */
  function setReports(store: Store, reports: number): void {
    store.write((writer) => {
      const inBuurt = "SELECT id FROM address WHERE area_id = (SELECT id FROM area WHERE code = 'BU00340209')"
      writer.run(`DELETE FROM signal_record WHERE address_id IN (${inBuurt})`)
      writer.all<{ id: number }>(`${inBuurt} ORDER BY id LIMIT ?`, reports).forEach(({ id }, i) =>
        addRecord(writer, 'signal_record', 10, 900_000 + i, { address_id: id, received: '2026-01-05', phenomenon: 'hennep' }))
    })
  }

  it('shows the very same whatever a hidden count is: order, place, chance, class, score, interval, patterns, and that for other weights too', () => {
    const seen = [1, 4].map((reports) => {
      const store = plantedStore()
      setReports(store, reports)
      const context = contextOn(store)
      runScores(context)
      const exact = explain(context, { level: 'buurt', phenomenon: 'hennep', code: 'BU00340209' })
      return { exact: exact.parts.find(({ indicator }) => indicator === 'hennep-meldingen-gebied')?.observed, score: exact.score.score, shown: everything(context) }
    })
    const [one, other] = seen
    expect([one?.exact, other?.exact]).toEqual([1, 4])
    expect(one?.score).not.toBe(other?.score)
    expect(other?.shown).toEqual(one?.shown)
  })

  it('shows the same set again when only a hidden count changed between two runs', () => {
    const store = plantedStore()
    setReports(store, 2)
    const context = contextOn(store)
    const first = runScores(context)
    const before = ranking(context, { level: 'buurt', phenomenon: 'hennep' })
    setReports(store, 3)
    expect(runScores(context).id).not.toBe(first.id)
    expect(ranking(context, { level: 'buurt', phenomenon: 'hennep' })).toEqual(before)
  })

  it('orders by what is shown: equal scores share a place and stand by name', () => {
    // places are given within one version of the SBI, and all of this town are of one
    for (const which of ScoreLevel.options.flatMap((level) => Phenomenon.options.map((phenomenon) => ({ level, phenomenon })))) {
      const rows = ranking(town(), which).filter(({ rank }) => rank !== null)
      const order = rows.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.name < b.name ? -1 : 1))
      expect(rows.map(({ code }) => code)).toEqual(order.map(({ code }) => code))
      for (const { rank, score } of rows) expect(rank).toBe(1 + rows.filter((row) => (row.score ?? 0) > (score ?? 0)).length)
    }
  })

  it('a count that moves between two exports does not tell which count it was: the threshold is the vault’s own', () => {
    for (let count = 5; count < 60; count += 1) {
      const cells = Array.from({ length: 400 }, (_, i) => roundedCount(count, `cel ${i}`, KEY))
      const values = new Set(cells)
      expect(values.size).toBe(count % 5 === 0 ? 1 : 2)
      expect(Math.abs(cells.reduce<number>((sum, one) => sum + Number(one), 0) / cells.length - count)).toBeLessThan(0.6)
    }
    expect(roundedCount(12, 'cel', KEY)).toBe(roundedCount(12, 'cel', KEY))
  })
})
