import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { runScores, verifySets } from '../../../electron/engine/score/index.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import { bothSides, countingText, LOCATIONS, oneSide, PREMISES } from '../../../electron/engine/store/counting.ts'
import type { Store, Writer } from '../../../electron/engine/store/database.ts'
import { measures, type MeasureName } from '../../../electron/engine/store/measures.ts'
import { MORTGAGE_DELIVERIES } from '../../../electron/engine/store/mortgageDeliveries.ts'
import { SALES } from '../../../electron/engine/store/priceSales.ts'
import { heldTopics } from '../../../electron/engine/store/scores.ts'
import { COUNTED_FROM, stateOf, tablesNamed } from '../../../electron/engine/store/tableChange.ts'
import { todayOf } from '../../../electron/engine/today.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { fillTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyLog, emptyStore, preparedStore } from '../../fixtures/vault.ts'

/** Twelve buurten in two wijken, of twelve dwellings and three companies each. */
function smallTown(): Store {
  return preparedStore(fillSmallTown)
}

function fillSmallTown(store: Store): void {
  fillTown(store, (town) => {
    for (const wijk of ['WK003401', 'WK003402']) town.area(wijk, wijk, null)
    for (let b = 0; b < 12; b += 1) {
      const wijk = b < 6 ? 'WK003401' : 'WK003402'
      const area = town.area(`BU${wijk.slice(2)}${String(b).padStart(2, '0')}`, `Buurt ${b}`, wijk)
      const homes = Array.from({ length: 12 + b }, () => town.address(area))
      for (const address_id of homes) town.record('person_record', { address_id, started: '2015-01-01' })
      for (const sbi of ['56101', '62010', '41201']) town.company(homes[b % 3] ?? null, sbi)
      town.record('signal_record', { address_id: homes[4] ?? 0, phenomenon: 'hennep', received: '2026-03-01' })
    }
  })
}

/** Something that comes, goes or changes, as import, review and link do it. */
type Change = { kind: 'signal' | 'measure' | 'inspection' | 'permit' | 'withdrawn' | 'moved' | 'stopped' | 'nothing'; at: number; other: number }

const someChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('signal', 'measure', 'inspection', 'permit', 'withdrawn', 'moved', 'stopped', 'nothing'), at: fc.nat(150), other: fc.nat(150),
})

function apply(writer: Writer, { kind, at, other }: Change, delivery: number): void {
  const pick = (n: number): number => writer.get<{ id: number }>('SELECT id FROM address ORDER BY id LIMIT 1 OFFSET ?', n)?.id ?? 0
  const add = (table: string, values: Record<string, string | number>) => {
    addDelivery(writer, delivery, { kind: table.replace('_record', ''), accepted: 1, reference_date: '2026-11-01' })
    addRecord(writer, table, delivery, 1, { address_id: pick(at), ...values })
  }
  if (kind === 'signal') add('signal_record', { phenomenon: other % 3 === 0 ? 'vastgoed' : 'hennep', received: '2026-04-01' })
  if (kind === 'measure') add('measure_record', { measure_kind: 'kwekerij-geruimd', phenomenon: 'hennep', started: '2026-02-01' })
  if (kind === 'inspection') add('inspection_record', { inspected: '2026-02-01' })
  if (kind === 'permit') add('permit_record', { decided: '2026-02-01', outcome: other % 2 === 0 ? 'geweigerd' : 'verleend' })
  if (kind === 'withdrawn') writer.run('DELETE FROM signal_record WHERE id = (SELECT id FROM signal_record ORDER BY id LIMIT 1 OFFSET ?)', at % 12)
  if (kind === 'moved') writer.run('UPDATE signal_record SET address_id = ? WHERE id = (SELECT id FROM signal_record ORDER BY id LIMIT 1 OFFSET ?)', pick(at), other % 12)
  if (kind === 'stopped') writer.run("UPDATE branch_location SET ended = '2026-05-01' WHERE id = (SELECT id FROM branch_location ORDER BY id LIMIT 1 OFFSET ?)", at % 36)
}

const quiet = { report: () => undefined, checkCancelled: () => undefined }

