import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { backtest, listControls, makeControlList, readControls, recordControl, scoreboard } from '../../../electron/engine/score/index.ts'
import { computePast, computeScores } from '../../../electron/engine/score/run.ts'
import { recordId } from '#shared/model/recordId.ts'
import type { Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { addDelivery, addRecord } from '../../fixtures/register.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { scoredStore } from '../../fixtures/scoredTown.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const quiet = { report: () => undefined, checkCancelled: () => undefined }

function scored(): ReturnType<typeof contextOn> {
  return contextOn(scoredStore())
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
    expect(board.byWijk.length).toBeGreaterThan(1)
    expect(board.byWijk.map(({ name }) => name)).toEqual(board.byWijk.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'nl')))
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

/** Every row that says something of after a day is taken out: what had not happened then. */
function forget(store: Store, day: string): void {
  const dated = { measure_record: 'started', signal_record: 'coalesce(received, started)', inspection_record: 'inspected', permit_record: 'decided', ownership_record: 'started', office_record: 'started', person_record: 'started' }
  store.write((writer) => {
    for (const [table, date] of Object.entries(dated)) writer.run(`DELETE FROM ${table} WHERE ${date} > ?`, day)
    for (const table of ['ownership_record', 'office_record', 'person_record', 'branch_location', 'company']) writer.run(`UPDATE ${table} SET ended = NULL WHERE ended > ?`, day)
    writer.run('DELETE FROM branch_location WHERE started > ?', day)
  })
}

/** A town of which everything was delivered long ago. */
function oldTown(): Store {
  const store = emptyStore()
  plantedTown(store)
  store.write((writer) => writer.run("UPDATE delivery SET reference_date = '2024-07'"))
  return store
}

/** Deliveries of after the day, with rows that tell of before it: late reports, a correction, a company that turns out to have gone. */
function deliverLate(store: Store): void {
  store.write((writer) => {
    const homes = writer.all<{ id: number }>("SELECT id FROM address WHERE area_id = (SELECT id FROM area WHERE code = 'BU00340210') ORDER BY id LIMIT 30")
    addDelivery(writer, 30, { kind: 'signal', supplier: 'laat', accepted: 1, reference_date: '2025-06-02' })
    addDelivery(writer, 31, { kind: 'measure', supplier: 'laat', accepted: 1, reference_date: '2026' })
    addDelivery(writer, 32, { kind: 'permit', supplier: 'laat', accepted: 1, reference_date: null })
    addDelivery(writer, 33, { kind: 'company', supplier: 'laat', accepted: 1, reference_date: '2026-01-01' })
    homes.forEach(({ id }, i) => {
      addRecord(writer, 'signal_record', 30, i + 1, { address_id: id, received: '2025-03-01' })
      addRecord(writer, 'measure_record', 31, i + 1, { address_id: id, started: '2025-03-01', measure_kind: 'kwekerij-geruimd' })
      addRecord(writer, 'permit_record', 32, i + 1, { address_id: id, decided: '2025-03-01', outcome: 'geweigerd' })
    })
    for (const table of ['measure_record', 'permit_record'] as const) correct(writer, table, table === 'measure_record' ? 31 : 32)
    // the company register says of some vestigingen now what it did not say then
    for (const { id, record, address } of writer.all<{ id: number; record: number; address: number }>('SELECT id, record_id AS record, address_id AS address FROM branch_location WHERE id % 5 = 0')) {
      const { sbi, version, started } = writer.get<{ sbi: string; version: string; started: string }>('SELECT sbi, sbi_version AS version, started FROM branch_location WHERE id = ?', id) ?? { sbi: '', version: '', started: '' }
      const content = JSON.stringify({ address_id: address, sbi, sbi_version: version, started, ended: null, legal_form: 'bv' })
      writer.run("INSERT INTO past_record VALUES (?, 'company_record', ?, '', 33, ?)", record, content, recordId(33, id))
      writer.run("UPDATE branch_location SET record_id = ?, sbi = '56101', ended = '2025-01-01' WHERE id = ?", recordId(33, id), id)
      writer.run("UPDATE company SET lead_record = ?, sbi = '56101' WHERE id = ?", recordId(33, id), id)
    }
  })
}

/** Every third row stands in the past, and a row of a late delivery with another outcome in its place. */
function correct(writer: Writer, table: 'measure_record' | 'permit_record', delivery: number): void {
  for (const row of writer.all<Record<string, Value>>(`SELECT * FROM ${table} WHERE id / 4294967296 < 20 AND id % 3 = 0`)) {
    const id = Number(row['id'])
    writer.run('INSERT INTO past_record VALUES (?, ?, ?, ?, ?, ?)', id, table, JSON.stringify({ ...row, bsn_hash: null }), '', delivery, recordId(delivery, 900_000 + id % 4294967296))
    writer.run(`DELETE FROM ${table} WHERE id = ?`, id)
  }
}

describe('looking back', () => {
  const day = '2025-06-01'

  it('never looks ahead: what happened after the day changes no number of that day', () => {
    const [all, past] = [oldTown(), oldTown()]
    for (const then of [day, '2024-09-01']) {
      forget(past, then)
      const [now, before] = [computePast(all, then, quiet), computePast(past, then, quiet)]
      expect(now.set.referenceDate).toBe(then)
      expect(now.rows.parts).toEqual(before.rows.parts)
      expect(now.set.resultHash).toBe(before.set.resultHash)
    }
  })

  it('nor does what was delivered after it, though it tells of before: rows that came late, were corrected or turned out to have ended', () => {
    const [all, past] = [oldTown(), oldTown()]
    deliverLate(all)
    const [now, then] = [computePast(all, day, quiet), computePast(past, day, quiet)]
    expect(now.rows.scores.filter(({ score }) => score !== null).length).toBeGreaterThan(100)
    expect(now.rows.parts).toEqual(then.rows.parts)
    expect(now.rows.scores).toEqual(then.rows.scores)
    expect(computeScores(all, NOW, quiet).rows.parts).not.toEqual(computeScores(past, NOW, quiet).rows.parts)
  })

  it('has nothing to say of a day before anything had been delivered', () => {
    const context = scored()
    const report = backtest(context, { phenomenon: 'hennep', day: '2025-05-15', months: 12 })
    expect(report).toMatchObject({ areas: 0, top: 0, findings: 0 })
    for (const { newest } of report.known) expect(newest).toBeNull()
    expect(contract['score.backtest'].output.safeParse(report).error).toBeUndefined()
  })

  it('compares where the score would have sent us with what was found after, and says what was known', () => {
    const store = oldTown()
    const report = backtest(contextOn(store), { phenomenon: 'hennep', day: '2025-05-15', months: 12 })
    expect(report).toMatchObject({ until: '2026-05-15', areas: 40, top: 5 })
    const [score, raw, chance] = report.methods
    expect(score?.share).toBeGreaterThan(chance?.share ?? 1)
    expect(raw?.name).toBe('raw')
    expect(report.findings).toBe(store.get<{ n: number }>("SELECT count(*) AS n FROM measure_record WHERE started > '2025-05-15' AND started <= '2026-05-15' AND phenomenon = 'hennep'")?.n)
    expect(report.known.map(({ newest }) => newest)).toContain('2024-07')
    expect(contract['score.backtest'].output.safeParse(report).error).toBeUndefined()
  })
})
