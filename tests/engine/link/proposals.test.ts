import { expect, test } from 'vitest'
import { thresholds } from '../../../electron/engine/link/linkModel.ts'
import type { FoundPair } from '../../../electron/engine/link/linkSet.ts'
import { worthAsking } from '../../../electron/engine/link/proposals.ts'

/** Four records; 1 and 2 can never be one, nor can 2 and 3. */
const contradicts = (one: number, other: number): boolean => [[1, 2], [2, 3]].some(([left, right]) => Math.min(one, other) === left && Math.max(one, other) === right)
const pair = (left: number, right: number, weight: number, hasNeeds = false): FoundPair => ({ left, right, weight, isContradicted: false, score: { weight, completeness: 1, tier: 'exact', hasNeeds, isExcluded: false, parts: [] } })

/** Just enough to ask about. */
const WEAK = thresholds.proposal + 0.5

/** Which of the pairs are worth asking about. @param clusterOf cluster per record, each by itself when left out */
function asked(pairs: readonly FoundPair[], clusterOf = [0, 1, 2, 3]): string[] {
  const isWorth = worthAsking({ contradicts, thresholds }, pairs, { clusterOf: Int32Array.from(clusterOf), refused: [] })
  return pairs.filter(isWorth).map(({ left, right }) => `${left}-${right}`)
}

test('a name that fits two who cannot be one is asked about neither, however telling; the better of two still is', () => {
  expect(asked([pair(0, 1, WEAK)])).toEqual(['0-1'])
  expect(asked([pair(0, 1, WEAK), pair(0, 2, WEAK)])).toEqual([])
  expect(asked([pair(0, 1, 20), pair(0, 2, 20)])).toEqual([])
  expect(asked([pair(0, 1, WEAK + 2.5), pair(0, 2, WEAK)])).toEqual(['0-1'])
})

test('two that may well be one with each other are no rivals', () => expect(asked([pair(0, 1, WEAK), pair(0, 3, WEAK)])).toEqual(['0-1', '0-3']))

test('with more than a name in common both are asked about: who of the two it is, a human says', () => {
  expect(asked([pair(0, 1, WEAK, true), pair(0, 2, WEAK, true)])).toEqual(['0-1', '0-2'])
})

test('what follows from the answers is not asked, the weakest of three; where they cannot all be yes it is', () => {
  expect(asked([pair(0, 1, 20), pair(0, 3, 15), pair(1, 3, 10)])).toEqual(['0-1', '0-3'])
  expect(asked([pair(0, 1, 20, true), pair(0, 2, 15, true), pair(1, 3, 10, true), pair(0, 3, 8, true)])).toEqual(['0-1', '0-2', '1-3'])
  expect(asked([pair(0, 1, 20, true), pair(0, 2, 15, true), pair(1, 4, 12, true), pair(2, 4, 10, true), pair(0, 4, 8, true)], [0, 1, 2, 3, 4])).toEqual(['0-1', '0-2', '1-4', '2-4'])
})

test('what would bring a contradiction together is never asked: the one already belongs to another', () => expect(asked([pair(0, 2, 20, true)], [0, 0, 2, 3])).toEqual([]))
