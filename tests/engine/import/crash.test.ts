import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFile } from '../../../electron/engine/import/index.ts'
import { ProblemError, toProblem } from '../../../electron/engine/problem.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import type { SheetMapping } from '../../../shared/model/source.ts'
import { fileWith, proposalsOf } from '../../fixtures/delivery.ts'
import type { ChildOrder } from '../../fixtures/importChild.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../fixtures/vault.ts'

const ROWS = 60_000

/** Enough rows that the indexes are taken away meanwhile, and that pages go to disk before the end. */
function bagFile(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => `00342000${String(i + 1).padStart(8, '0')};Straat ${i % 500};${1 + (i % 200)};1315AB;Almere`)
  return fileWith('bag.csv', ['Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats', ...rows].join('\n'))
}

const state = (store: Store) => ({
  check: store.get('PRAGMA integrity_check'),
  counts: store.get('SELECT (SELECT count(*) FROM delivery) AS deliveries, (SELECT count(*) FROM address) AS addresses, (SELECT count(*) FROM street) AS streets'),
  indexes: store.all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'address' ORDER BY name"),
})

/** Forks an import and kills it at a step of its progress. */
function killAt(order: ChildOrder, isTime: (step: string, count: number) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, '..', '..', 'fixtures', 'importChild.ts'), { execArgv: [] })
    let count = 0
    child.on('message', (step: string) => {
      count += 1
      if (step === 'done') reject(new Error('the import ended before it could be killed'))
      else if (isTime(step, count)) child.kill('SIGKILL')
    })
    child.on('exit', () => resolve())
    child.on('error', reject)
    child.send(order)
  })
}

describe('killed in the middle of an import', () => {
  const moments: [string, (step: string, count: number) => boolean][] = [
    ['while the file is checked', (step) => step === 'Bestand controleren'],
    ['at the first rows', (step) => step.startsWith('Rijen innemen')],
    ['halfway', (_, count) => count >= 7],
    ['near the end', (_, count) => count >= 12],
  ]
  test.each(moments)('%s: the vault is as before and the file goes in again', async (_, isTime) => {
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
    await killAt({ vault, key: key.toString('hex'), path, sheets, context: { actor, purpose, logLine, hashKey, now } }, isTime)

    const after = openDatabase(vault, key, 'job')
    onTestFinished(() => after.close())
    expect(state(after)).toEqual(untouched)
    const report = await importFile(contextOn(after), path, sheets, { dryRun: false })
    expect(report.sheets[0]).toMatchObject({ deliveryId: 1, accepted: ROWS, isRepeat: false })
    expect(state(after)).toMatchObject({ check: { integrity_check: 'ok' }, indexes: untouched.indexes })
  })
})

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

  test('a file that another program holds', () => {
    expect(toProblem(Object.assign(new Error('busy'), { code: 'EBUSY' })).code).toBe('file-locked')
    expect(toProblem(new ProblemError('file-locked')).code).toBe('file-locked')
  })
})
