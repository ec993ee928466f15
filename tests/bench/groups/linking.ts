import { runTrial, trialsIn } from '../../../electron/engine/link/trial/index.ts'
import type { PairMetrics } from '../../../electron/engine/link/trial/metrics.ts'
import { pageOfGiven, givenTables } from '../../../electron/engine/store/givenAddresses.ts'
import { hasSharedData, sharedData } from '../../fixtures/sharedData.ts'
import { best, timed } from '../clock.ts'
import { atSize } from '../linking/atSize.ts'
import { makeTown } from '../linking/town.ts'
import { fillTown, linkTown, type TownMeasures } from '../linking/townVault.ts'
import { measured, type Goal, type Group, type Measurement, type Size } from '../measurement.ts'
import { withStore } from '../store.ts'
import { demoVault, emptyStore } from '../workshop.ts'

const GROUP = 'koppelen'
/** The weights were estimated on a town of another seed (tests/bench/linking/estimate.ts). */
const SEED = 12
const TODAY = '2026-11-01'
/** What is asked of each reference set; of fake_1000 what others published. */
const asked: Record<string, number | undefined> = { febrl1: 0.99, febrl2: 0.99, febrl3: 0.993, fake_1000: 0.9121 }

export const linking: Group = {
  name: GROUP,
  async *measure(size) {
    yield* referenceSets()
    yield* dirtyTown(size)
    yield* atSize(size)
    yield* demo(size)
  },
}

/** The linker on published sets, at even odds, with the same thresholds for all; the weights of febrl were counted on febrl2. */
async function* referenceSets(): AsyncGenerator<Measurement> {
  if (!hasSharedData) return void process.stderr.write('koppelen: referentiesets overgeslagen, die map is hier niet\n')
  for (const name of trialsIn(sharedData())) {
    const { even, unseen, equality, published, reach } = await runTrial(sharedData(), name)
    const figure = asked[name]
    yield measured(GROUP, `${name}: F1 van paren (${tableOf(even.pairs)})`, {
      value: even.pairs.f1, unit: 'aandeel', reference: published[0] ? { name: `gepubliceerd: ${published[0].by}`, value: published[0].f1 } : { name: 'alleen geheel gelijke rijen', value: equality.f1 },
      ...(figure === undefined ? {} : { goal: atLeast(figure) }),
    })
    if (unseen) yield measured(GROUP, `${name}: F1 van paren van de helft waarop de gewichten niet zijn geteld (${tableOf(unseen.pairs)})`, { value: unseen.pairs.f1, unit: 'aandeel' })
    yield measured(GROUP, `${name}: F1 van hele clusters`, { value: even.clusters.f1, unit: 'aandeel' })
    yield measured(GROUP, `${name}: aandeel van de ware paren dat vergeleken is`, { value: reach, unit: 'aandeel' })
  }
}

function tableOf({ truePositive, falsePositive, falseNegative }: PairMetrics): string {
  return `${truePositive} terecht, ${falsePositive} onterecht, ${falseNegative} gemist`
}

/** Registers as people fill them in, with truth: what is linked without a human, and what is left to one. */
function* dirtyTown(size: Size): Generator<Measurement> {
  const town = makeTown(size === 'vol' ? 120_000 : 8_000, SEED)
  const store = emptyStore('koppelen')
  try {
    store.write((writer) => fillTown(writer, town))
    const from = performance.now()
    const { persons, companies } = linkTown(store, town, TODAY)
    const seconds = (performance.now() - from) / 1000
    const rows = persons.rows + companies.rows
    yield measured(GROUP, `${rows.toLocaleString('nl-NL')} rijen uit vuile registers samengevoegd`, { value: seconds, unit: 's' })
    yield* townQuality('gemeente', [persons, companies], size === 'vol')
    yield* townQuality('personen', [persons], size === 'vol')
    yield* townQuality('bedrijven', [companies], size === 'vol')
  } finally {
    store.close()
  }
}

/** The figures of some parties taken together: of all their pairs. */
function* townQuality(who: string, parties: readonly TownMeasures[], applies: boolean): Generator<Measurement> {
  const sum = (count: (party: TownMeasures) => number): number => parties.reduce((total, party) => total + count(party), 0)
  const [linked, meant] = [sum(({ pairs }) => pairs.truePositive), sum(({ pairs }) => pairs.truePositive + pairs.falseNegative)]
  const [compared, proposed, rows] = [sum((party) => party.compared), sum((party) => party.proposed), sum((party) => party.rows)]
  const named = (what: string): string => `${who}, vuile registers: ${what}`
  yield measured(GROUP, named('precisie zonder mens'), { value: linked / (linked + sum(({ pairs }) => pairs.falsePositive)), unit: 'aandeel', goal: { ...atLeast(0.9995), applies } })
  yield measured(GROUP, named('recall zonder mens'), { value: linked / meant, unit: 'aandeel', goal: { ...atLeast(0.95), applies } })
  yield measured(GROUP, named(`voorgelegd, als deel van ${compared.toLocaleString('nl-NL')} vergeleken paren`), {
    value: proposed / Math.max(1, compared), unit: 'aandeel', goal: { of: 'value', must: 'at most', figure: 0.01, words: '≤ 1 % van de paren', applies },
  })
  // does not depend on how large the town is: pairs grow with the square of it, what is put before a human with its rows
  yield measured(GROUP, named('voorgelegd per 1.000 rijen'), { value: (1000 * proposed) / rows, unit: 'paren' })
  yield measured(GROUP, named('recall als een mens alles wat voorgelegd wordt goed beslist'), { value: sum(({ withHuman }) => withHuman.truePositive) / meant, unit: 'aandeel', goal: { ...atLeast(0.985), applies } })
  yield measured(GROUP, named('F1 van hele clusters'), { value: (2 * sum(({ clusters }) => clusters.exact)) / sum(({ clusters }) => clusters.found + clusters.meant), unit: 'aandeel' })
}

function atLeast(figure: number): Goal {
  return { of: 'value', must: 'at least', figure, words: `≥ ${String(figure).replace('.', ',')}` }
}

/** A whole run through the contract. */
async function* demo(size: Size): AsyncGenerator<Measurement> {
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
  yield measured(GROUP, `demogemeente: alle ${records.count.toLocaleString('nl-NL')} records tot ${links.toLocaleString('nl-NL')} relaties`, {
    value: ms / 1000, unit: 's', reference: { name: 'dezelfde records alleen lezen', value: records.reading / 1000 },
  })
}
