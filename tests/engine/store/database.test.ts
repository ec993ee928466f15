import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { heardAt } from '../../../electron/engine/store/heardAt.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'

test('a job writes to the log first, and tidying moves it into the file', async () => {
  const file = join(temporaryFolder(), 'toets.kluis')
  const store = openDatabase(file, new Uint8Array(48).fill(7), 'job')
  await store.writeAsync(async (writer) => {
    writer.run('CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT')
    for (let id = 1; id <= 1200; id += 1) writer.run('INSERT INTO note VALUES (?, ?)', id, 'x'.repeat(4000))
  })
  const before = statSync(file).size
  store.tidy()
  expect(statSync(file).size - before).toBeGreaterThan(1200 * 4000)
  expect(store.get('SELECT count(*) AS n FROM note')).toEqual({ n: 1200 })
  store.close()
})

test('a statement over very many rows ends as soon as whoever listens says so, and all before it in the transaction is undone', () => {
  const store = openDatabase(join(temporaryFolder(), 'toets.kluis'), new Uint8Array(48).fill(7), 'job')
  store.write((writer) => writer.run('CREATE TABLE number (id INTEGER PRIMARY KEY) STRICT'))
  const count = `INSERT INTO number WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) SELECT i FROM n WHERE ${heardAt('i')}`
  let heard = 0
  const stop = (): void => {
    heard += 1
    if (heard === 3) throw new Error('cancelled')
  }
  expect(() => store.write((writer) => {
    writer.run('INSERT INTO number VALUES (50000)')
    writer.heeding(stop, () => writer.run(count))
  })).toThrow('cancelled')
  expect([heard, store.get('SELECT count(*) AS n FROM number')]).toEqual([3, { n: 0 }])
  // nobody listens any more
  store.write((writer) => writer.run(count))
  expect([heard, store.get('SELECT count(*) AS n FROM number')]).toEqual([3, { n: 40_000 }])
  store.close()
})
