import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
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
