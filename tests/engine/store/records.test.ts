import { describe, expect, test } from 'vitest'
import type { Reader } from '../../../electron/engine/store/database.ts'
import { inBulk, recordColumns, recordInserter } from '../../../electron/engine/store/records.ts'
import { emptyStore } from '../../fixtures/vault.ts'

const MANY = 1_000_000
const TABLE = 'measure_record'

const schemaOf = (reader: Reader) => reader.all('SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? ORDER BY type, name', TABLE)
const stagesOf = (reader: Reader) => reader.all<{ stage: string }>('SELECT stage FROM link_stage ORDER BY stage').map(({ stage }) => stage)

function prepared() {
  const store = emptyStore()
  store.write((writer) => void writer.run("INSERT INTO link_stage (stage, last_record, facts) VALUES ('addresses', 100, '{}'), ('companies', 100, '{}'), ('network', 100, '{}')"))
  return store
}

describe('rows added in bulk', () => {
  test('leave the indexes and triggers of the table as they were, and undo what was linked beyond the first', async () => {
    for (const [first, left] of [[99, ['network']], [101, ['addresses', 'companies', 'network']]] as const) {
      const store = prepared()
      const before = schemaOf(store)
      await store.writeAsync(async (writer) => {
        const columns = recordColumns(writer, TABLE)
        const insert = recordInserter(writer, TABLE, columns)
        await inBulk(writer, TABLE, MANY, async (added) => {
          for (const id of [first, 102, 103]) {
            insert(columns.map(({ name, blank }) => (name === 'id' ? id : blank)))
            added()
          }
          expect(schemaOf(writer).length).toBeLessThan(before.length)
        })
      })
      expect(schemaOf(store)).toEqual(before)
      expect(stagesOf(store)).toEqual(left)
      expect(store.get('SELECT count(*) AS n FROM measure_record')).toEqual({ n: 3 })
    }
  })

  test('that break off leave everything as it was', async () => {
    const store = prepared()
    const before = schemaOf(store)
    const work = store.writeAsync((writer) => inBulk(writer, TABLE, MANY, async (added) => {
      added()
      throw new Error('broken off')
    }))
    await expect(work).rejects.toThrow('broken off')
    expect(schemaOf(store)).toEqual(before)
  })
})

test('a column that gets its first value late is kept with those before it blank', () => {
  const store = emptyStore()
  store.write((writer) => {
    const columns = recordColumns(writer, TABLE)
    const insert = recordInserter(writer, TABLE, columns)
    for (const [id, kvk] of [[1, null], [2, 9_900_001], [3, null]]) insert(columns.map(({ name, blank }) => (name === 'id' ? (id ?? null) : name === 'kvk' ? (kvk ?? null) : blank)))
  })
  expect(store.all('SELECT id, kvk, given_street FROM measure_record ORDER BY id')).toEqual([
    { id: 1, kvk: null, given_street: '' }, { id: 2, kvk: 9_900_001, given_street: '' }, { id: 3, kvk: null, given_street: '' },
  ])
})
