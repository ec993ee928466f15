import { isWithdrawn } from '../normalise/addressStatus.ts'
import { countAddresses, eachAddress, listFormer, type AddressRow } from '../store/addresses.ts'
import type { Reader } from '../store/database.ts'
import { postcodeNumber, toFormer, type AddressSource, type Candidate } from './addressCandidate.ts'
import { makeExtra, type Extra } from './addressExtra.ts'

/** Addresses in columns, in order of their id; streets by the order in which they were met. */
interface Columns {
  id: Float64Array
  street: Int32Array
  number: Int32Array
  postcode: Int32Array
  extra: Int32Array
  withdrawn: Uint8Array
}

/** Reads every address of the vault. */
export function readAddressColumns(reader: Reader): AddressSource {
  const addresses = countAddresses(reader)
  const columns: Columns = {
    id: new Float64Array(addresses),
    street: new Int32Array(addresses),
    number: new Int32Array(addresses),
    postcode: new Int32Array(addresses),
    extra: new Int32Array(addresses),
    withdrawn: new Uint8Array(addresses),
  }
  const positions = new Map<number, number>()
  const extras = makePool()
  let at = 0
  for (const row of eachAddress(reader)) {
    const position = positions.get(row.streetId) ?? positions.size
    positions.set(row.streetId, position)
    columns.id[at] = row.id
    columns.street[at] = position
    columns.number[at] = row.number
    columns.postcode[at] = postcodeNumber(row.postcode)
    columns.extra[at] = extras.placeOf(row.letter, row.suffix)
    columns.withdrawn[at] = isWithdrawn(row.status) ? 1 : 0
    at += 1
  }
  return withFormer(makeSource(columns, positions, extras.all), listFormer(reader))
}

/** The same source with the writings addresses had before; there are few of those. */
function withFormer(source: AddressSource, rows: readonly AddressRow[]): AddressSource {
  if (rows.length === 0) return source
  const atNumber = Map.groupBy(rows, ({ streetId, number }) => `${streetId} ${number}`)
  const inPostcode = Map.groupBy(rows, ({ postcode }) => postcodeNumber(postcode))
  return {
    inStreet: (streetId, number) => [...source.inStreet(streetId, number), ...(atNumber.get(`${streetId} ${number}`) ?? []).map(toFormer)],
    streetsOf: (postcode) => [...new Set([...source.streetsOf(postcode), ...(postcode === 0 ? [] : (inPostcode.get(postcode) ?? [])).map(({ streetId }) => streetId)])],
  }
}

/** The different letters and suffixes; there are few. */
function makePool(): { all: Extra[]; placeOf(letter: string, suffix: string): number } {
  const all: Extra[] = []
  const places = new Map<string, number>()
  return {
    all,
    placeOf: (letter, suffix) => {
      const name = `${letter}|${suffix}`
      const place = places.get(name) ?? all.push(makeExtra(letter, suffix)) - 1
      places.set(name, place)
      return place
    },
  }
}

function makeSource(columns: Columns, positions: ReadonlyMap<number, number>, extras: readonly Extra[]): AddressSource {
  const { starts, order } = sortByStreet(columns, positions.size)
  const postcodes = streetsByPostcode(columns, [...positions.keys()])
  const candidate = (at: number): Omit<Candidate, 'street'> => ({
    id: columns.id[at] ?? 0,
    number: columns.number[at] ?? 0,
    extra: extras[columns.extra[at] ?? 0] ?? makeExtra('', ''),
    postcode: columns.postcode[at] ?? 0,
    isWithdrawn: columns.withdrawn[at] === 1,
    isFormer: false,
  })
  return {
    streetsOf: (postcode) => postcodes.get(postcode) ?? [],
    inStreet: (streetId, number) => {
      const found: Omit<Candidate, 'street'>[] = []
      const position = positions.get(streetId)
      const end = position === undefined ? 0 : (starts[position + 1] ?? 0)
      for (let i = firstOf(columns.number, order, starts[position ?? 0] ?? 0, end, number); i < end; i += 1) {
        const at = order[i] ?? 0
        if (columns.number[at] !== number) break
        found.push(candidate(at))
      }
      return found
    },
  }
}

/** Places by street, then number, then id: those of street i are `order[starts[i]] … order[starts[i + 1] - 1]`. */
function sortByStreet({ street, number }: Columns, streets: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(streets + 1)
  for (const one of street) starts[one + 1] = (starts[one + 1] ?? 0) + 1
  for (let s = 0; s < streets; s += 1) starts[s + 1] = (starts[s + 1] ?? 0) + (starts[s] ?? 0)
  const next = starts.slice()
  const order = new Int32Array(street.length)
  street.forEach((one, at) => {
    const place = next[one] ?? 0
    order[place] = at
    next[one] = place + 1
  })
  for (let s = 0; s < streets; s += 1) {
    order.subarray(starts[s], starts[s + 1]).sort((first, second) => (number[first] ?? 0) - (number[second] ?? 0) || first - second)
  }
  return { starts, order }
}

/** First place in `order[from…to)` whose number is not below the one looked for. */
function firstOf(numbers: Int32Array, order: Int32Array, from: number, to: number, number: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[order[middle] ?? 0] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function streetsByPostcode({ postcode, street }: Columns, streetIds: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  postcode.forEach((code, at) => {
    const id = streetIds[street[at] ?? 0]
    if (code === 0 || id === undefined) return
    const group = groups.get(code)
    if (!group) groups.set(code, [id])
    else if (!group.includes(id)) group.push(id)
  })
  return groups
}
