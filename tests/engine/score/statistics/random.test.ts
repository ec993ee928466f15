import { describe, expect, it } from 'vitest'
import { gammaQuantile } from '../../../../electron/engine/score/statistics/gammaFunction.ts'
import { dirichletDraws, drawLogGamma } from '../../../../electron/engine/score/statistics/gammaDraws.ts'
import { randomStream } from '../../../../electron/engine/score/statistics/random.ts'

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
    const values = new Float64Array(DRAWS)
    drawLogGamma(values, shape, `gamma ${shape}`)
    const { mean, variance } = moments([...values].map((value) => Math.exp(value) / shape))
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(shape * DRAWS))
    expect(Math.abs(variance * shape - 1)).toBeLessThan(0.1)
  })

  it('of weights sum to one and vary a quarter around weights of average size', () => {
    const drawn = dirichletDraws([0.2, 0.2, 0.2, 0.2, 0.2], 0.25, 20_000, 'weights')
    expect([...(drawn[0] ?? [])].every((_, draw) => Math.abs(drawn.reduce((sum, values) => sum + (values[draw] ?? 0), 0) - 1) < 1e-12)).toBe(true)
    const first = moments([...(drawn[0] ?? [])])
    expect(first.mean).toBeCloseTo(0.2, 2)
    expect(Math.sqrt(first.variance) / first.mean).toBeCloseTo(0.25, 2)
    expect(dirichletDraws([1], 0.25, 2, 'weights')).toEqual([Float64Array.of(1, 1)])
  })

  it('of a gamma distribution lie as its cumulative distribution says, to the ends of the tail', () => {
    const values = new Float64Array(DRAWS)
    for (const shape of [0.5, 5, 60]) {
      drawLogGamma(values, shape, `tail ${shape}`)
      for (const share of [0.0005, 0.01, 0.3, 0.9, 0.9995]) {
        const bound = Math.log(gammaQuantile(share, shape))
        const below = values.reduce((n, value) => n + Number(value <= bound), 0)
        expect(Math.abs(below - DRAWS * share)).toBeLessThan(5 * Math.sqrt(DRAWS * share * (1 - share)))
      }
    }
  })
})
