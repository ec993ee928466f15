import { expect, test } from 'vitest'
import { measureClusters, measurePairs } from '../../../electron/engine/link/trial/metrics.ts'

test('the measures of a small case, by hand', () => {
  const meant = ['a', 'a', 'a', 'b', 'b', 'c']
  const made = [1, 1, 2, 3, 3, 3]
  expect(measurePairs(meant, made)).toMatchObject({ truePositive: 2, falsePositive: 2, falseNegative: 2, trueNegative: 9, precision: 0.5, recall: 0.5, f1: 0.5 })
  const clusters = measureClusters(meant, made)
  expect(clusters).toMatchObject({ found: 3, meant: 3, exact: 0 })
  expect(clusters.bCubedPrecision).toBeCloseTo((1 + 1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 6, 10)
  expect(clusters.bCubedRecall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6, 10)
})
