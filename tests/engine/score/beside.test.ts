import { afterEach, describe, expect, it } from 'vitest'
import { newState, waitFor, WAITING } from '../../../electron/engine/beside/messages.ts'
import { ANSWERED } from '../../../electron/engine/score/beside/messages.ts'
import { newRanges } from '../../../electron/engine/score/beside/sharedRanges.ts'
import { helpScoring, sharedHands, shareTopic } from '../../../electron/engine/score/beside/sharedTopic.ts'
import { endThread, nextAnswer, order } from '../../../electron/engine/score/beside/thread.ts'
import { scoreTopics } from '../../../electron/engine/score/beside/scoreTopics.ts'
import { countBeside } from '../../../electron/engine/score/beside/countBeside.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor, measureOf } from '../../../electron/engine/score/count.ts'
import { countPerAddress, everyRange, sumOf, type Counts } from '../../../electron/engine/score/counts.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import { alone } from '../../../electron/engine/score/hands.ts'
import { drawsOf, scoreTopic, type TopicTask } from '../../../electron/engine/score/scoreTopic.ts'
import { makeHasher, topicsOf } from '../../../electron/engine/score/topics.ts'
import { bothSides, oneSide } from '../../../electron/engine/store/counting.ts'
import type { Asked } from '../../../electron/engine/store/countRanges.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { plantedTown } from '../../fixtures/scoreTown.ts'
import { preparedStore, vaultKey } from '../../fixtures/vault.ts'

const DAY = '2026-11-01'

function fill(store: Store): void {
  plantedTown(store)
}

/** Everything that is counted per address. */
function everyAsked(store: Store): Asked[] {
  const { indicators, riskBranches } = definitions()
  return indicators.flatMap((indicator) => {
    const { subject } = indicator
    const fragment = bothSides(measureOf(indicator), subject) ?? oneSide(measureOf(indicator), 'events', subject)
    return fragment.isPerAddress ? [{ fragment, by: subject, given: givenFor(store, indicator, DAY, riskBranches) }] : []
  })
}

/** In the order they are kept in. */
const ordered = ({ areas, branches }: Counts): unknown => [[...areas], [...branches]]

const failed = (): never => {
  throw new Error('the other thread failed')
}

const quiet = { report: () => undefined, checkCancelled: () => undefined }

// a thread that is ended lets go of the vault before its folder goes
afterEach(endThread)

/** As long as a thread may take to begin. */
const LONG_MS = 30_000

/** Waits until the thread has begun an order, and has answered it. */
function meet(state: Int32Array): void {
  Atomics.wait(state, 0, WAITING, LONG_MS)
  expect(waitFor(state, () => undefined)).toBe(true)
}

describe('counting in a thread beside', () => {
  it('gives, with what is counted here, the very counts that counting alone gives', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    expect(asked.length).toBeGreaterThan(5)
    const beside = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    try {
      // whichever thread takes a range, none is counted twice and none is left out
      const here = countPerAddress(store, { asked, day: DAY, next: beside.next }, () => undefined)
      const there = beside.take(() => undefined)
      const whole = countPerAddress(store, { asked, day: DAY, next: everyRange() }, () => undefined)
      expect(here.map((counts, i) => ordered(sumOf(there?.[i] ? [counts, there[i]] : [counts])))).toEqual(whole.map((counts) => ordered(sumOf([counts]))))
    } finally {
      beside.stop()
    }
  })

  it('that cannot open the vault says so', () => {
    const store = preparedStore(fill)
    const state = newState()
    const number = order({ type: 'count', vault: { file: store.file, key: new Uint8Array(48) }, asked: everyAsked(store), day: DAY, ranges: newRanges(), state })
    meet(state)
    expect(() => nextAnswer(number)).toThrow('not a database')
  })

  it('can be given up, and what it answers then is not taken for the answer to what is asked next', () => {
    const store = preparedStore(fill)
    const [first] = everyAsked(store)
    if (!first) throw new Error('nothing to count')
    countBeside({ file: store.file, key: vaultKey }, [first], DAY).stop()
    const answered = (): number => {
      const state = newState()
      const number = order({ type: 'count', vault: { file: store.file, key: Uint8Array.from(vaultKey) }, asked: [first, first], day: DAY, ranges: newRanges(), state })
      meet(state)
      return number
    }
    const [, second] = [answered(), answered()]
    expect(nextAnswer(second)).toMatchObject({ counts: [{}, {}] })
  })
})

