import { drawAll } from '../assemble.ts'
import type { Hands } from '../hands.ts'
import { placesOf, type Places } from '../places.ts'
import type { TopicTask } from '../scoreTopic.ts'
import { drawRoom, type DrawRoom, type Draws } from '../simulate.ts'

/** One topic that two threads draw together: each takes the next unit nobody has, and one of them looks for the places. */
export interface SharedTopic {
  room: DrawRoom
  /** lower and upper place of each unit that was drawn */
  places: Uint32Array
  /** see {@link CLAIMED} and what follows it */
  state: Int32Array
}

/** How many units were claimed, and how many drawn. */
const CLAIMED = 0
const DRAWN = 1
/** Not zero when somebody looks for the places, and when they were found. */
const PLACING = 2
const PLACED = 3
/** Not zero when the thread beside failed. */
const GIVEN_UP = 4

/** How often whoever waits looks up. */
const LOOK_UP_MS = 50

export function shareTopic({ comparison: { units, counted }, set: { draws } }: TopicTask): SharedTopic {
  return {
    room: drawRoom({ units: units.length, indicators: counted.length, draws }, SharedArrayBuffer),
    places: new Uint32Array(new SharedArrayBuffer(2 * units.length * Uint32Array.BYTES_PER_ELEMENT)),
    state: new Int32Array(new SharedArrayBuffer((GIVEN_UP + 1) * Int32Array.BYTES_PER_ELEMENT)),
  }
}

/**
 * For the thread that scores the topic.
 * @param onWait called before every unit, and while waiting
 * @param onFailed called when the thread beside gave up; throws
 */
export function sharedHands(shared: SharedTopic, onWait: () => void, onFailed: () => never): Hands {
  const { state, room } = shared
  const waitFor = (what: number, least: number): void =>
    waitUntil(state, what, least, () => {
      if (Atomics.load(state, GIVEN_UP) !== 0) onFailed()
      onWait()
    })
  return {
    room: () => room,
    *undrawn(units) {
      for (const unit of claimed(state, units)) {
        onWait()
        yield unit
      }
      waitFor(DRAWN, units)
    },
    places: (draws) => {
      if (isFirst(state)) return placesOf(draws)
      waitFor(PLACED, 1)
      return placesIn(shared, draws)
    },
  }
}

/** For the thread beside: draws along, and looks for the places where nobody does. All it gives is what stands in the shared memory then. */
export function helpScoring({ comparison, set }: TopicTask, shared: SharedTopic): void {
  const { state, room, places } = shared
  const { draws } = drawAll(comparison, set, { room: () => room, undrawn: (units) => claimed(state, units) })
  waitUntil(state, DRAWN, draws.length, () => undefined)
  if (!isFirst(state)) return
  const found = placesOf(draws)
  draws.forEach(({ profile }, i) => {
    const { lower, upper } = found.get(profile.unit.code) ?? { lower: 0, upper: 0 }
    places.set([lower, upper], 2 * i)
  })
  reach(state, PLACED)
}

/** To be called when helping failed and was said to have: whoever waits for it need not. */
export function giveUp({ state }: SharedTopic): void {
  Atomics.store(state, GIVEN_UP, 1)
  for (const what of [DRAWN, PLACED]) Atomics.notify(state, what)
}

/** Units nobody claimed before; each is drawn when the next is asked for. */
function* claimed(state: Int32Array, units: number): Generator<number> {
  for (let unit = Atomics.add(state, CLAIMED, 1); unit < units; unit = Atomics.add(state, CLAIMED, 1)) {
    yield unit
    reach(state, DRAWN)
  }
}

/** Whether the places are for the caller to look for. */
function isFirst(state: Int32Array): boolean {
  return Atomics.add(state, PLACING, 1) === 0
}

function placesIn({ places }: SharedTopic, draws: readonly Draws[]): Places {
  return new Map(draws.map(({ profile: { unit } }, i) => [unit.code, { lower: places[2 * i] ?? 0, upper: places[2 * i + 1] ?? 0 }]))
}

function reach(state: Int32Array, what: number): void {
  Atomics.add(state, what, 1)
  Atomics.notify(state, what)
}

function waitUntil(state: Int32Array, what: number, least: number, onWait: () => void): void {
  for (let now = Atomics.load(state, what); now < least; now = Atomics.load(state, what)) {
    onWait()
    Atomics.wait(state, what, now, LOOK_UP_MS)
  }
}
