import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
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
