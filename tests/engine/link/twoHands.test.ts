import { afterEach, expect, test } from 'vitest'
import { newClaims } from '../../../electron/engine/beside/claims.ts'
import { newState, waitFor, WAITING } from '../../../electron/engine/beside/messages.ts'
import { listTraits, makeTraitLists } from '../../../electron/engine/link/addition/traits.ts'
import { findCandidates, MOST_IN_BLOCK } from '../../../electron/engine/link/candidates.ts'
import { countPersons } from '../../../electron/engine/link/countedPersons.ts'
import { alone, type Hands } from '../../../electron/engine/link/findPairs.ts'
import { joinPersons } from '../../../electron/engine/link/joinPersons.ts'
import type { Pace } from '../../../electron/engine/link/pace.ts'
import { groupPersons } from '../../../electron/engine/link/personGroups.ts'
import { personKeys } from '../../../electron/engine/link/personKeys.ts'
import { personSet, type PersonsToLink } from '../../../electron/engine/link/personSet.ts'
import { RECORDS_AT_ONCE } from '../../../electron/engine/link/ruleIndex.ts'
import { along } from '../../../electron/engine/link/share/thread.ts'
import { twoHands, type Halves } from '../../../electron/engine/link/share/twoHands.ts'
import type { Store, Value } from '../../../electron/engine/store/database.ts'
import { readPackedPart } from '../../../electron/engine/store/linkIndex.ts'
import { makeTown } from '../../bench/linking/town.ts'
import { fillTown } from '../../bench/linking/townVault.ts'
import { townColumns } from '../../fixtures/townColumns.ts'
import { preparedStore } from '../../fixtures/vault.ts'

const TODAY = '2026-11-01'
const town = makeTown(700, 5)
/** As long as a thread may take to begin; a test that waited for nothing fails. */
const LONG_MS = 30_000
const AT_ONCE = 100

function personsOfTown(): PersonsToLink {
  const columns = townColumns(town.persons, TODAY)
  const keys = personKeys(columns)
  return { columns, units: groupPersons(columns, keys), fillerNames: keys.fillerNames, apart: new Set(['3 4', '4 3']), ...countPersons(columns) }
}

const persons = personsOfTown()

/** What is found, and of how many persons this thread looked for the keys. @param meet is called at the first range of persons and of pairs that it takes */
async function found(halves: Halves | null, meet: (state: Int32Array) => void = () => undefined) {
  let [seen, onRange] = [0, (): void => undefined]
  const traits = makeTraitLists(persons.units.count)
  const see: Parameters<typeof personSet>[1]['see'] = (person, place) => {
    seen += 1
    listTraits(traits, person, place)
  }
  const set = personSet(persons, { see, beat: () => onRange() })
  const two = halves && twoHands(persons, traits, set, halves)
  const hands: Hands = two ?? alone(set)
  try {
    if (halves) onRange = () => meet(halves.persons.state)
    const indexes = hands.indexes()
    const candidates = findCandidates(set, indexes, MOST_IN_BLOCK)
    if (halves) onRange = () => meet(halves.pairs.state)
    return { seen, what: { indexes, candidates, pairs: hands.pairs(candidates), traits } }
  } finally {
    await two?.end()
  }
}

function newHalves(): Halves {
  return { persons: { atOnce: AT_ONCE, state: newState() }, pairs: { atOnce: AT_ONCE, state: newState() } }
}

/** Until the other thread has done all that was left. */
function untilDone(state: Int32Array): void {
  while (Atomics.load(state, 0) === WAITING) expect(Atomics.wait(state, 0, WAITING, LONG_MS)).not.toBe('timed-out')
  waitFor(state, () => undefined)
}

test('two threads find what one finds, where the other does nearly all of it', async () => {
  const one = await found(null)
  expect(one.seen).toBe(persons.units.count)
  expect(one.what.pairs.length).toBeGreaterThan(AT_ONCE)
  const two = await found(newHalves(), untilDone)
  expect(two.seen).toBe(AT_ONCE)
  expect(two.what).toEqual(one.what)
})

test('one thread does all of it where the other had not begun', async () => {
  const halves = newHalves()
  expect(waitFor(halves.persons.state, () => undefined)).toBe(false)
  expect(await found(halves)).toEqual(await found(null))
})

/** Of more persons than one thread takes at once. */
const large = makeTown(11_000, 5)

function fill(store: Store): void {
  store.write((writer) => fillTown(writer, large))
}

/** Waits until the thread has done all that was asked of it: it comes to one order after another. */
function caughtUp(): void {
  const state = newState()
  along.order({ type: 'weigh', candidates: { count: 0, pairs: new Float64Array() }, claims: newClaims(), atOnce: AT_ONCE, state })
  untilDone(state)
}

/** What stands in a vault of which the persons were joined. @param shareFrom from how many on by two threads @param onBeat called now and then while they compare */
function joined(shareFrom: number, onBeat: () => void): Record<string, Value>[][] {
  const store = preparedStore(fill)
  let isComparing = false
  const pace: Pace = { start: (step) => void (isComparing = step === 'Personen vergelijken'), advance: () => isComparing && onBeat() }
  store.write((writer) => joinPersons(writer, pace, TODAY, { keepFrom: 0, shareFrom }))
  expect(readPackedPart(store, 'person', { part: 0, name: 'unit rows' })?.length).toBeGreaterThan(RECORDS_AT_ONCE)
  return ['person', 'entity_record', 'link_pair', 'link_index', 'link_done'].map((table) => store.all<Record<string, Value>>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`))
}

afterEach(along.end)

test('a vault joined by two threads is the vault joined by one', () => {
  expect(joined(0, caughtUp)).toEqual(joined(Infinity, () => undefined))
})
