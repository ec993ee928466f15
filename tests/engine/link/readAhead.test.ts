import { afterEach, expect, test } from 'vitest'
import { newState, WAITING, type VaultFile } from '../../../electron/engine/beside/messages.ts'
import { watchThreads } from '../../../electron/engine/beside/thread.ts'
import { sourcesHandlers } from '../../../electron/engine/handlers/sources.ts'
import { readKeptAhead, type ReadingAhead } from '../../../electron/engine/link/ahead/readAhead.ts'
import type { ReadAlready } from '../../../electron/engine/link/addition/openKept.ts'
import { readHalf } from '../../../electron/engine/link/addition/parts.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { joinPersons, WORTH, type ReadAhead } from '../../../electron/engine/link/joinPersons.ts'
import { readNames } from '../../../electron/engine/link/nameColumns.ts'
import { readPersonColumns } from '../../../electron/engine/link/personColumns.ts'
import { readNamesAhead } from '../../../electron/engine/link/share/readNamesAhead.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { makeTown } from '../../bench/linking/town.ts'
import { fillTown, addLater } from '../../bench/linking/townVault.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, preparedStore, vaultKey } from '../../fixtures/vault.ts'

const quiet = { start: () => undefined, advance: () => undefined }
const TODAY = '2026-11-01'
const town = makeTown(520, 3)
const later = town.persons.filter((_, i) => i % 30 === 0)
const nothing = (): void => undefined

function fill(store: Store): void {
  store.write((writer) => fillTown(writer, { ...town, persons: town.persons.slice(0, 1_110).filter((_, i) => i % 30 !== 0) }))
}

function fillAndJoin(store: Store): void {
  fill(store)
  store.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }))
  store.write((writer) => addLater(writer, town.addresses, later.slice(0, 30)))
}

/** What may be read ahead, of which vault, and how a run is given it. */
interface Ahead<Found> {
  fill(store: Store): void
  read(vault: VaultFile, state: Int32Array<SharedArrayBuffer>): ReadingAhead<Found>
  given(reading: ReadingAhead<Found>): ReadAhead
  isAddition: boolean
}

/** What stands in a vault whose rows are joined with a thread that reads ahead. @param meet comes before anything is asked of it */
async function joined<Found>({ fill: fillIt, read, given, isAddition }: Ahead<Found>, meet: (reading: ReadingAhead<Found>, state: Int32Array) => void): Promise<Record<string, Value>[][]> {
  const store = preparedStore(fillIt)
  const state = newState()
  const reading = read({ file: store.file, key: Buffer.from(vaultKey) }, state)
  try {
    store.write((writer) => {
      meet(reading, state)
      const { touched } = joinPersons(writer, quiet, TODAY, { keepFrom: 0 }, given(reading))
      expect(touched !== null).toBe(isAddition)
    })
  } finally {
    await reading.stop()
  }
  return pictureOf(store)
}

/** As long as a thread may take to begin; a test that waited for nothing fails. */
const LONG_MS = 30_000

function begun(_: unknown, state: Int32Array): void {
  expect(Atomics.wait(state, 0, WAITING, LONG_MS)).not.toBe('timed-out')
}

/** A thread that still starts has not come to it. */
function givenUp(reading: ReadingAhead<unknown>): void {
  expect(reading.take(nothing)).toBeNull()
}

