import { describe, expect, test } from 'vitest'
import { runTrial } from '../../../electron/engine/link/trial/index.ts'
import { measureClusters, measurePairs } from '../../../electron/engine/link/trial/metrics.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

describe.skipIf(!hasSharedData)(`reference sets${whySkipped}`, () => {
  test.each([['febrl1', 0.99, 0.999], ['febrl3', 0.993, 0.999], ['fake_1000', 0.97, 0.93]] as const)('%s', async (name, f1, reach) => {
    const { even, automatic, reach: reached } = await runTrial(sharedData(), name)
    expect(even.pairs.f1).toBeGreaterThanOrEqual(f1)
    expect(reached).toBeGreaterThanOrEqual(reach)
    expect(automatic.pairs.precision).toBeGreaterThanOrEqual(even.pairs.precision)
  })
})

test('the measures of a small case, by hand', () => {
  const meant = ['a', 'a', 'a', 'b', 'b', 'c']
  const made = [1, 1, 2, 3, 3, 3]
  expect(measurePairs(meant, made)).toMatchObject({ truePositive: 2, falsePositive: 2, falseNegative: 2, trueNegative: 9, precision: 0.5, recall: 0.5, f1: 0.5 })
  const clusters = measureClusters(meant, made)
  expect(clusters).toMatchObject({ found: 3, meant: 3, exact: 0 })
  expect(clusters.bCubedPrecision).toBeCloseTo((1 + 1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 6, 10)
  expect(clusters.bCubedRecall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6, 10)
})
