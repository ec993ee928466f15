import { describe, expect, it } from 'vitest'
import { dirichletDraw, logGammaStream, normalStream, randomStream } from '../../../../electron/engine/score/statistics/random.ts'

const DRAWS = 200_000

function moments(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return { mean, variance: values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / values.length }
}

describe('random stream', () => {
  it('gives these numbers for this seed, on every machine', () => {
    const random = randomStream('1|buurt|hennep|BU00340101')
    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.43355692899785936,
        0.05017550755292177,
        0.36455601756460965,
      ]
    `)
  })

  it('is even over 0…1 and another seed gives another stream', () => {
    const random = randomStream('een')
    const { mean, variance } = moments(Array.from({ length: DRAWS }, random))
    expect(mean).toBeCloseTo(0.5, 2)
    expect(variance).toBeCloseTo(1 / 12, 3)
    expect(randomStream('twee')()).not.toBe(randomStream('een')())
  })
})

describe('draws', () => {
  it.each([0.2, 0.9, 1, 3.7, 40, 2500])('of a gamma distribution with shape %f have its mean and variance', (shape) => {
    const random = randomStream(`gamma ${shape}`)
    const logGamma = logGammaStream(shape, random, normalStream(random))
    const { mean, variance } = moments(Array.from({ length: DRAWS }, () => Math.exp(logGamma()) / shape))
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(shape * DRAWS))
    expect(Math.abs(variance * shape - 1)).toBeLessThan(0.1)
  })

  it('of weights sum to one and vary a quarter around weights of average size', () => {
    const random = randomStream('weights')
    const normal = normalStream(random)
    const weights = [0.2, 0.2, 0.2, 0.2, 0.2]
    const draws = Array.from({ length: 20_000 }, () => dirichletDraw(weights, 0.25, random, normal))
    expect(draws.every((one) => Math.abs(one.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-12)).toBe(true)
    const first = moments(draws.map((one) => one[0] ?? 0))
    expect(first.mean).toBeCloseTo(0.2, 2)
    expect(Math.sqrt(first.variance) / first.mean).toBeCloseTo(0.25, 2)
    expect(dirichletDraw([1], 0.25, random, normal)).toEqual([1])
  })
})
