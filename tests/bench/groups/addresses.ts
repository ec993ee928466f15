import { buildAddressIndex, matchAddress, type AddressIndex } from '../../../electron/engine/link/index.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import { busy } from '../clock.ts'
import { careful, careless, fillTown, makeTown, SEED, writeRows, type WrittenRow } from '../dirtyAddresses.ts'
import { measured, type Group, type Measurement } from '../measurement.ts'
import { emptyStore } from '../workshop.ts'

const RUNS = 3

/** Addresses as departments write them, against a generated municipality with truth; one core, from text to BAG number. */
export const addresses: Group = {
  name: 'adressen',
  *measure(size) {
    const [addressCount, rowCount] = size === 'vol' ? [300_000, 200_000] : [30_000, 30_000]
    const town = makeTown(addressCount)
    const store = emptyStore('adressen')
    try {
      fillTown(store, town)
      const index = buildAddressIndex(store)
      const dirty = writeRows(town, rowCount, careless)
      const of = `${rowCount.toLocaleString('nl-NL')} vuile rijen, ${addressCount.toLocaleString('nl-NL')} adressen, zaad ‘${SEED}’`
      yield* quality(index, dirty, of)
      yield throughput('vuile', dirty, index, 15_000)
      yield throughput('schone', writeRows(town, rowCount, careful, 'apart'), index, 60_000)
    } finally {
      store.close()
    }
  },
}

function find(index: AddressIndex, { given }: WrittenRow): number {
  return matchAddress(index, { ...parseAddress(given), bag: null }).addressId ?? 0
}

/** Rows that say nothing, or may be left to a person, do not count when they are left. */
function* quality(index: AddressIndex, rows: readonly WrittenRow[], of: string): Generator<Measurement> {
  let [right, wrong, missed] = [0, 0, 0]
  for (const row of rows) {
    const found = find(index, row)
    const meant = row.truth?.bag ?? 0
    if (found !== 0 && found === meant) right += 1
    else if (found !== 0) wrong += 1
    else if (meant !== 0 && row.truth?.isOptional === false) missed += 1
  }
  yield measured('adressen', `precisie van wat vanzelf gekoppeld wordt, ${of}`, {
    value: right / (right + wrong), unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.9999, words: '≥ 0,9999' },
  })
  yield measured('adressen', `recall, ${of}`, {
    value: right / (right + missed), unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.985, words: '≥ 0,985' },
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
