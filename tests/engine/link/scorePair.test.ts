import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLinkModel, thresholds } from '../../../electron/engine/link/linkModel.ts'
import { makeScorer, type Say, type Scorer } from '../../../electron/engine/link/scorePair.ts'

type Said = Parameters<Say>[]
const persons = readLinkModel('persons')

/** A scorer that is told what the comparison found; `common` of every 10,000 have the value. */
function scorerFor(common: number): Scorer<Said> {
  return makeScorer<Said>(persons, (said, _other, say) => said.forEach((words) => say(...words)), { count: () => ({ count: common, of: 10_000 }) }, thresholds)
}

const scoreOf = (common: number, ...said: Said) => scorerFor(common)(said, said)

describe('one scoring function', () => {
  test('exact weighs more than normalised, normalised more than fuzzy, however common the value', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000 }), (common) => {
      const [exact = 0, normalised = 0, fuzzy = 0] = ['gelijk', 'genormaliseerd', 'lijkt'].map((level) => scoreOf(common, ['family-name', level, 'a', 'a']).weight)
      expect(exact).toBeGreaterThan(normalised)
      // agreement of any kind is never evidence against: a value half the vault has says nothing, however it is written
      if (normalised > 0) expect(normalised).toBeGreaterThan(fuzzy)
    }))
  })

  test('a rare name weighs more than a common one', () => {
    const weights = [0, 10, 100, 1_000].map((common) => scoreOf(common, ['family-name', 'gelijk', 'a', 'a']).weight)
    expect(weights).toEqual(weights.toSorted((one, other) => other - one))
    expect(weights[0]).toBeGreaterThan((weights[3] ?? 0) + 5)
  })

  test('never saturates: one more thing in common always adds', () => {
    const parts: Said = [['family-name', 'gelijk', 'a', 'a'], ['given-names', 'gelijk', 'b', 'b'], ['birth-date', 'gelijk', 'c', 'c'], ['address', 'gelijk', 'd', 'd']]
    const weights = parts.map((_, i) => scoreOf(1, ...parts.slice(0, i + 1)))
    for (const [i, { weight, completeness }] of weights.entries()) {
      expect(weight).toBeGreaterThan(weights[i - 1]?.weight ?? 0)
      expect(completeness).toBeGreaterThan(weights[i - 1]?.completeness ?? 0)
    }
    expect(weights.at(-1)?.completeness).toBeCloseTo(1, 10)
  })

  test('the parts add up to the weight', () => {
    const { weight, parts } = scoreOf(5, ['family-name', 'deel', 'a', 'a'], ['given-names', 'letters', 'j', 'j'], ['birth-date', 'verwisseld', 'x', 'y'])
    expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(weight, 10)
  })

  test('a name alone, however rare, never has what linking without a human needs', () => {
    const { hasNeeds, tier } = scoreOf(0, ['family-name', 'gelijk', 'a', 'a'], ['given-names', 'gelijk', 'b', 'b'], ['address', 'gelijk', 'd', 'd'])
    expect({ hasNeeds, tier }).toEqual({ hasNeeds: false, tier: 'exact' })
  })
})

test('every model knows the levels it needs and weighs agreement above difference', () => {
  for (const name of ['persons', 'companies', 'trial-febrl', 'trial-fake']) {
    const model = readLinkModel(name)
    for (const { comparison, levels } of model.automaticNeeds) {
      const known = Object.keys(model.comparisons.find(({ id }) => id === comparison)?.levels ?? {})
      expect(levels.filter((level) => !known.includes(level))).toEqual([])
    }
    for (const { levels } of model.comparisons) {
      const [first, last] = [Object.values(levels)[0], Object.values(levels).at(-1)]
      if (levels['anders'] && first && last) expect(first.m / first.u).toBeGreaterThan(last.m / last.u)
    }
  }
})
