import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFile } from '../../../electron/engine/import/index.ts'
import { toProblem } from '../../../electron/engine/problem.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import type { SheetMapping } from '../../../shared/model/source.ts'
import { fileWith, proposalsOf } from '../../fixtures/delivery.ts'
import type { ChildOrder, Death } from '../../fixtures/importChild.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

const ROWS = 60_000
const CHILD = join(import.meta.dirname, '..', '..', 'fixtures', 'importChild.ts')

/** A delivery of addresses; of 60,000 the indexes are taken away meanwhile and pages go to disk before the end. */
function bagFile(count = ROWS): string {
  const rows = Array.from({ length: count }, (_, i) => `00342000${String(i + 1).padStart(8, '0')};Straat ${i % 500};${1 + (i % 200)};1315AB;Almere`)
  return fileWith('bag.csv', ['Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats', ...rows].join('\n'))
}

const state = (store: Store) => ({
  check: store.get('PRAGMA integrity_check'),
  counts: store.get('SELECT (SELECT count(*) FROM delivery) AS deliveries, (SELECT count(*) FROM address) AS addresses, (SELECT count(*) FROM street) AS streets'),
  indexes: store.all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'address' ORDER BY name"),
})

/** Runs an import in a child that kills itself. @returns whether it died of that, and how many statements it wrote when it did not */
function runDying(order: ChildOrder): Promise<{ isKilled: boolean; statements: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, { execArgv: [] })
    let statements = 0
    child.on('message', (message: string) => {
      if (message.startsWith('statements ')) statements = Number(message.slice('statements '.length))
      if (message === 'done') child.kill('SIGTERM')
    })
    child.on('exit', (_code, signal) => resolve({ isKilled: signal === 'SIGKILL', statements }))
    child.on('error', reject)
    child.send(order)
  })
}

describe('killed in the middle of an import', () => {
  test.each<[string, Death]>([
    ['while the file is checked', { step: 'Bestand controleren', times: 1 }],
    ['at the first rows', { step: 'Rijen innemen', times: 1 }],
    ['halfway', { step: 'Rijen innemen', times: 6 }],
    ['near the end', { step: 'Rijen innemen', times: 12 }],
  ])('%s: the vault is as before and the file goes in again', async (_, death) => {
    const vault = join(temporaryFolder(), 'toets.kluis')
    const key = randomBytes(48)
    const path = bagFile()
    const before = openDatabase(vault, key, 'job')
    migrate(before, readMigrations('vault'))
    const context = contextOn(before)
    const sheets: SheetMapping[] = await proposalsOf(context, path)
    const untouched = state(before)
    before.close()

    const { actor, purpose, logLine, hashKey, now } = context
    expect(await runDying({ vault, key: key.toString('hex'), path, sheets, death, context: { actor, purpose, logLine, hashKey, now } })).toMatchObject({ isKilled: true })

    const after = openDatabase(vault, key, 'job')
    onTestFinished(() => after.close())
    expect(state(after)).toEqual(untouched)
    const report = await importFile(contextOn(after), path, sheets, { dryRun: false })
    expect(report.sheets[0]).toMatchObject({ deliveryId: 1, accepted: ROWS, isRepeat: false })
    expect(state(after)).toMatchObject({ check: { integrity_check: 'ok' }, indexes: untouched.indexes })
  })
})

/** The same moments every time (mulberry32). */
function seeded(seed: number): () => number {
  let turn = seed
  return () => {
    turn = (turn + 0x6d2b_79f5) | 0
    let mixed = Math.imul(turn ^ (turn >>> 15), 1 | turn)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const MOMENTS = 50
const FEW_ROWS = 300

test(`killed at ${MOMENTS} random statements: each time the vault is as before, the delivery absent, and the file goes in again`, async () => {
  const folder = temporaryFolder()
  const key = randomBytes(48)
  const path = bagFile(FEW_ROWS)
  const pristine = join(folder, 'leeg.kluis')
  const empty = openDatabase(pristine, key, 'job')
  migrate(empty, readMigrations('vault'))
  const context = contextOn(empty)
  const sheets = await proposalsOf(context, path)
  const untouched = state(empty)
  empty.close()
  const { actor, purpose, logLine, hashKey, now } = context

  const vaultOf = (moment: number) => join(folder, `${moment}.kluis`)
  const runAt = (statement: number) => {
    copyFileSync(pristine, vaultOf(statement))
    return runDying({ vault: vaultOf(statement), key: key.toString('hex'), path, sheets, death: { statement }, context: { actor, purpose, logLine, hashKey, now } })
  }
  const { statements: all } = await runAt(0)
  expect(all).toBeGreaterThan(FEW_ROWS)
  const random = seeded(2026)
  const moments = [...new Set([all, ...Array.from({ length: MOMENTS * 2 }, () => 1 + Math.floor(random() * all))])].slice(0, MOMENTS)
  const check = async (moment: number): Promise<void> => {
    expect(await runAt(moment)).toMatchObject({ isKilled: true })
    const after = openDatabase(vaultOf(moment), key, 'job')
    try {
      expect(state(after)).toEqual(untouched)
      expect((await importFile(contextOn(after), path, sheets, { dryRun: false })).sheets).toMatchObject([{ deliveryId: 1, accepted: FEW_ROWS, isRepeat: false }])
    } finally {
      after.close()
    }
  }
  const lanes = [0, 1].map(async (lane) => {
    for (const moment of moments.filter((_, i) => i % 2 === lane)) await check(moment)
  })
  await Promise.all(lanes)
  expect(moments).toHaveLength(MOMENTS)
}, 240_000)

describe('the disk and the file', () => {
  test('a full disk is said, and the vault is as before', async () => {
    const store = emptyStore()
    const path = bagFile()
    const sheets = await proposalsOf(contextOn(store), path)
    const untouched = state(store)
    const pages = store.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0
    store.get(`PRAGMA max_page_count = ${pages + 200}`)
    const failure = await importFile(contextOn(store), path, sheets, { dryRun: false }).catch((error: unknown) => toProblem(error).code)
    expect(failure).toBe('disk-full')
    expect(state(store)).toEqual(untouched)
    store.get('PRAGMA max_page_count = 1000000')
    expect((await importFile(contextOn(store), path, sheets, { dryRun: false })).sheets[0]?.accepted).toBe(ROWS)
  })

  test('a file that vanished after it was looked at', async () => {
    const context = contextOn(emptyStore())
    const path = fileWith('controles.csv', 'Datum controle;Uitkomst;Adres\n01-05-2024;akkoord;Kade 1\n')
    const sheets = await proposalsOf(context, path)
    rmSync(path)
    expect(await importFile(context, path, sheets, { dryRun: false }).catch((error: unknown) => toProblem(error).code)).toBe('file-missing')
  })
})
