import { Phenomenon } from '#shared/model/score.ts'
import { best, quantile, timed, timeEach } from '../clock.ts'
import { fillLargeTown, type TownSize } from '../largeTown.ts'
import { measured, type Group, type Measurement, type Size } from '../measurement.ts'
import { withStore } from '../store.ts'
import { plantedAreas } from '../plantedAreas.ts'
import { benchEngine } from '../workshop.ts'

const GROUP = 'scoren'
const inDutch = (value: number): string => value.toLocaleString('nl-NL')

/** The least that counting takes: each table once, per buurt. */
const bareCounts = ['ownership_record', 'permit_record', 'inspection_record', 'measure_record', 'signal_record', 'company_record', 'person_record'] as const
const counting: Record<(typeof bareCounts)[number], string> = {
  ownership_record: 'SELECT a.area_id, count(*) FROM ownership_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  permit_record: 'SELECT a.area_id, count(*) FROM permit_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  inspection_record: 'SELECT a.area_id, count(*) FROM inspection_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  measure_record: 'SELECT a.area_id, count(*) FROM measure_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  signal_record: 'SELECT a.area_id, count(*) FROM signal_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  company_record: 'SELECT a.area_id, count(*) FROM company_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
  person_record: 'SELECT a.area_id, count(*) FROM person_record AS r JOIN address AS a ON a.id = r.address_id GROUP BY a.area_id',
}

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

/** Everything that is scored, over a town that was filled with SQL alone; then what one explanation takes. */
async function* wholeRun(size: Size): AsyncGenerator<Measurement> {
  const town = sizes[size]
  const vault = await benchEngine('scoren')
  await withStore(vault, (store) => fillLargeTown(store, town))
  await vault.ask('purpose.set', { id: 'riec-casus', caseNumber: 'meetbank' })
  const bare = await withStore(vault, (store) => best(2, () => bareCounts.forEach((table) => store.all(counting[table]))))
  const { ms } = await timed(() => vault.ask('score.run', {}))
  const of = `${inDutch(town.addresses)} adressen, ${inDutch(town.companies)} bedrijven, ${inDutch(town.facts)} feiten`
  yield measured(GROUP, `alle gebieden en branches, met 2.000 simulaties, ${of}`, {
    value: ms / 1000,
    unit: 's',
    reference: { name: 'elke tabel één keer tellen per buurt, in dezelfde kluis', value: bare / 1000 },
    goal: { of: 'value', must: 'at most', figure: 3, words: '≤ 3 s bij 100.000 adressen, 30.000 bedrijven en 1.000.000 feiten', applies: size === 'vol' },
  })
  const asked = []
  for (const phenomenon of Phenomenon.options) {
    const ranking = await vault.ask('score.ranking', { level: 'buurt', phenomenon })
    asked.push(...ranking.filter(({ score }) => score !== null).slice(0, 20).map(({ code }) => ({ level: 'buurt', phenomenon, code }) as const))
  }
  const explaining = await timeEach(asked, (which) => vault.ask('score.explain', which))
  yield measured(GROUP, `uitleg van een score, p99, ${of}`, { value: quantile(explaining, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 50, words: '≤ 50 ms' } })
}
