import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { pairPartsIn } from '../../../electron/engine/link/pairParts.ts'
import { recordsOfEntities, sizeOfEntity } from '../../../electron/engine/store/entities.ts'
import { findWeighed } from '../../../electron/engine/store/reviewPairs.ts'
import { addRecord } from '../../fixtures/register.ts'
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

test('persons, their rows and pairs of an older vault stay as they were', () => {
  const database = store()
  const steps = readMigrations('vault')
  migrate(database, steps.filter(({ version }) => version < 656))
  database.write((writer) => {
    // left by a step 655 that is no longer there; its number is not given again
    writer.run("CREATE TRIGGER addresses_staged_gone AFTER DELETE ON link_stage BEGIN DELETE FROM link_done WHERE party = 'person'; END")
    writer.run('PRAGMA user_version = 655')
    const part = { comparison: 'name', level: 'lijkt', weight: 7.25, left: 'jan', right: 'jaan' }
    const parts = [part, { ...part, weight: 8, right: 'jan' }, { comparison: 'prior', level: '', weight: -16.61 }]
    writer.run(
      "INSERT INTO person (id, bsn_hash, given_names, initials, prefix, family_name, birth_date, lead_record) VALUES (3, ?, 'Jan', 'J', 'van', 'Proef', '1980-01-02', 12), (4, NULL, '', 'P', '', 'Toets', NULL, 11)",
      Buffer.alloc(32, 7),
    )
    writer.run("INSERT INTO company (id, kvk, name, name_key, legal_form, sbi, sbi_version, lead_record) VALUES (5, 69599084, 'Proef', 'proef', '', '', '', 14)")
    for (const [id, personId] of [[11, 4], [12, 3], [13, 3]] as const) addRecord(writer, 'person_record', 0, id, { person_id: personId })
    writer.run("INSERT INTO entity_record (kind, entity_id, record_id, basis) VALUES ('person', 3, 12, 'bsn'), ('person', 3, 13, 'likeness'), ('person', 4, 11, 'row'), ('company', 5, 14, 'kvk')")
    writer.run("INSERT INTO entity_home (kind, record_id, entity_id) VALUES ('person', 12, 3), ('person', 13, 9)")
    writer.run("INSERT INTO link_pair (party, left_record, right_record, weight, completeness, tier, status, parts, model_version) VALUES ('person', 11, 12, 1, 1, 'exact', 'voorstel', ?, 1)", JSON.stringify(parts))
  })
  const persons = database.all('SELECT * FROM person ORDER BY id')
  migrate(database, steps)
  expect(database.all('SELECT * FROM person ORDER BY id')).toEqual(persons)
  expect(database.all("SELECT name FROM sqlite_schema WHERE name IN ('addresses_staged_gone', 'sqlite_autoindex_person_1')")).toEqual([])
  expect(recordsOfEntities(database, 'person', [3, 4])).toEqual([{ entityId: 4, recordId: 11, basis: 'row' }, { entityId: 3, recordId: 12, basis: 'bsn' }, { entityId: 3, recordId: 13, basis: 'likeness' }])
  expect(recordsOfEntities(database, 'company', [5])).toEqual([{ entityId: 5, recordId: 14, basis: 'kvk' }])
  expect([sizeOfEntity(database, 'person', 3), sizeOfEntity(database, 'company', 5), sizeOfEntity(database, 'person', 5)]).toEqual([2, 1, 0])
  expect(database.all('SELECT * FROM entity_followed')).toEqual([{ kind: 'person', former: 9, current: 3 }])
  // by their numbers: there are as many rows as the registers have
  const plan = database.all<{ detail: string }>("EXPLAIN QUERY PLAN SELECT current FROM json_each('[\"person:9\"]') j JOIN entity_followed f ON f.kind = substr(j.value, 1, 6) AND f.former = CAST(substr(j.value, 8) AS INTEGER)").map(({ detail }) => detail)
  expect(plan).toContain('SEARCH h USING COVERING INDEX entity_home_entity (kind=? AND entity_id=?)')
  expect(plan).toContain('SEARCH e USING PRIMARY KEY (kind=? AND record_id=?)')
  expect(pairPartsIn(findWeighed(database, 'person', 12, 11)?.parts ?? '')).toEqual([
    { comparison: 'name', level: 'lijkt', weight: 7.25, left: 'jan', right: 'jaan' }, { comparison: 'name', level: 'lijkt', weight: 8, left: 'jan', right: 'jan' },
    { comparison: 'prior', level: '', weight: -16.61, left: '', right: '' },
  ])
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
