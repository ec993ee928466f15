import { expect, test } from 'vitest'
import { compareRecords } from '../../../electron/engine/link/entityRecords.ts'
import { recordsOf } from '../../../electron/engine/link/addition/keptRows.ts'
import { keptRowReader } from '../../../electron/engine/link/addition/readRows.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import { makeRowNumberer } from '../../../electron/engine/link/personColumns.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { recordsOfEntities } from '../../../electron/engine/store/entities.ts'
import { personRowsAfter, personTables } from '../../../electron/engine/store/entitiesPerson.ts'
import { makeTown } from '../../bench/linking/town.ts'
import { addLater, fillTown } from '../../bench/linking/townVault.ts'
import { keptIn, toldAndWritten } from '../../fixtures/keptPersons.ts'
import { emptyStore } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const TODAY = '2026-11-01'
const town = makeTown(520, 3)
const persons = town.persons.slice(0, 1_110)

const join = (store: Store) => store.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }))

/** A town of which one row in thirty came later. */
function vault(): Store {
  const store = emptyStore()
  const isLater = (_: unknown, i: number): boolean => i % 30 === 0
  store.write((writer) => fillTown(writer, { ...town, persons: persons.filter((row, i) => !isLater(row, i)) }))
  join(store)
  store.write((writer) => addLater(writer, town.addresses, persons.filter(isLater).slice(0, 28)))
  join(store)
  return store
}

test('what was kept of rows is what the vault says of them, also of those that came later', () => {
  const store = vault()
  const kept = keptIn(store)
  expect(kept.facts.parts).toBe(2)
  const numberer = makeRowNumberer(TODAY)
  const read = keptRowReader(kept.rows, kept.records, numberer)
  let moved = 0
  for (const [table, name] of personTables.entries()) {
    for (const row of personRowsAfter(store, name, 0)) {
      const place = kept.records.placeOf(row.id)
      expect(read(place)).toEqual({ ...numberer.number({ row, table }), at: place })
      if (row.formerly !== '') moved += 1
      expect(kept.rows.table[place]).toBe(table)
    }
  }
  expect(moved).toBeGreaterThan(0)
})

test('so are the rows of every person, and by what they came to it', () => {
  const store = vault()
  const kept = keptIn(store)
  const ids = store.all<{ id: number }>('SELECT id FROM person').map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(300)
  for (const id of ids) expect(recordsOf(kept, id).toSorted(compareRecords)).toEqual(recordsOfEntities(store, 'person', [id]))
  expect(recordsOf(kept, Math.max(...ids) + 1)).toEqual([])
})

test('so are the persons themselves, told by their rows', () => {
  const { told, written } = toldAndWritten(vault(), TODAY)
  expect(told).toEqual(written)
  expect(told.filter(({ bsnHash }) => bsnHash !== '').length).toBeGreaterThan(100)
})

test('nothing of what rows said stays behind when one of them is gone', () => {
  const store = vault()
  const kept = () => store.all("SELECT name FROM link_index WHERE party = 'person'").length
  expect(kept()).toBeGreaterThan(30)
  store.write((writer) => writer.run('DELETE FROM permit_record WHERE id = (SELECT min(id) FROM permit_record)'))
  expect(kept()).toBe(0)
  join(store)
  expect(kept()).toBeGreaterThan(30)
})