describe('an order the thread has not come to', () => {
  it('is given up by whoever takes the answer: all is left to count here, also when the thread comes to it', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    // a thread that still starts has not come to it
    const beside = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    expect(beside.take(() => undefined)).toBeNull()
    const state = newState()
    const number = order({ type: 'count', vault: { file: store.file, key: Uint8Array.from(vaultKey) }, asked: [], day: DAY, ranges: newRanges(), state })
    meet(state)
    expect(nextAnswer(number)).toEqual({ counts: [] })
    const [here, whole] = [beside.next, everyRange()].map((next) => countPerAddress(store, { asked, day: DAY, next }, () => undefined).map((counts) => ordered(sumOf([counts]))))
    expect(here).toEqual(whole)
  })
})

describe('scoring with a thread beside', () => {
  const tasks = () => topicsOf('exact', computeScores(preparedStore(fill), DAY, quiet).input, makeHasher())

  it('gives the very numbers that scoring alone gives, whichever thread took what', () => {
    const all = tasks()
    const begun: number[] = []
    const shared = scoreTopics(all, { onTopic: (n) => void begun.push(n), checkCancelled: () => undefined }, true)
    expect(shared.map(({ resultHash }) => resultHash)).toEqual(scoreTopics(all, { onTopic: () => undefined, checkCancelled: () => undefined }, false).map(({ resultHash }) => resultHash))
    expect(begun).toEqual(begun.toSorted((a, b) => a - b))
  })

  it('gives the very numbers where one topic costs more than all others together, and both threads draw it', () => {
    const [first, ...rest] = tasks().filter((task) => drawsOf(task) > 0).toSorted((one, other) => drawsOf(other) - drawsOf(one))
    if (!first) throw new Error('nothing to score')
    for (const some of [[first], [first, ...rest.slice(-2)]]) {
      const [shared, single] = [true, false].map((isShared) => scoreTopics(some, { onTopic: () => undefined, checkCancelled: () => undefined }, isShared).map(({ resultHash }) => resultHash))
      expect(shared).toEqual(single)
    }
  })

  it('gives the very numbers where one thread draws all of a topic, whichever it is', () => {
    const [first] = tasks()
    if (!first) throw new Error('nothing to score')
    const [here, there] = [shareTopic(first), shareTopic(first)]
    helpScoring(first, there)
    for (const shared of [here, there]) expect(scoreTopic(first, sharedHands(shared, () => undefined, failed))).toEqual(scoreTopic(first, alone(() => undefined)))
  })

  it('does not wait for what a thread that failed would have drawn', () => {
    const [first] = tasks()
    if (!first) throw new Error('nothing to score')
    const shared = shareTopic(first)
    // one unit is taken, and drawn by nobody
    Atomics.add(shared.state, 0, 1)
    const number = order({ type: 'score', tasks: [{ ...first, set: { ...first.set, draws: -1 } }], shared, state: new SharedArrayBuffer(8) })
    const hands = sharedHands(shared, () => undefined, () => {
      nextAnswer(number)
      return failed()
    })
    expect(() => scoreTopic(first, hands)).toThrow('Invalid typed array length')
  })

  it('tells what went wrong there, and goes on after', () => {
    const [first] = tasks()
    if (!first) throw new Error('nothing to score')
    const answered = (task: TopicTask) => {
      const state = new Int32Array(new SharedArrayBuffer(8))
      const number = order({ type: 'score', tasks: [task], shared: null, state: state.buffer })
      Atomics.wait(state, ANSWERED, 0)
      return nextAnswer(number)
    }
    expect(() => answered({ ...first, set: { ...first.set, draws: -1 } })).toThrow('Invalid typed array length')
    expect(answered(first)).toMatchObject({ task: 0 })
  })

  it('can be given up while it runs', () => {
    const cancelled = () => {
      throw new Error('cancelled')
    }
    expect(() => scoreTopics(tasks(), { onTopic: () => undefined, checkCancelled: cancelled }, true)).toThrow('cancelled')
  })
})