describe('scoring again after a change', () => {
  it('gives the very set a whole run gives, whatever came, went or moved in between', () => {
    fc.assert(
      fc.property(fc.array(someChange, { minLength: 1, maxLength: 4 }), (changes) => {
        const store = smallTown()
        const context = { ...contextOn(store), log: emptyLog() }
        runScores(context)
        changes.forEach((change, i) => {
          store.write((writer) => apply(writer, change, 30 + i))
          const { hash, resultHash } = runScores(context)
          const whole = computeScores(store, todayOf(context), quiet).set
          expect([change, hash, resultHash]).toEqual([change, whole.hash, whole.resultHash])
        })
        for (const { isSame } of verifySets(context)) expect(isSame).toBe(true)
      }),
      { numRuns: 4, seed: 6 },
    )
  })

  it('counts and scores only what a signal can touch', () => {
    const store = smallTown()
    const context = contextOn(store)
    const first = runScores(context)
    store.write((writer) => apply(writer, { kind: 'signal', at: 3, other: 1 }, 30))
    const read: string[] = []
    const note = <Row>(sql: string, ...values: Parameters<Store['all']>[1][]): Row[] => {
      read.push(sql)
      return store.all<Row>(sql, ...values)
    }
    const second = runScores({ ...context, store: { ...store, all: note } })
    expect(second.id).not.toBe(first.id)
    expect(read.filter((sql) => sql.startsWith('WITH given')).every((sql) => sql.includes('signal_record'))).toBe(true)
    const held = heldTopics(store, second.id)
    expect(held).toHaveLength(2 * ScoreLevel.options.length * Phenomenon.options.length)
    expect(new Set(held.filter(({ heldBy }) => heldBy === second.id).map(({ phenomenon }) => phenomenon))).toEqual(new Set(['hennep']))
  })
})

describe('the tables a count is made from', () => {
  it('are named by its statement, every one of them', () => {
    const store = emptyStore()
    const texts = Object.keys(measures).filter(isMeasure).flatMap((measure) =>
      (['area', 'branch'] as const).flatMap((subject) => {
        if (measures[measure][subject] === null) return []
        const fragments = [bothSides(measure, subject) ?? oneSide(measure, 'exposure', subject), oneSide(measure, 'events', subject)]
        return fragments.flatMap((fragment) => [countingText(fragment, subject), countingText(fragment, 'areaAndBranch')])
      }),
    )
    for (const text of [...texts, countingText(PREMISES, 'area'), countingText(LOCATIONS, 'areaAndBranch'), SALES, MORTGAGE_DELIVERIES]) {
      const read = store
        .all<{ name: string }>(
          `SELECT DISTINCT s.tbl_name AS name FROM sqlite_schema AS s WHERE s.rootpage IN (SELECT value FROM json_each(?))`,
          JSON.stringify(store.all<{ opcode: string; p2: number; p3: number }>(`EXPLAIN ${text}`, ...Array.from({ length: text.split('?').length - 1 }, () => '{}')).filter(({ opcode, p3 }) => opcode === 'OpenRead' && p3 === 0).map(({ p2 }) => p2)),
        )
        .map(({ name }) => name)
      expect(read.length).toBeGreaterThan(0)
      expect(COUNTED_FROM.filter((name) => read.includes(name) && !tablesNamed(text).includes(name))).toEqual([])
      // whatever else it reads is no table whose rows are counted
      expect(read.filter((name) => !COUNTED_FROM.some((one) => one === name))).toEqual([])
    }
  })

  it('change state with every write to one of them, and with no other and none that was undone', () => {
    const store = smallTown()
    const state = () => stateOf(store, COUNTED_FROM)
    const before = state()
    store.write((writer) => writer.run("UPDATE delivery SET supplier = 'iemand'"))
    store.write((writer) => writer.run('DELETE FROM signal_record WHERE id = 0'))
    expect(() => store.write((writer) => {
      writer.run('DELETE FROM signal_record')
      throw new Error('undone')
    })).toThrow('undone')
    expect(state()).toBe(before)
    for (const change of ['signal', 'withdrawn', 'moved', 'stopped'] as const) {
      const last = state()
      store.write((writer) => apply(writer, { kind: change, at: 1, other: 2 }, 40))
      expect([change, state() === last]).toEqual([change, false])
    }
    const triggers = store.all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    // a trigger is not noted: none may write to what is counted from
    for (const { sql } of triggers) expect(COUNTED_FROM.filter((name) => sql.slice(sql.indexOf('BEGIN')).includes(` ${name} `))).toEqual([])
  })
})

function isMeasure(name: string): name is MeasureName {
  return Object.hasOwn(measures, name)
}
