import { describe, expect, it } from 'vitest'
import { standardiseIndirectly } from '../../../../electron/engine/score/statistics/standardise.ts'

const strata = (events: number[], exposure: number[]) => events.map((one, k) => ({ events: one, exposure: exposure[k] ?? 0 }))

describe('indirect standardisation', () => {
  const first = standardiseIndirectly(strata([30, 25, 25, 15], [100, 100, 110, 90]), strata([100, 45, 120, 100], [1000, 900, 1000, 900]))
  const second = standardiseIndirectly(strata([33, 21, 30, 20], [100, 90, 110, 90]), strata([50, 30, 200, 80], [1000, 900, 1000, 900]))

  it('gives the printed ratios and expected counts', () => {
    expect([first.expected.toFixed(1), second.expected.toFixed(1)]).toEqual(['38.2', '38.0'])
    expect([first.ratio.toFixed(4), second.ratio.toFixed(4)]).toEqual(['2.4869', '2.7368'])
  })

  it('gives the printed rates and intervals', () => {
    const standard = strata([100, 45, 120, 100, 50, 30, 200, 80], [1000, 900, 1000, 900, 1000, 900, 1000, 900])
    const crude = standard.reduce((sum, one) => sum + one.events, 0) / standard.reduce((sum, one) => sum + one.exposure, 0)
    expect([(first.ratio * crude).toFixed(6), (second.ratio * crude).toFixed(6)]).toEqual(['0.237238', '0.261080'])
    expect([first.lower.toFixed(4), first.upper.toFixed(4)]).toEqual(['2.0120', '3.0402'])
    expect([second.lower.toFixed(4), second.upper.toFixed(4)]).toEqual(['2.2361', '3.3162'])
  })
})
