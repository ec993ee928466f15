import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { heldVerdicts } from '../../../electron/engine/store/linkDecisions.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'
import { join } from 'node:path'

const store = () => openDatabase(join(temporaryFolder(), 'toets.kluis'), new Uint8Array(48), 'window')

describe.each(['vault', 'log'] as const)('the migrations of the %s', (family) => {
  test('each have a number of their own', () => {
    const versions = readMigrations(family).map((step) => step.version)
    expect(new Set(versions).size).toBe(versions.length)
  })

  test('run one by one from an empty file, and a second time change nothing', () => {
    const database = store()
    const steps = readMigrations(family)
    for (let count = 1; count <= steps.length; count += 1) migrate(database, steps.slice(0, count))
    const schema = () => database.all('SELECT sql FROM sqlite_schema ORDER BY name')
    const before = schema()
    migrate(database, steps)
    expect(schema()).toEqual(before)
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: steps.at(-1)?.version })
    database.close()
  })
})

test('a step that fails leaves the file at the step before, whole', () => {
  const database = store()
  const steps = [
    { version: 10, name: '0010-a.sql', sql: 'CREATE TABLE a (x);' },
    { version: 20, name: '0020-b.sql', sql: 'CREATE TABLE b (x);\nCREATE TABLE a (x);' },
  ]
  expect(() => migrate(database, steps)).toThrow()
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: 10 })
  expect(database.all('SELECT name FROM sqlite_schema')).toEqual([{ name: 'a' }])
  database.close()
})

test('deeds of an older ledger that were half taken back or replaced become whole', () => {
  const database = store()
  const steps = readMigrations('vault')
  migrate(database, steps.filter(({ version }) => version < 520))
  const line = (id: number, deed: number, left: number, right: number, verdict: string, revokedBy: number | null): void =>
    database.write((writer) => void writer.run(
      "INSERT INTO link_decision VALUES (?, ?, 'oordeel', '2026-11-21', 'toets', 'Toetser', 'person', ?, ?, ?, '', ?, 0, 0)", id, deed, Buffer.from([left]), Buffer.from([right]), verdict, revokedBy,
    ))
  // rows 1-2 and 1-3 parted in one deed, 1-3 put aside later, the deed taken back; rows 4-5 joined, then parted
  const lines: Parameters<typeof line>[] = [[4, 4, 1, 2, 'ingetrokken', null], [3, 3, 1, 3, 'onzeker', null], [1, 1, 1, 2, 'verschillend', 4], [2, 1, 1, 3, 'verschillend', 3], [6, 6, 4, 5, 'verschillend', null], [5, 5, 4, 5, 'zelfde', 6]]
  for (const one of lines) line(...one)
  migrate(database, steps)
  expect(database.all('SELECT id, revoked_by AS by FROM link_decision ORDER BY id').map((row) => Object.values(Object(row)))).toEqual([[1, 4], [2, 4], [3, null], [4, null], [5, null], [6, null]])
  expect(heldVerdicts(database, 'person').map(({ deed, verdict }) => [deed, verdict])).toEqual([[3, 'onzeker'], [6, 'verschillend']])
  database.close()
})
