import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { jaro, jaroWinkler, levenshtein, levenshteinSimilarity, typingDistance } from '../../../electron/engine/link/similarity.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 10 })

test('published values', () => {
  // Winkler 1990: MARTHA/MARHTA and DIXON/DICKSONX
  expect(jaro('martha', 'marhta')).toBeCloseTo(0.9444, 4)
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
  expect([levenshtein('kitten', 'sitting'), typingDistance('jansen', 'jasnen'), levenshtein('jansen', 'jasnen'), levenshteinSimilarity('', '')]).toEqual([3, 1, 2, 0])
})

describe('for any words', () => {
  test('similarities lie between 0 and 1, are 1 for equal words only, and do not depend on the order', () => {
    fc.assert(fc.property(word, word, (one, other) => {
      for (const similar of [jaro, jaroWinkler, levenshteinSimilarity]) {
        expect(similar(one, other)).toBeCloseTo(similar(other, one), 12)
        expect(similar(one, other)).toBeGreaterThanOrEqual(0)
        expect(similar(one, other) === 1).toBe(one === other && one !== '')
      }
      expect(jaroWinkler(one, other)).toBeGreaterThanOrEqual(jaro(one, other))
    }))
  })

  test('distances are those of a metric; swapping neighbours is never dearer than changing them', () => {
    fc.assert(fc.property(word, word, word, (one, other, third) => {
      expect(levenshtein(one, other)).toBe(levenshtein(other, one))
      expect(levenshtein(one, third)).toBeLessThanOrEqual(levenshtein(one, other) + levenshtein(other, third))
      expect(typingDistance(one, other)).toBeLessThanOrEqual(levenshtein(one, other))
      expect(levenshtein(one, other)).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
    }))
  })
})

test.skipIf(!hasSharedData)(`the counts of the recordlinkage guide for febrl1${whySkipped}`, () => {
  const [headings = [], ...cells]: string[][] = parse(readFileSync(sharedData('er_febrl', 'dataset1.csv'), 'utf8'), { trim: true })
  const column = (name: string): string[] => cells.map((row) => row[headings.indexOf(name)] ?? '')
  const [given, surname, birth, suburb, state, address] = ['given_name', 'surname', 'date_of_birth', 'suburb', 'state', 'address_1'].map(column)
  const equal = (values: string[] | undefined, i: number, j: number): number => (values?.[i] !== '' && values?.[i] === values?.[j] ? 1 : 0)
  const scores = new Map<number, number>()
  for (let i = 0; i < cells.length; i += 1) {
    for (let j = i + 1; j < cells.length; j += 1) {
      if (equal(given, i, j) === 0) continue
      const names = [surname?.[i] ?? '', surname?.[j] ?? ''] as const
      const streets = [address?.[i] ?? '', address?.[j] ?? ''] as const
      const score = 1 + (jaroWinkler(...names) >= 0.85 ? 1 : 0) + equal(birth, i, j) + equal(suburb, i, j) + equal(state, i, j) + (levenshteinSimilarity(...streets) >= 0.85 ? 1 : 0)
      scores.set(score, (scores.get(score) ?? 0) + 1)
    }
  }
  const counts = [6, 5, 4, 3, 2, 1].map((score) => scores.get(score) ?? 0)
  expect(counts).toEqual([142, 145, 30, 9, 376, 1380])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2082)
  expect(counts.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(317)
})