function pictureOf(store: Store): Record<string, Value>[][] {
  return ['person', 'entity_record', 'link_pair', 'link_index', 'link_done'].map((table) => store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`))
}

async function expectTheSame<Found>(ahead: Ahead<Found>): Promise<void> {
  const alone = preparedStore(ahead.fill)
  alone.write((writer) => joinPersons(writer, quiet, TODAY, { keepFrom: 0 }))
  expect(await joined(ahead, begun)).toEqual(pictureOf(alone))
  expect(await joined(ahead, givenUp)).toEqual(pictureOf(alone))
}

test('with what was kept read ahead in a thread beside, rows are joined to the very same persons', async () => {
  const notAtAll = { take: () => null, stop: () => Promise.resolve() }
  for (const half of ['first', 'later'] as const) {
    await expectTheSame({
      fill: fillAndJoin, read: (vault, state) => readKeptAhead(vault, half, state), isAddition: true,
      given: (reading) => ({ kept: { first: notAtAll, later: notAtAll, [half]: reading } }),
    })
  }
})

test('both halves are given, also where the first was given up or nobody asks for it', async () => {
  const store = preparedStore(fillAndJoin)
  const inVault = (half: 'first' | 'later') => readHalf(store, half).map(({ data, ...part }) => ({ ...part, data: [...data] }))
  const given = (reading: ReadingAhead<ReadAlready>) => reading.take(nothing)?.parts.map(({ data, ...part }) => ({ ...part, data: [...data] }))
  for (const how of ['both', 'first given up', 'first not asked for'] as const) {
    const vault = { file: store.file, key: Buffer.from(vaultKey) }
    const states = [newState(), newState()] as const
    const [first, rest] = [readKeptAhead(vault, 'first', states[0]), readKeptAhead(vault, 'later', states[1])]
    try {
      if (how === 'first given up') givenUp(first)
      if (how === 'both') {
        begun(first, states[0])
        expect(given(first)).toEqual(inVault('first'))
      }
      begun(rest, states[1])
      expect(given(rest)).toEqual(inVault('later'))
    } finally {
      await rest.stop()
    }
  }
})

test('so they are where it was read ahead who they name', async () => {
  await expectTheSame({ fill, read: (vault, state) => readNamesAhead(vault, TODAY, state), given: (names) => ({ names }), isAddition: false })
})

test('places are read of the very rows of which the names were', () => {
  const store = preparedStore(fill)
  const names = readNames(store, TODAY, nothing)
  expect(readPersonColumns(store, names, nothing)).toMatchObject({ count: names.count, record: names.record })
  expect(() => readPersonColumns(store, { ...names, record: names.record.map((id) => id + 1) }, nothing)).toThrow('rows changed')
  expect(() => readPersonColumns(store, { ...names, count: names.count + 1 }, nothing)).toThrow('rows went')
})

/** So many that reading them beside is of use. */
const MANY = WORTH.shareFrom + 1

/** One row that names somebody, and many that name nobody. */
function fillMany(store: Store): void {
  store.write((writer) => {
    addDelivery(writer, 1, { kind: 'permit', accepted: MANY })
    addDelivery(writer, 2, { kind: 'person', accepted: 1 })
    for (let row = 0; row < MANY; row += 1) addRecord(writer, 'permit_record', 1, row + 2)
    addAddress(writer, 1, { street: 'Markerkant', number: 12, postcode: '1314AN' })
    addRecord(writer, 'person_record', 2, 2, { given_names: 'Jan', family_name: 'Testveld', given_street: 'Markerkant', given_number: 12, given_postcode: '1314AN', given_city: 'Almere' })
  })
}

const unwatched: Parameters<typeof watchThreads>[0] = ({ port }) => port.close()
afterEach(() => watchThreads(unwatched))

test('nothing is read beside of what is not in the vault yet: a delivery is taken back in one with the linking that follows', async () => {
  const store = preparedStore(fillMany)
  let threads = 0
  watchThreads((life) => {
    threads += 1
    unwatched(life)
  })
  const vault = (): VaultFile => ({ file: store.file, key: Buffer.from(vaultKey) })
  runLink(contextOn(store, { vault: vault() }))
  expect(threads).toBe(1)
  expect(await sourcesHandlers['sources.withdraw'](contextOn(store, { vault: vault() }), { deliveryId: 2, reason: 'verkeerd bestand' })).toEqual({ rows: 1, isLinkedAnew: true })
  expect(threads).toBe(1)
  expect(store.all('SELECT id FROM person')).toEqual([])
})
