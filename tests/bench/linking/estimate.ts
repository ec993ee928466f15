import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { makeRandom } from '../../../electron/engine/demo/world/random.ts'
import { compareCompanies } from '../../../electron/engine/link/companyEvidence.ts'
import { levelWeight, readLinkModel } from '../../../electron/engine/link/linkModel.ts'
import { comparePersons } from '../../../electron/engine/link/personEvidence.ts'
import type { Compare } from '../../../electron/engine/link/scorePair.ts'
import { observe, observeWithin, withObserved } from '../../../electron/engine/link/trial/estimate.ts'
import { compareTrialRecords } from '../../../electron/engine/link/trial/trialRecord.ts'
import { readTrialSet } from '../../../electron/engine/link/trial/trialSets.ts'
import { resourcePath } from '../../../electron/engine/resources.ts'
import { sharedData } from '../../fixtures/sharedData.ts'
import { companyEvidenceOf, personEvidenceOf } from './evidence.ts'
import { makeTown } from './town.ts'

/**
 * Estimates the weights of the comparisons again and prints them; `--schrijf` freezes them in resources/linking.
 * `node tests/bench/linking/estimate.ts [--schrijf] [MODEL…]`
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { schrijf: { type: 'boolean', default: false } } })
const SEED = 11
const ADDRESSES = 8_000
const DRAWS = 150_000

const makers: Record<string, () => void | Promise<void>> = {
  persons: () => {
    const { persons } = makeTown(ADDRESSES, SEED, 0)
    estimate('persons', persons.map(personEvidenceOf), persons.map(({ truth }) => `${truth}`), comparePersons)
  },
  companies: () => {
    const { companies } = makeTown(ADDRESSES, SEED, 0)
    estimate('companies', companies.map(companyEvidenceOf), companies.map(({ truth }) => `${truth}`), compareCompanies, { name: ({ names }) => names.map(({ key }) => key) })
  },
  'trial-febrl': async () => {
    const { records, truth } = await readTrialSet(sharedData(), 'febrl2')
    estimate('trial-febrl', records, truth, compareTrialRecords)
  },
  'trial-fake': async () => {
    const { records, truth } = await readTrialSet(sharedData(), 'fake_1000')
    const isUsed = (_: unknown, i: number): boolean => Number(truth[i]) % 2 === 0
    estimate('trial-fake', records.filter(isUsed), truth.filter(isUsed), compareTrialRecords)
  },
}

for (const [name, make] of Object.entries(makers)) if (positionals.length === 0 || positionals.includes(name)) await make()

/** By comparison: the values of a record by which others are found that agree on it. */
type Shared<Evidence> = Record<string, (record: Evidence) => readonly string[]>

function estimate<Evidence>(name: string, records: readonly Evidence[], truth: readonly string[], compare: Compare<Evidence>, shared: Shared<Evidence> = {}): void {
  const observed = observe(records, truth, sayingOrder(compare), DRAWS, makeRandom(`schatten ${name}`).next)
  const known = readLinkModel(name)
  for (const { id, within } of known.comparisons) {
    const keysOf = within === undefined ? undefined : shared[within]
    const counts = keysOf && observeWithin(records, truth, compare, keysOf).get(id)
    if (counts) observed.other.set(id, counts)
  }
  const model = withObserved(known, observed)
  for (const { id, levels } of model.comparisons) {
    for (const [level, { m, u }] of Object.entries(levels)) process.stdout.write(`${name}\t${id}\t${level}\tm ${m}\tu ${u}\t${levelWeight({ m, u }).toFixed(2)}\n`)
  }
  if (values.schrijf) writeFileSync(resourcePath('linking', `${name}.json`), `${JSON.stringify(model, null, 2)}\n`)
}

/** Names in their own places are not said when scoring; here they are, so that both can be counted. */
function sayingOrder<Evidence>(compare: Compare<Evidence>): Compare<Evidence> {
  return (left, right, say) => {
    const said = new Set<string>()
    compare(left, right, (comparison, level, one, other) => {
      said.add(comparison)
      say(comparison, level, one, other)
    })
    if (said.has('family-name') && !said.has('order')) say('order', 'gewoon', '', '')
  }
}
