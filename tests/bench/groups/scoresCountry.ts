import { dirname } from 'node:path'
import { aloud, percents, roomIn } from '../aloud.ts'
import { timed } from '../clock.ts'
import { fillLargeTown, type TownSize } from '../largeTown.ts'
import { longQueries } from '../longQueries.ts'
import { measured, type Group, type Measurement, type Size } from '../measurement.ts'
import { watchPeak } from '../memory.ts'
import { takeInSignal } from '../oneSignal.ts'
import { withStore } from '../store.ts'
import { benchEngine } from '../workshop.ts'

const GROUP = 'scoren-land'
const inDutch = (value: number): string => value.toLocaleString('nl-NL')

/** The whole country, and a hundredth of it. */
const sizes: Record<Size, TownSize> = {
  vol: { areas: 12_000, addresses: 10_000_000, companies: 2_000_000, facts: 20_000_000 },
  klein: { areas: 1_200, addresses: 100_000, companies: 20_000, facts: 200_000 },
}

/** Bytes on disk while it is filled and scored, the log of what was written last included. */
const ROOM: Record<Size, number> = { vol: 10e9, klein: 0.2e9 }

/** Scores of a whole country: the time they take and what this process, engine and thread included, holds at most meanwhile; then what is asked of them. */
export const scoresCountry: Group = {
  name: GROUP,
  async *measure(size): AsyncGenerator<Measurement> {
    const country = sizes[size]
    const of = `${inDutch(country.areas)} buurten, ${inDutch(country.addresses)} adressen, ${inDutch(country.companies)} bedrijven, ${inDutch(country.facts)} feiten`
    const say = aloud(GROUP)
    const vault = await benchEngine('scoren-land', ({ step, done, total }) => say(`${step}, ${percents(done, total)}`))
    if (roomIn(dirname(vault.file)) < ROOM[size]) {
      say(`overgeslagen: in ${dirname(vault.file)} is minder dan ${inDutch(ROOM[size] / 1e9)} GB vrij; TMPDIR wijst een andere map aan`)
      return
    }
    const filled = await timed(() => withStore(vault, (store) => fillLargeTown(store, country, (done, total) => say(`kluis vullen, stap ${done + 1} van ${total}`)), 'job'))
    yield measured(GROUP, `de kluis vullen, buiten de toepassing om, ${of}`, { value: filled.ms / 1000, unit: 's' })
    await vault.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
    const memory = watchPeak(process.pid)
    const { ms } = await timed(() => vault.ask('score.run', {}))
    const peak = memory.stop()
    yield measured(GROUP, `alle gebieden en branches, ${of}`, {
      value: ms / 1000, unit: 's', goal: { of: 'value', must: 'at most', figure: 120, words: '≤ 120 s bij 10.000.000 adressen en 20.000.000 feiten', applies: size === 'vol' },
    })
    if (peak !== null) yield measured(GROUP, `meeste geheugen, ${of}`, { value: peak, unit: 'MB' })
    await takeInSignal(vault)
    const again = await timed(() => vault.ask('score.run', {}))
    yield measured(GROUP, `nog eens na één nieuw signaal, ${of}`, { value: again.ms / 1000, unit: 's' })
    yield* longQueries(GROUP, vault, of)
  },
}
