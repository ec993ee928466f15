import { Phenomenon } from '#shared/model/score.ts'
import { quantile, timed, timeEach } from '../clock.ts'
import { countingTwice } from '../plainCounting.ts'
import { fillLargeTown, type TownSize } from '../largeTown.ts'
import { measured, type Group, type Measurement, type Size } from '../measurement.ts'
import { takeInSignal } from '../oneSignal.ts'
import { withStore } from '../store.ts'
import { plantedAreas } from '../plantedAreas.ts'
import { benchEngine, workshop, type BenchEngine } from '../workshop.ts'

const GROUP = 'scoren'
const inDutch = (value: number): string => value.toLocaleString('nl-NL')

/** The town for which the issue gives its figures, and a small one of the same shape. */
const sizes: Record<Size, TownSize> = {
  vol: { areas: 238, addresses: 100_000, companies: 30_000, facts: 1_000_000 },
  klein: { areas: 238, addresses: 10_000, companies: 3_000, facts: 100_000 },
}

export const scores: Group = {
  name: 'scoren',
  async *measure(size) {
    yield* wholeRun(size)
    yield* plantedAreas(GROUP, size)
  },
}

const SIGNALS = 5

/** Through the contract: a set is made, and the list it changes is read. */
async function scoreAndRead(vault: BenchEngine): Promise<void> {
  await vault.ask('score.run', {})
  await vault.ask('score.ranking', { level: 'buurt', phenomenon: 'hennep' })
}

/** Everything that is scored, over a town that was filled with SQL alone; then what one explanation takes. */
async function* wholeRun(size: Size): AsyncGenerator<Measurement> {
  const town = sizes[size]
  const vault = await benchEngine('scoren')
  await withStore(vault, (store) => fillLargeTown(store, town), 'job')
  await vault.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  const counting = await withStore(vault, (store) => countingTwice(store, workshop('scoren-onversleuteld.sqlite')))
  // the worker of long jobs is up by then: something was taken in before
  await vault.ask('score.verify', {})
  const { ms } = await timed(() => vault.ask('score.run', {}))
  const of = `${inDutch(town.addresses)} adressen, ${inDutch(town.companies)} bedrijven, ${inDutch(town.facts)} feiten`
  yield measured(GROUP, `alle gebieden en branches, met 2.000 simulaties, ${of}`, {
    value: ms / 1000,
    unit: 's',
    goal: { of: 'value', must: 'at most', figure: 3, words: '≤ 3 s bij 100.000 adressen, 30.000 bedrijven en 1.000.000 feiten', applies: size === 'vol' },
  })
  const again = []
  for (let i = 0; i < SIGNALS; i += 1) {
    await takeInSignal(vault)
    again.push((await timed(() => scoreAndRead(vault))).ms)
  }
  for (const [name, value] of [['mediaan', quantile(again, 0.5)], ['langzaamste', Math.max(...again)]] as const) {
    yield measured(GROUP, `van een nieuw signaal tot een leesbare nieuwe rangorde, ${name} van ${SIGNALS}, ${of}`, {
      value, unit: 'ms', goal: { of: 'value', must: 'at most', figure: 200, words: '≤ 200 ms na één nieuw signaal', applies: size === 'vol' },
    })
  }
  yield measured(GROUP, `alles tellen, ${of}`, {
    value: counting.own / 1000,
    unit: 's',
    reference: { name: counting.name, value: counting.plain / 1000 },
    goal: { of: 'ratio', must: 'at most', figure: 2, words: 'binnen 2× dezelfde telling in sqlite3 op de opdrachtregel' },
  })
  const asked = []
  for (const phenomenon of Phenomenon.options) {
    const ranking = await vault.ask('score.ranking', { level: 'buurt', phenomenon })
    asked.push(...ranking.filter(({ score }) => score !== null).slice(0, 20).map(({ code }) => ({ level: 'buurt', phenomenon, code }) as const))
  }
  const explaining = await timeEach(asked, (which) => vault.ask('score.explain', which))
  yield measured(GROUP, `uitleg van een score, p99, ${of}`, { value: quantile(explaining, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 50, words: '≤ 50 ms' } })
}
