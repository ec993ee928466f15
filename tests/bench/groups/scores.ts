import { Phenomenon } from '#shared/model/score.ts'
import { best, quantile, timed, timeEach } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { withStore } from '../store.ts'
import { demoVault } from '../workshop.ts'

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

export const scores: Group = {
  name: 'scoren',
  async *measure(size) {
    const vault = await demoVault(size)
    const bare = await withStore(vault, (store) => best(2, () => bareCounts.forEach((table) => store.all(counting[table]))))
    const { ms } = await timed(() => vault.ask('score.run', {}))
    const of = `${vault.addresses.toLocaleString('nl-NL')} adressen`
    yield measured('scoren', `alle gebieden en branches, met 2.000 simulaties, ${of}`, {
      value: ms / 1000,
      unit: 's',
      reference: { name: 'elke tabel één keer tellen per buurt, in dezelfde kluis', value: bare / 1000 },
      goal: { of: 'value', must: 'at most', figure: 3, words: '≤ 3 s bij 100.000 adressen', applies: vault.addresses <= 100_000 && size === 'vol' },
    })
    const asked = []
    for (const phenomenon of Phenomenon.options) {
      const ranking = await vault.ask('score.ranking', { level: 'buurt', phenomenon })
      asked.push(...ranking.filter(({ score }) => score !== null).slice(0, 20).map(({ code }) => ({ level: 'buurt', phenomenon, code }) as const))
    }
    const explaining = await timeEach(asked, (which) => vault.ask('score.explain', which))
    yield measured('scoren', `uitleg van een score, p99, ${of}`, { value: quantile(explaining, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 50, words: '≤ 50 ms' } })
    for (const phenomenon of Phenomenon.options) {
      const planted = new Set(vault.truth.areas[phenomenon])
      const ranking = await vault.ask('score.ranking', { level: 'buurt', phenomenon })
      const top = ranking.toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity)).slice(0, planted.size)
      const byRawRate = ranking.toSorted((a, b) => rawRate(b) - rawRate(a)).slice(0, planted.size)
      const found = (list: typeof ranking) => list.filter(({ code }) => planted.has(code)).length / planted.size
      yield measured('scoren', `${phenomenon}: aandeel van de geplante buurten bovenaan, ${of}`, {
        value: found(top), unit: 'aandeel', reference: { name: 'rangorde op ruwe aantallen per adres', value: found(byRawRate) },
      })
    }
  },
}

/** Counts are rounded outside a case; what is shown is all a plain ranking has. */
function rawRate({ observed, exposure }: { observed: number | '<5'; exposure: number }): number {
  return exposure === 0 ? 0 : (observed === '<5' ? 2 : observed) / exposure
}
