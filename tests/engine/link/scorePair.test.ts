import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelWeight, readLinkModel, thresholds } from '../../../electron/engine/link/linkModel.ts'
import { withObserved } from '../../../electron/engine/link/trial/estimate.ts'
import { makeScorer, type Say, type Scorer } from '../../../electron/engine/link/scorePair.ts'
import { pairPartsIn, writtenPairParts } from '../../../electron/engine/link/pairParts.ts'

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

  test('a less exact level weighs half a bit less than the same values would exactly, however seldom it was counted among others', () => {
    const levels = { gelijk: { m: 0.5, u: 0.01 }, bijna: { m: 0.4, u: 0.0001 }, anders: { m: 0.1, u: 0.98 } }
    const model = { ...persons, automaticNeeds: [], excludes: [], comparisons: [{ id: 'birth-date', label: '', chains: [['gelijk', 'bijna', 'anders']], byFrequency: ['gelijk', 'bijna'], countedAs: {}, optional: false, levels }] }
    const score = makeScorer<Said>(model, (said, _other, say) => said.forEach((words) => say(...words)), { count: () => ({ count: 100, of: 10_000 }) }, thresholds)
    const [exact = 0, almost = 0] = ['gelijk', 'bijna'].map((level) => { const said: Said = [['birth-date', level, 'a', 'a']]; return score(said, said).weight })
    expect(exact - almost).toBeCloseTo(0.5, 10)
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

  test('a name alone, however rare, never has what linking without a human needs; with the address it has, where no birth date tells otherwise', () => {
    const names: Said = [['family-name', 'gelijk', 'a', 'a'], ['given-names', 'gelijk', 'b', 'b']]
    const needs = (...more: Said): boolean => scoreOf(0, ...names, ...more).hasNeeds
    expect(needs()).toBe(false)
    expect(needs(['address', 'gelijk', 'd', 'd'])).toBe(true)
    expect(needs(['address', 'gelijk', 'd', 'd'], ['birth-date', 'zelfdeJaar', '1980-05-17', '1980-11-02'])).toBe(false)
    expect(scoreOf(0, ['family-name', 'gelijk', 'a', 'a'], ['given-names', 'deels', 'b', 'b'], ['address', 'gelijk', 'd', 'd']).hasNeeds).toBe(false)
  })

  test('the frequency that counts is that of all given names together where they all are the same', () => {
    const score = makeScorer<Said>(persons, (said, _other, say) => said.forEach((words) => say(...words)), { count: (of) => ({ count: of === 'all-given-names' ? 2 : 500, of: 10_000 }) }, thresholds)
    const [all, first] = (['gelijk', 'deels'] as const).map((level) => { const said: Said = [['given-names', level, 'jan pieter', 'jan pieter']]; return score(said, said).weight })
    expect(all).toBeGreaterThan((first ?? 0) + 5)
  })

  test('a year of birth is enough of a date only for who stands at the same address', () => {
    const names: Said = [['family-name', 'gelijk', 'a', 'a'], ['given-names', 'gelijk', 'b', 'b'], ['birth-date', 'jaar', '1980', '1980-05-17']]
    expect([scoreOf(0, ...names).hasNeeds, scoreOf(0, ...names, ['address', 'gelijk', 'd', 'd']).hasNeeds]).toEqual([false, true])
  })

  test('other given names are never proposed, however much the rest agrees: that is how twins are written', () => {
    expect(scoreOf(0, ['given-names', 'anders', 'a', 'b'], ['family-name', 'gelijk', 'c', 'c'], ['birth-date', 'gelijk', 'd', 'd'], ['address', 'gelijk', 'e', 'e']).isExcluded).toBe(true)
  })
})

describe.each(['persons', 'companies', 'trial-febrl', 'trial-fake'])('the weights in %s', (name) => {
  const model = readLinkModel(name)

  test('name only levels there are', () => {
    for (const { comparison, levels } of [...model.automaticNeeds.flat(), ...model.excludes]) {
      const known = Object.keys(model.comparisons.find(({ id }) => id === comparison)?.levels ?? {})
      expect(levels.filter((level) => !known.includes(level))).toEqual([])
    }
    for (const { chains, levels, optional } of model.comparisons) if (!optional) expect(new Set(chains.flat())).toEqual(new Set(Object.keys(levels)))
  })

  test('never rise where two are less alike', () => {
    for (const { id, chains, levels } of model.comparisons) {
      for (const chain of chains) {
        const weights = chain.map((level) => Math.round(levelWeight(levels[level] ?? { m: 1, u: 1 }) * 100))
        expect({ id, chain, weights }).toEqual({ id, chain, weights: weights.toSorted((one, other) => other - one) })
        expect(weights[0]).toBeGreaterThan(weights.at(-1) ?? 0)
      }
    }
  })
})

test('a level that was counted above a more alike one is taken together with it', () => {
  const level = { m: 0.5, u: 0.5 }
  const model = { ...persons, comparisons: [{ id: 'birth-date', label: '', chains: [['gelijk', 'maand', 'jaar', 'anders']], byFrequency: [], countedAs: {}, optional: false, levels: { gelijk: level, maand: level, jaar: level, anders: level } }] }
  const counted = (counts: Record<string, number>) => new Map([['birth-date', new Map(Object.entries(counts))]])
  const [estimated] = withObserved(model, { same: counted({ gelijk: 900, maand: 0, jaar: 95, anders: 3 }), other: counted({ gelijk: 1, maand: 4, jaar: 9, anders: 984 }) }).comparisons
  const weights = Object.entries(estimated?.levels ?? {}).map(([id, own]) => [id, levelWeight(own).toFixed(1)])
  // 0.5 + 95.5 of 1000 against 4.5 + 9.5 of 1000
  expect(weights).toEqual([['gelijk', '9.2'], ['maand', '2.8'], ['jaar', '2.8'], ['anders', '-8.1']])
})

test('what a pair was weighed by is read as it was written', () => {
  const text = fc.oneof(fc.constantFrom('', 'jan'), fc.string())
  const part = fc.record({ comparison: text, level: text, weight: fc.integer({ min: -9_999, max: 9_999 }).map((hundredths) => hundredths / 100), left: text, right: text })
  fc.assert(fc.property(fc.array(part), (parts) => {
    expect(pairPartsIn(writtenPairParts(parts))).toEqual(parts)
  }))
})
