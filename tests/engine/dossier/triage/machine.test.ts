import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Criterion, TriageState, Weighing, weighingRules, type MadeWeighing, type TriageStep } from '#shared/model/triage.ts'
import { isBorne, openWays, openWeighings, standingAfter, ways } from '../../../../electron/engine/dossier/triage/machine.ts'
import { aWeighing } from '../../../fixtures/triage.ts'
import { emptyStore } from '../../../fixtures/vault.ts'

type Step = Pick<TriageStep, 'weighing' | 'move'>

const made = (weighing: Weighing, isPositive = true): Step => ({ weighing: aWeighing(weighing, isPositive), move: null })
const moved = (from: TriageState, to: TriageState): Step => ({ weighing: null, move: { from, to, destination: '', reviewOn: null } })
const reached = (...steps: Step[]): string[] => openWays(standingAfter(steps)).map(({ to }) => to)
const taken = moved('received', 'weighing')
const heavy = [made('undermining'), made('task'), made('severity')]
const researched = [taken, ...heavy, moved('weighing', 'sourceResearch')]
const confirmed = [...researched, made('hits'), moved('sourceResearch', 'confirmed')]

describe('where a signal can go', () => {
  test('follows from its weighings', () => {
    expect(reached()).toEqual(['weighing'])
    expect(reached(taken)).toEqual([])
    expect(reached(taken, made('undermining', false))).toEqual(['notHandled'])
    expect(reached(taken, made('undermining'), made('task', false))).toEqual(['notHandled'])
    expect(reached(taken, made('undermining'), made('task'))).toEqual([])
    expect(reached(taken, ...heavy)).toEqual(['toDepartment', 'toRiec', 'sourceResearch'])
    expect(reached(...researched)).toEqual(['weighing'])
    expect(reached(...researched, made('hits'))).toEqual(['confirmed', 'weighing'])
    expect(reached(...researched, made('hits', false))).toEqual(['noHit', 'weighing'])
    expect(reached(...researched, made('hits', false), moved('sourceResearch', 'noHit'))).toEqual(['notHandled', 'sourceResearch'])
    expect(reached(...confirmed)).toEqual(['sourceResearch'])
    expect(reached(...confirmed, made('sharing'))).toEqual(['toDepartment', 'toRiec', 'inCase', 'inProject', 'sourceResearch'])
    expect(reached(...confirmed, made('sharing', false))).toEqual(['sourceResearch'])
  })

  test('and the weighings come in their order, none after a negative one', () => {
    const open = (...steps: Step[]) => openWeighings(standingAfter(steps))
    expect(open()).toEqual([])
    expect(open(taken)).toEqual(['undermining'])
    expect(open(taken, made('undermining', false))).toEqual(['undermining'])
    expect(open(taken, made('undermining'))).toEqual(['undermining', 'task'])
    expect(open(taken, ...heavy)).toEqual(['undermining', 'task', 'severity'])
    expect(open(...researched)).toEqual(['hits'])
    expect(open(...confirmed)).toEqual(['sharing'])
  })

  test('a weighing made again takes those after it along, and so does going back', () => {
    const held = (...steps: Step[]) => [...standingAfter(steps).weighings.keys()]
    expect(held(taken, ...heavy, made('undermining'))).toEqual(['undermining'])
    expect(held(...confirmed, made('sharing'), moved('confirmed', 'sourceResearch'))).toEqual(['undermining', 'task', 'severity'])
    expect(held(...confirmed, moved('confirmed', 'toRiec'), moved('toRiec', 'weighing'))).toEqual([])
  })
})

test('a positive weighing is borne by something of each group, and by nothing of another weighing', () => {
  for (const weighing of Weighing.options) {
    const whole = aWeighing(weighing)
    expect(isBorne(whole)).toBe(true)
    for (const group of weighingRules[weighing].groups) {
      const without: MadeWeighing = { ...whole, criteria: whole.criteria.filter((one) => !group.includes(one)) }
      expect(isBorne(without)).toBe(false)
      expect(isBorne({ ...without, isPositive: false })).toBe(true)
    }
    const strange = Criterion.options.find((one) => !weighingRules[weighing].groups.flat().includes(one))
    if (strange) expect(isBorne({ ...whole, criteria: [...whole.criteria, strange] })).toBe(false)
  }
  expect(new Set(Weighing.options.flatMap((one) => weighingRules[one].groups.flat()))).toEqual(new Set(Criterion.options))
})

describe('whatever is tried', () => {
  const tried = fc.oneof(fc.record({ weighing: fc.constantFrom(...Weighing.options), isPositive: fc.boolean() }), fc.record({ to: fc.constantFrom(...TriageState.options) }))

  test('no case, project or RIEC is reached without the weighings it takes', () => {
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 60 }), (attempts) => {
        const steps: Step[] = []
        for (const attempt of attempts) {
          const standing = standingAfter(steps)
          if ('to' in attempt) {
            if (openWays(standing).some(({ to }) => to === attempt.to)) steps.push(moved(standing.state, attempt.to))
          } else if (openWeighings(standing).includes(attempt.weighing)) steps.push(made(attempt.weighing, attempt.isPositive))
          const { state, weighings } = standingAfter(steps)
          const isYes = (...needed: Weighing[]) => needed.every((one) => weighings.get(one)?.isPositive === true)
          if (state === 'inCase' || state === 'inProject') expect(isYes('undermining', 'task', 'severity', 'hits', 'sharing')).toBe(true)
          if (state === 'toRiec' || state === 'toDepartment' || state === 'sourceResearch') expect(isYes('undermining', 'task', 'severity')).toBe(true)
          if (state === 'notHandled') expect([...weighings.values()].some(({ isPositive }) => !isPositive)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('the vault knows the same ways, and no other', () => {
  const pairs = emptyStore().all<{ way: string }>("SELECT from_state || ' ' || to_state AS way FROM triage_way").map(({ way }) => way)
  expect(pairs.toSorted()).toEqual(ways.map(({ from, to }) => `${from} ${to}`).toSorted())
})
