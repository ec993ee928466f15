import { buildAddressIndex, matchAddress, type AddressIndex } from '../../../electron/engine/link/index.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import { busy } from '../clock.ts'
import { fillCountry, makeCountry } from '../country.ts'
import { SEED, writeClean, writeDirty, type WrittenRow } from '../dirtyAddresses.ts'
import { measured, type Group, type Measurement } from '../measurement.ts'
import { emptyStore } from '../workshop.ts'

const RUNS = 3

/** Addresses as departments write them, against generated towns with truth that share their street names; one core, from text to BAG number. */
export const addresses: Group = {
  name: 'adressen',
  *measure(size) {
    const [addressCount, rowCount] = size === 'vol' ? [300_000, 200_000] : [30_000, 30_000]
    const towns = makeCountry(addressCount, SEED)
    const store = emptyStore('adressen')
    try {
      fillCountry(store, towns)
      const index = buildAddressIndex(store)
      const dirty = writeDirty(towns, rowCount)
      const of = `${rowCount.toLocaleString('nl-NL')} vuile rijen, ${addressCount.toLocaleString('nl-NL')} adressen in ${towns.length} plaatsen, zaad ‘${SEED}’`
      yield* quality(index, dirty, of)
      yield throughput('vuile', dirty, index, 15_000)
      yield throughput('schone', writeClean(towns, rowCount), index, 60_000)
    } finally {
      store.close()
    }
  },
}

function find(index: AddressIndex, { given }: WrittenRow): number {
  return matchAddress(index, { ...parseAddress(given), bag: null }).addressId ?? 0
}

/**
 * Recall is over every row that means one address without a doubt: a wrong match counts as missed there, and against precision. Rows
 * that say nothing, or may be left to a person, ask for no match.
 */
function* quality(index: AddressIndex, rows: readonly WrittenRow[], of: string): Generator<Measurement> {
  let [right, wrong, asked, answered] = [0, 0, 0, 0]
  for (const row of rows) {
    const found = find(index, row)
    const meant = row.truth?.bag ?? 0
    const isAsked = meant !== 0 && row.truth?.isOptional === false
    if (isAsked) asked += 1
    if (found !== 0 && found === meant) right += 1
    else if (found !== 0) wrong += 1
    if (isAsked && found === meant) answered += 1
  }
  yield measured('adressen', `precisie van wat vanzelf gekoppeld wordt, ${of}`, {
    value: right / (right + wrong), unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.9999, words: '≥ 0,9999' },
  })
  yield measured('adressen', `recall, ${of}`, {
    value: answered / asked, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.985, words: '≥ 0,985' },
  })
}

function throughput(name: string, rows: readonly WrittenRow[], index: AddressIndex, goal: number): Measurement {
  const whole = busy(RUNS, () => rows.forEach((row) => find(index, row)))
  const parsed = busy(RUNS, () => rows.forEach(({ given }) => parseAddress(given)))
  return measured('adressen', `${name} adressen ontleden én koppelen, per seconde rekentijd`, {
    value: perSecond(rows.length, whole), unit: 'per s',
    reference: { name: 'alleen ontleden', value: perSecond(rows.length, parsed) },
    goal: { of: 'value', must: 'at least', figure: goal, words: `≥ ${goal.toLocaleString('nl-NL')} per s` },
  })
}

function perSecond(count: number, milliseconds: number): number {
  return count / (milliseconds / 1000)
}
