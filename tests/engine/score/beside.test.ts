import { afterAll, describe, expect, it } from 'vitest'
import { ANSWERED } from '../../../electron/engine/score/beside/messages.ts'
import { endThread, nextAnswer, order } from '../../../electron/engine/score/beside/thread.ts'
import { scoreTopics } from '../../../electron/engine/score/beside/scoreTopics.ts'
import { countBeside } from '../../../electron/engine/score/beside/countBeside.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { givenFor, measureOf } from '../../../electron/engine/score/count.ts'
import { countPerAddress, type Asked } from '../../../electron/engine/score/counts.ts'
import { computeScores } from '../../../electron/engine/score/run.ts'
import type { TopicTask } from '../../../electron/engine/score/scoreTopic.ts'
import { makeHasher, topicsOf } from '../../../electron/engine/score/topics.ts'
import { bothSides, oneSide } from '../../../electron/engine/store/counting.ts'
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

const quiet = { report: () => undefined, checkCancelled: () => undefined }

afterAll(endThread)

describe('counting in a thread beside', () => {
  it('gives the very counts that counting here gives, and says how far it is', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    expect(asked.length).toBeGreaterThan(5)
    const beside = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    const begun: number[] = []
    try {
      expect(beside.take((n) => void begun.push(n))).toEqual(countPerAddress(store, asked, DAY, () => undefined))
    } finally {
      beside.stop()
    }
    expect(begun.every((n) => n >= 0 && n <= asked.length)).toBe(true)
  })

  it('that cannot open the vault says so, and can be given up while it runs', () => {
    const store = preparedStore(fill)
    const asked = everyAsked(store)
    const failing = countBeside({ file: store.file, key: new Uint8Array(48) }, asked, DAY)
    expect(() => failing.take(() => undefined)).toThrow('not a database')
    failing.stop()
    const given = countBeside({ file: store.file, key: vaultKey }, asked, DAY)
    expect(() => given.take(() => {
      throw new Error('cancelled')
    })).toThrow('cancelled')
    given.stop()
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

  it('tells what went wrong there, and goes on after', () => {
    const [first] = tasks()
    if (!first) throw new Error('nothing to score')
    const answered = (task: TopicTask) => {
      const state = new Int32Array(new SharedArrayBuffer(8))
      order({ type: 'score', tasks: [task], state: state.buffer })
      Atomics.wait(state, ANSWERED, 0)
      return nextAnswer()
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
