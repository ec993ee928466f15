import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorSet } from '#shared/model/indicator.ts'
import { assemble, type Outcome } from '../../../electron/engine/score/assemble.ts'
import type { Counted, Unit } from '../../../electron/engine/score/compose.ts'
import { definitions } from '../../../electron/engine/score/definitions.ts'
import { alone } from '../../../electron/engine/score/hands.ts'
import { posteriorInterval } from '../../../electron/engine/score/statistics/shrinkage.ts'

const { set, indicators } = definitions()
const few: IndicatorSet = { ...set, draws: 200 }

/** Events per unit, each unit of so many vestigingen, for one indicator after another. */
function outcomeOf(events: readonly (readonly number[])[], exposures: readonly number[]): Outcome {
  const groups = [{ key: 'all', label: 'alle' }]
  const units: Unit[] = exposures.map((exposure, i) => ({ code: `2008:${100 + i}`, name: `Branche ${i}`, parent: null, groups, exposure }))
  const counted = events.flatMap((counts, k): Counted[] => {
    const indicator = indicators[k]
    if (!indicator) return []
    return [{ indicator: { ...indicator, weight: 10 + 5 * k }, unavailable: null, silent: null, counts: new Map(units.map(({ code, exposure }, i) => [code, { count: counts[i] ?? 0, exposure }])) }]
  })
  return assemble({ view: 'exact', level: 'group', phenomenon: 'hennep', units, counted, context: [] }, few, alone(() => undefined))
}

/** Small groups of very different sizes; most count nothing. */
const somewhere = fc.integer({ min: 8, max: 40 }).chain((size) =>
  fc.record({
    exposures: fc.array(fc.oneof(fc.integer({ min: 10, max: 30 }), fc.integer({ min: 10, max: 5000 })), { minLength: size, maxLength: size }),
    events: fc.array(fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)), { minLength: size, maxLength: size }), { minLength: 1, maxLength: 5 }),
  }),
)

function outside({ scores, parts }: Outcome): unknown[] {
  return [
    ...scores.filter(({ score, lower, upper }) => score !== null && !((lower ?? Infinity) <= score && score <= (upper ?? -Infinity))),
    ...scores.filter(({ rank, rankLower, rankUpper }) => rank !== null && !((rankLower ?? Infinity) <= rank && rank <= (rankUpper ?? -Infinity))),
    ...parts.filter(({ shrunkRate, lower, upper }) => !(lower <= shrunkRate && shrunkRate <= upper)),
  ]
}

describe('a score, a place and a shrunk rate', () => {
  it('lie in their own intervals, however few events there are', () => {
    fc.assert(
      fc.property(somewhere, ({ exposures, events }) => {
        expect(outside(outcomeOf(events, exposures))).toEqual([])
      }),
      { numRuns: 150, seed: 4 },
    )
  })

  it('do so where the draws alone leave the score out: branches of ten vestigingen, of which a few count something', () => {
    const outcome = outcomeOf([[0, 4, 0, 0, 0, 0, 0, 0], [0, 0, 3, 0, 0, 0, 0, 0], [0, 0, 0, 9, 0, 0, 0, 0]], Array.from({ length: 8 }, () => 10))
    expect(outside(outcome)).toEqual([])
    // the bound is the score itself: beyond 95 % of the draws
    expect(outcome.scores.filter(({ score, upper }) => score !== null && score === upper).length).toBeGreaterThan(0)
  })

  it('of a rate of which next to nothing is known, the mean lies beyond the gamma interval', () => {
    const { lower, upper } = posteriorInterval({ mean: 0.003 / 50, gamma: { shape: 0.003, rate: 50 } })
    expect([lower, upper]).toEqual([0, 0.003 / 50])
  })
})
