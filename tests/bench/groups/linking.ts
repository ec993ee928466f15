import { best, timed } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { withStore } from '../store.ts'
import { demoVault } from '../workshop.ts'
import { givenTables, pageOfGiven } from '../../../electron/engine/store/givenAddresses.ts'

export const linking: Group = {
  name: 'koppelen',
  async *measure(size) {
    const vault = await demoVault(size)
    const { ms, value } = await timed(() => vault.ask('link.run', {}))
    const records = await withStore(vault, async (store) => {
      let count = 0
      const reading = await best(1, () => {
        for (const table of givenTables) count += pageOfGiven(store, table, 0, 10_000_000).length
      })
      return { count, reading }
    })
    const links = Object.values(value.links).reduce((sum, found) => sum + found, 0)
    yield measured('koppelen', `alle ${records.count.toLocaleString('nl-NL')} records tot ${links.toLocaleString('nl-NL')} relaties`, {
      value: ms / 1000, unit: 's', reference: { name: 'dezelfde records alleen lezen', value: records.reading / 1000 },
    })
    const { people, companies } = await vault.ask('demo.measure', { folder: vault.grant(vault.truthFolder) })
    yield measured('koppelen', 'personen: precisie van automatische koppelingen', { value: people.precision, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.9995, words: '≥ 0,9995' } })
    yield measured('koppelen', 'personen: recall van automatische koppelingen', { value: people.recall, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.95, words: '≥ 0,95' } })
    yield measured('koppelen', 'bedrijven: precisie van automatische koppelingen', { value: companies.precision, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.9995, words: '≥ 0,9995' } })
    yield measured('koppelen', 'bedrijven: recall van automatische koppelingen', { value: companies.recall, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.95, words: '≥ 0,95' } })
  },
}
