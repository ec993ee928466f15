import { buildAddressIndex, matchAddress, type AddressIndex } from '../../../electron/engine/link/index.ts'
import { parseAddress } from '../../../electron/engine/normalise/address.ts'
import { givenTables, pageOfGiven, type GivenRow } from '../../../electron/engine/store/givenAddresses.ts'
import { best } from '../clock.ts'
import { measured, type Group, type Measurement } from '../measurement.ts'
import { withStore } from '../store.ts'
import { demoVault } from '../workshop.ts'

/** Deliveries by hand; registers are clean. */
const byHand = new Set(['permit_record', 'inspection_record', 'measure_record', 'signal_record'])
const ROWS = 200_000

export const addresses: Group = {
  name: 'adressen',
  async *measure(size) {
    const vault = await demoVault(size)
    const measures = await vault.ask('demo.measure', { folder: vault.grant(vault.truthFolder) })
    yield measured('adressen', 'precisie van wat vanzelf gekoppeld wordt', {
      value: measures.addresses.precision, unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.9999, words: '≥ 0,9999' },
    })
    yield measured('adressen', 'recall over alle leveringen', { value: measures.addresses.recall, unit: 'aandeel' })
    const dirty = measures.files.filter(({ kind }) => ['permit', 'inspection', 'measure', 'signal'].includes(kind))
    const sum = (of: (file: (typeof dirty)[number]) => number) => dirty.reduce((total, file) => total + of(file), 0)
    yield measured('adressen', 'recall over leveringen van afdelingen', {
      value: sum((file) => file.right) / sum((file) => file.rows - file.left), unit: 'aandeel', goal: { of: 'value', must: 'at least', figure: 0.985, words: '≥ 0,985' },
    })
    // the index looks numbers of the BAG up in the store, so that stays open
    yield* await withStore(vault, async (store) => {
      const rows = givenTables.flatMap((table) => pageOfGiven(store, table, 0, ROWS).map((row) => ({ table, row })))
      const of = (hand: boolean) => rows.filter(({ table, row }) => byHand.has(table) === hand && (row.street !== '' || row.postcode !== '')).map(({ row }) => row)
      const index = buildAddressIndex(store)
      return [await throughput('van registers', of(false), index, 60_000), await throughput('van afdelingen', of(true), index, 15_000)]
    })
  },
}

async function throughput(name: string, rows: readonly GivenRow[], index: AddressIndex, goal: number): Promise<Measurement> {
  const matched = await best(5, () => rows.forEach((row) => matchAddress(index, row)))
  const parsed = await best(5, () => rows.forEach((row) => parseAddress(asGiven(row))))
  return measured('adressen', `adressen ${name} per seconde`, {
    value: rows.length / (matched / 1000),
    unit: 'per s',
    reference: { name: 'alleen ontleden', value: rows.length / (parsed / 1000) },
    goal: { of: 'value', must: 'at least', figure: goal, words: `≥ ${goal.toLocaleString('nl-NL')} per s` },
  })
}

function asGiven({ street, number, letter, suffix, postcode, city }: GivenRow) {
  return { street, number: String(number ?? ''), letter, suffix, postcode, city }
}
