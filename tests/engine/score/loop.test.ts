import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { backtest, listControls, makeControlList, readControls, recordControl, runScores, scoreboard } from '../../../electron/engine/score/index.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const quiet = { report: () => undefined, checkCancelled: () => undefined }

function scored(): ReturnType<typeof contextOn> {
  const store = emptyStore()
  plantedTown(store)
  const context = contextOn(store)
  runScores(context)
  return context
}

const origins = (store: Store, id: number) => store.all<{ origin: string; area: string }>('SELECT origin, area_code AS area FROM control_item WHERE list_id = ? ORDER BY position', id)

describe('a list of controls', () => {
  it('is half out of areas that ask for attention and half out of all, mixed, and the same for the same seed', () => {
    const context = scored()
    const list = makeControlList(context, { phenomenon: 'hennep', half: 12, seed: 'najaar' })
    expect(list).toMatchObject({ size: 24, done: 0, seed: 'najaar' })
    const drawn = origins(context.store, list.id)
    expect(drawn.filter(({ origin }) => origin === 'attention').every(({ area }) => area === 'BU00340103')).toBe(true)
    expect(drawn.filter(({ origin }) => origin === 'chance')).toHaveLength(12)
    expect(new Set(drawn.filter(({ origin }) => origin === 'chance').map(({ area }) => area)).size).toBeGreaterThan(6)
    const firstHalf = drawn.slice(0, 12).filter(({ origin }) => origin === 'chance').length
    expect(firstHalf > 1 && firstHalf < 11).toBe(true)
    const again = makeControlList(context, { phenomenon: 'hennep', half: 12, seed: 'najaar' })
    expect(readControls(context, again.id)).toEqual(readControls(context, list.id))
    const other = makeControlList(context, { phenomenon: 'witwassen', half: 3, seed: '' })
    expect(other.seed).not.toBe('')
    expect(new Set(readControls(context, list.id).map(({ addressId }) => addressId)).size).toBe(24)
  })

  it('holds only addresses in use, and for money laundering only those with a company that is there', () => {
    const context = scored()
    context.store.write((writer) => {
      writer.run("UPDATE address SET status = 'Verblijfsobject buiten gebruik' WHERE id % 3 = 0")
      writer.run("UPDATE address SET status = 'Verblijfsobject ten onrechte opgevoerd' WHERE id % 3 = 1")
      writer.run("UPDATE branch_location SET started = '2026-12-01' WHERE address_id % 4 = 2")
    })
    const drawn = (phenomenon: 'hennep' | 'witwassen') => readControls(context, makeControlList(context, { phenomenon, half: 2, seed: phenomenon }).id).map(({ addressId }) => addressId)
    for (const id of [...drawn('hennep'), ...drawn('witwassen')]) expect(id % 3).toBe(2)
    for (const id of drawn('witwassen')) expect(id % 4).not.toBe(2)
  })

  it('does not tell why an address is on it, and the board waits until every outcome is in', () => {
    const context = scored()
    const { id } = makeControlList(context, { phenomenon: 'hennep', half: 5, seed: 'x' })
    const items = readControls(context, id)
    expect(Object.keys(contract['control.list'].output.parse(items)[0] ?? {})).toEqual(['position', 'addressId', 'address', 'area', 'outcome'])
    const drawn = origins(context.store, id)
    for (const { position } of items.slice(1)) {
      const isAttention = drawn[position - 1]?.origin === 'attention'
      recordControl(context, { id, position, outcome: isAttention ? 'confirmed' : position % 2 === 0 ? 'not-confirmed' : 'unknown' })
    }
    expect(scoreboard(context)).toMatchObject({ lists: 0, open: 1, byIndicator: [], byWijk: [] })
    recordControl(context, { id, position: 1, outcome: 'not-confirmed' })
    expect(listControls(context)[0]).toMatchObject({ size: 10, done: 10 })
    const board = scoreboard(context)
    const hennep = board.byPhenomenon.find(({ phenomenon }) => phenomenon === 'hennep')
    const total = (rate?: { confirmed: number; notConfirmed: number; unknown: number }) => (rate ? rate.confirmed + rate.notConfirmed + rate.unknown : 0)
    expect([total(hennep?.attention), total(hennep?.chance)]).toEqual([5, 5])
    expect(hennep?.attention.confirmed).toBeGreaterThanOrEqual(4)
    expect(hennep?.attention.lower).toBeGreaterThan(0.3)
    expect(board.byIndicator.map(({ indicator }) => indicator)).toEqual(['hennep-meldingen-gebied'])
    expect(board.byWijk.reduce((sum, { attention, chance }) => sum + total(attention) + total(chance), 0)).toBe(10)
    expect(contract['control.board'].output.safeParse(board).error).toBeUndefined()
    expect(() => recordControl(context, { id, position: 99, outcome: 'unknown' })).toThrow('not-found')
  })
})

/** Every row that says something of after a day is taken out: what was not known then. */
function forget(store: Store, day: string): void {
  const dated = { measure_record: 'started', signal_record: 'coalesce(received, started)', inspection_record: 'inspected', permit_record: 'decided', ownership_record: 'started', office_record: 'started', person_record: 'started' }
  store.write((writer) => {
    for (const [table, date] of Object.entries(dated)) writer.run(`DELETE FROM ${table} WHERE ${date} > ?`, day)
    for (const table of ['ownership_record', 'office_record', 'person_record', 'branch_location', 'company']) writer.run(`UPDATE ${table} SET ended = NULL WHERE ended > ?`, day)
    writer.run('DELETE FROM branch_location WHERE started > ?', day)
  })
}

describe('looking back', () => {
  it('never looks ahead: what happened after the day changes no number of that day', () => {
    const [all, past] = [emptyStore(), emptyStore()]
    plantedTown(all)
    plantedTown(past)
    for (const day of ['2025-06-01', '2024-01-01']) {
      forget(past, day)
      const [now, then] = [computeScores(all, NOW, quiet, day), computeScores(past, NOW, quiet, day)]
      expect(now.set.referenceDate).toBe(day)
      expect(now.rows.parts).toEqual(then.rows.parts)
      expect(now.set.resultHash).toBe(then.set.resultHash)
    }
    expect(computeScores(all, NOW, quiet).set.resultHash).not.toBe(computeScores(past, NOW, quiet).set.resultHash)
  })

  it('compares where the score would have sent us with what was found after, and says what was known', () => {
    const context = scored()
    const report = backtest(context, { phenomenon: 'hennep', day: '2025-05-15', months: 12 })
    expect(report).toMatchObject({ until: '2026-05-15', areas: 40, top: 5 })
    const [score, raw, chance] = report.methods
    expect(score?.share).toBeGreaterThan(chance?.share ?? 1)
    expect(raw?.name).toBe('raw')
    expect(report.findings).toBe(context.store.get<{ n: number }>("SELECT count(*) AS n FROM measure_record WHERE started > '2025-05-15' AND started <= '2026-05-15' AND phenomenon = 'hennep'")?.n)
    for (const { newest } of report.known) expect((newest ?? '') <= '2025-05-15').toBe(true)
    expect(contract['score.backtest'].output.safeParse(report).error).toBeUndefined()
  })
})
