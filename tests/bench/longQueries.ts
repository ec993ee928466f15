import { monitorEventLoopDelay } from 'node:perf_hooks'
import { timed } from './clock.ts'
import { measured, type Measurement } from './measurement.ts'
import type { BenchEngine } from './workshop.ts'

const HEARD_MS = 5

/**
 * What is asked about one area or branch and takes longest: how soon each is answered, and how long the engine heard nobody else meanwhile.
 * @param of how large the vault is, in words
 */
export async function* longQueries(group: string, vault: BenchEngine, of: string): AsyncGenerator<Measurement> {
  const silence = monitorEventLoopDelay({ resolution: HEARD_MS })
  silence.enable()
  const area = { level: 'buurt', phenomenon: 'vastgoed', code: await firstOf(vault, 'buurt', 'vastgoed') } as const
  const branch = await firstOf(vault, 'group', 'witwassen')
  const asked: [name: string, ask: () => Promise<unknown>][] = [
    ['verloop van een indicator', () => vault.ask('score.trend', { ...area, indicator: 'prijssprong-gebied' })],
    ['rijen achter een telling', () => vault.ask('score.evidence', { ...area, indicator: 'ondoorzichtige-eigenaar-gebied', offset: 0, limit: 200 })],
    ['weglating', () => vault.ask('score.counterfactual', area)],
    ['patronen', () => vault.ask('area.patterns', { phenomenon: 'vastgoed' })],
    ['spreiding van een branche', () => vault.ask('branch.concentration', { branch, level: 'buurt' })],
  ]
  for (const [name, ask] of asked) yield measured(group, `${name}, ${of}`, { value: (await timed(ask)).ms / 1000, unit: 's' })
  silence.disable()
  yield measured(group, `langste stilte van de motor bij deze vragen en de rangorde, ${of}`, {
    value: silence.max / 1e6, unit: 'ms', goal: { of: 'value', must: 'at most', figure: 200, words: '≤ 200 ms' },
  })
}

async function firstOf(vault: BenchEngine, level: 'buurt' | 'group', phenomenon: 'vastgoed' | 'witwassen'): Promise<string> {
  const [first] = await vault.ask('score.ranking', { level, phenomenon })
  if (!first) throw new Error(`no ${level} was scored`)
  return first.code
}
