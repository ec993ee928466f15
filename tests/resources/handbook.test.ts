import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { marshallPrior, posteriorInterval, posteriorRate } from '../../electron/engine/score/statistics/shrinkage.ts'

const folder = join(import.meta.dirname, '..', '..', 'resources', 'handbook')
const page = (name: string) => readFileSync(join(folder, name), 'utf8')
const numberOf = (cell: string) => Number(cell.trim().replaceAll('.', '').replace(',', '.'))

describe('the handbook', () => {
  test.each(readdirSync(folder))('%s opens with its title', (name) => {
    expect(page(name)).toMatch(/^# \S/)
    expect(name).toMatch(/^\d\d-[a-z-]+\.md$/)
  })

  test('the worked example of the scores is what the product computes', () => {
    const rows = page('80-aandachtscores.md').split('\n').filter((line) => /^\| [A-F] \|/.test(line)).map((line) => line.split('|').slice(2, 8).map(numberOf))
    const observed = rows.map(([count = 0, exposure = 0]) => ({ count, exposure }))
    const prior = marshallPrior(observed)
    const computed = observed.map((one) => {
      const posterior = posteriorRate(one, prior)
      const { lower, upper } = posteriorInterval(posterior)
      return [one.count, one.exposure, ...[one.count / one.exposure, posterior.mean, lower, upper].map((rate) => Math.round(rate * 1e6) / 1e3)]
    })
    expect(computed).toEqual(rows)
    expect(page('80-aandachtscores.md')).toContain(`het gemiddelde is ${(prior.mean * 1000).toFixed(4).replace('.', ',')} per 1.000`)
  })

  test('the base rate it warns with is what Bayes says', () => {
    const [prevalence, sensitivity, specificity] = [0.005, 0.9, 0.95]
    const right = (prevalence * sensitivity) / (prevalence * sensitivity + (1 - prevalence) * (1 - specificity))
    expect(page('80-aandachtscores.md')).toContain(`maar ${(right * 100).toFixed(1).replace('.', ',')} % werkelijk raak`)
  })
})
