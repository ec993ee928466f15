import { expect, test } from 'vitest'
import { newState, WAITING } from '../../../electron/engine/beside/messages.ts'
import { readAhead, type ReadingAhead } from '../../../electron/engine/link/ahead/readAhead.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { makeTown } from '../../bench/linking/town.ts'
import { fillTown, addLater } from '../../bench/linking/townVault.ts'
import { preparedStore, vaultKey } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const TODAY = '2026-11-01'
const town = makeTown(520, 3)
const later = town.persons.filter((_, i) => i % 30 === 0)

function fill(store: Store): void {
  store.write((writer) => {
    fillTown(writer, { ...town, persons: town.persons.slice(0, 1_110).filter((_, i) => i % 30 !== 0) })
    joinPersons(writer, quiet, TODAY, { keepFrom: 0 })
  })
  store.write((writer) => addLater(writer, town.addresses, later.slice(0, 30)))
}

/** Joins the rows that came later, with a thread that reads ahead. @param meet gives what is asked of it */
async function joined(meet: (reading: ReadingAhead, state: Int32Array) => ReadingAhead): Promise<Record<string, Value>[][]> {
  const store = preparedStore(fill)
  const state = newState()
  const reading = readAhead({ file: store.file, key: Buffer.from(vaultKey) }, state)
  try {
    const { touched } = store.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }, meet(reading, state)))
    expect(touched?.size).toBeGreaterThan(0)
  } finally {
    await reading.stop()
  }
  return pictureOf(store)
}

/** As long as a thread may take to begin; a test that waited for nothing fails. */
const LONG_MS = 30_000

function begun(reading: ReadingAhead, state: Int32Array): ReadingAhead {
  expect(Atomics.wait(state, 0, WAITING, LONG_MS)).not.toBe('timed-out')
  return reading
}

/** A thread that still starts has not come to it. */
function givenUp(reading: ReadingAhead): ReadingAhead {
  expect(reading.take(() => undefined)).toBeNull()
  return reading
}

function pictureOf(store: Store): Record<string, Value>[][] {
  return ['person', 'entity_record', 'link_pair', 'link_index', 'link_done'].map((table) => store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`))
}

test('with what was kept read ahead in a thread beside, rows are joined to the very same persons', async () => {
  const alone = preparedStore(fill)
  alone.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }))
  expect(await joined(begun)).toEqual(pictureOf(alone))
  expect(await joined(givenUp)).toEqual(pictureOf(alone))
})
