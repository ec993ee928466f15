import { type AttentionScore, Phenomenon } from '#shared/model/score.ts'
import type { ScoreInput } from '../../electron/engine/score/input.ts'
import { computeScores } from '../../electron/engine/score/run.ts'
import { comparisonOf } from '../../electron/engine/score/topics.ts'
import { DEMO_DAY } from '../../electron/engine/today.ts'
import { measured, type Measurement, type Size } from './measurement.ts'
import { withStore } from './store.ts'
import { demoVault, smallDemoVault, type DemoVault } from './workshop.ts'

/** Where numbers are small a raw rate is led by chance; how much a score does better is told for a small and a larger municipality. */
export async function* plantedAreas(group: string, size: Size): AsyncGenerator<Measurement> {
  yield* judged(group, await smallDemoVault())
  yield* judged(group, await demoVault(size))
}

/** What was planted against what is classed as higher, beside as many buurten from the top of a ranking on raw rates. */
async function* judged(group: string, vault: DemoVault): AsyncGenerator<Measurement> {
  const of = `${vault.addresses.toLocaleString('nl-NL')} adressen`
  const { input } = await withStore(vault, (store) => computeScores(store, DEMO_DAY, { report: () => undefined, checkCancelled: () => undefined }))
  for (const phenomenon of Phenomenon.options) {
    const raw = rawRates(input, phenomenon)
    const codes = new Set(vault.truth.areas[phenomenon])
    const ranking = await vault.ask('score.ranking', { level: 'buurt', phenomenon })
    const byScore = ranking.toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity))
    const byRawRate = ranking.toSorted((a, b) => (raw.get(b.code) ?? 0) - (raw.get(a.code) ?? 0))
    const hits = (list: readonly AttentionScore[]) => list.filter(({ code }) => codes.has(code)).length
    const higher = ranking.filter((one) => one.class === 'higher')
    const asMany = byRawRate.slice(0, higher.length)
    const shares: [string, number, number][] = [
      [`precisie van 'hoger'`, share(hits(higher), higher.length), share(hits(asMany), higher.length)],
      [`recall van 'hoger'`, share(hits(higher), codes.size), share(hits(asMany), codes.size)],
      ['aandeel van de geplante buurten bovenaan', share(hits(byScore.slice(0, codes.size)), codes.size), share(hits(byRawRate.slice(0, codes.size)), codes.size)],
    ]
    for (const [name, value, plain] of shares) {
      yield measured(group, `${phenomenon}: ${name}, ${of}`, { value, unit: 'aandeel', reference: { name: 'evenveel buurten op ruwe cijfers, dezelfde indicatoren en gewichten', value: plain } })
    }
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** Per buurt how many times the usual rate it has, over the same indicators with the same weights and the exact counts, but nothing shrunk or left out. */
function rawRates(input: ScoreInput, phenomenon: Phenomenon): Map<string, number> {
  const { units, counted } = comparisonOf(input, { view: 'exact', level: 'buurt', phenomenon })
  const usual = counted.map(({ counts }) => {
    const all = [...counts.values()]
    return share(all.reduce((sum, { count }) => sum + count, 0), all.reduce((sum, { exposure }) => sum + exposure, 0))
  })
  return new Map(
    units.map(({ code }) => {
      let [sum, weights] = [0, 0]
      counted.forEach(({ indicator, counts }, k) => {
        const own = counts.get(code)
        if (!own || own.exposure === 0 || !usual[k]) return
        sum += indicator.weight * (own.count / own.exposure / usual[k])
        weights += indicator.weight
      })
      return [code, share(sum, weights)]
    }),
  )
}
