import { cityKey } from '../normalise/city.ts'
import { foldText } from '../normalise/fold.ts'
import { shortStreetName, streetKey } from '../normalise/street.ts'
import { addressesByBagId, countAddresses, eachAddress, eachStreet, type AddressRow } from '../store/addresses.ts'
import type { Reader } from '../store/database.ts'
import { makeExtra, type Extra } from './addressExtra.ts'
import { deletions, isOneEdit } from './oneEdit.ts'

/** A street of the vault with the keys it is found by. */
export interface IndexedStreet {
  id: number
  /** lower case */
  name: string
  city: string
  nameKey: string
  /** letters and digits as they stand, for finding typing mistakes */
  plainName: string
  cityKey: string
  /** keys of the ways registers cut a long name off; empty for short names */
  cutKeys: readonly string[]
}

/** An address as the matcher looks at it. */
export interface Candidate {
  id: number
  street: IndexedStreet
  number: number
  extra: Extra
  /** as a number, see {@link postcodeNumber}; 0 when it has none */
  postcode: number
  isWithdrawn: boolean
}

/** Every address of the vault, in memory: 21 bytes each and the names of the streets. */
export interface AddressIndex {
  size: number
  inPostcode(postcode: number): readonly IndexedStreet[]
  named(key: string): readonly IndexedStreet[]
  /** streets of a city whose name, in one spelling or as it stands, is one typing mistake away */
  like(name: { nameKey: string; plainName: string }, city: string): readonly IndexedStreet[]
  inStreet(street: IndexedStreet, number: number): Candidate[]
  byBagId(bagId: number): Candidate[]
}

const LONGEST_SHORT_NAME = 24
const WITHDRAWN = /ingetrokken|niet gerealiseerd|ten onrechte|gesloopt/i

interface Columns {
  id: Float64Array
  street: Int32Array
  number: Int32Array
  postcode: Int32Array
  extra: Int32Array
  withdrawn: Uint8Array
}

/** Reads all streets and addresses; about a second per million. */
export function buildAddressIndex(reader: Reader): AddressIndex {
  const streets = Array.from(eachStreet(reader), indexStreet)
  const positions = new Map(streets.map((street, i) => [street.id, i]))
  const extras: Extra[] = []
  const columns = readColumns(reader, positions, extras)
  const { starts, order } = sortByStreet(columns, streets.length)
  const byKey = groupBy(streets, (street) => [street.nameKey, ...street.cutKeys])
  const byPostcode = groupPostcodes(columns, streets)
  const likeIn = new Map<string, Map<string, IndexedStreet[]>>()
  const byCity = groupBy(streets, (street) => [street.cityKey])
  const toCandidate = (at: number, street: IndexedStreet): Candidate => ({
    id: columns.id[at] ?? 0,
    street,
    number: columns.number[at] ?? 0,
    extra: extras[columns.extra[at] ?? 0] ?? makeExtra('', ''),
    postcode: columns.postcode[at] ?? 0,
    isWithdrawn: columns.withdrawn[at] === 1,
  })
  return {
    size: columns.id.length,
    inPostcode: (postcode) => byPostcode.get(postcode) ?? [],
    named: (key) => byKey.get(key) ?? [],
    like: (name, city) => {
      const known = likeIn.get(city) ?? groupBy(byCity.get(city) ?? [], (street) => [...deletions(street.nameKey), ...deletions(street.plainName)])
      likeIn.set(city, known)
      const parts = new Set([...deletions(name.nameKey), ...deletions(name.plainName)])
      const found = new Set([...parts].flatMap((part) => known.get(part) ?? []))
      return [...found].filter((street) => isLike(name, street))
    },
    inStreet: (street, number) => {
      const found: Candidate[] = []
      const position = positions.get(street.id) ?? 0
      const end = starts[position + 1] ?? 0
      for (let i = firstOf(columns.number, order, starts[position] ?? 0, end, number); i < end; i += 1) {
        const at = order[i] ?? 0
        if (columns.number[at] !== number) break
        found.push(toCandidate(at, street))
      }
      return found
    },
    byBagId: (bagId) =>
      addressesByBagId(reader, bagId).flatMap((row) => {
        const street = streets[positions.get(row.streetId) ?? -1]
        return street ? [{ ...rowExtras(row), id: row.id, street, number: row.number }] : []
      }),
  }
}

/** `1315AB` as 1315 × 676 + 1; 0 for anything that is no postcode. */
export function postcodeNumber(postcode: string): number {
  if (postcode.length !== 6) return 0
  const digits = Number(postcode.slice(0, 4))
  const first = postcode.charCodeAt(4) - 65
  const second = postcode.charCodeAt(5) - 65
  return digits >= 1000 && first >= 0 && first < 26 && second >= 0 && second < 26 ? digits * 676 + first * 26 + second : 0
}

/** Letters and digits of a street as it was written, abbreviations included. */
export function plainName(street: string): string {
  return foldText(street).replace(/[^a-z\d]/g, '')
}

/** Whether one typing mistake makes the one street the other, in one spelling or as they stand. */
export function isLike(first: Pick<IndexedStreet, 'nameKey' | 'plainName'>, second: Pick<IndexedStreet, 'nameKey' | 'plainName'>): boolean {
  return isOneEdit(first.nameKey, second.nameKey) || isOneEdit(first.plainName, second.plainName)
}

function indexStreet({ id, name, city }: { id: number; name: string; city: string }): IndexedStreet {
  const nameKey = streetKey(name)
  const isLong = name.length > LONGEST_SHORT_NAME
  const cutKeys = isLong ? [streetKey(shortStreetName(name)), streetKey(name.slice(0, LONGEST_SHORT_NAME))].filter((key) => key !== nameKey) : []
  return { id, name: name.toLowerCase(), city: city.toLowerCase(), nameKey, plainName: plainName(name), cityKey: cityKey(city), cutKeys: [...new Set(cutKeys)] }
}

function rowExtras(row: AddressRow): Pick<Candidate, 'extra' | 'postcode' | 'isWithdrawn'> {
  return { extra: makeExtra(row.letter, row.suffix), postcode: postcodeNumber(row.postcode), isWithdrawn: WITHDRAWN.test(row.status) }
}

function readColumns(reader: Reader, positions: ReadonlyMap<number, number>, extras: Extra[]): Columns {
  const { addresses } = countAddresses(reader)
  const columns: Columns = {
    id: new Float64Array(addresses),
    street: new Int32Array(addresses),
    number: new Int32Array(addresses),
    postcode: new Int32Array(addresses),
    extra: new Int32Array(addresses),
    withdrawn: new Uint8Array(addresses),
  }
  const places = new Map<string, number>()
  let at = 0
  for (const row of eachAddress(reader)) {
    const name = `${row.letter}|${row.suffix}`
    const place = places.get(name) ?? extras.push(makeExtra(row.letter, row.suffix)) - 1
    places.set(name, place)
    columns.id[at] = row.id
    columns.street[at] = positions.get(row.streetId) ?? 0
    columns.number[at] = row.number
    columns.postcode[at] = postcodeNumber(row.postcode)
    columns.extra[at] = place
    columns.withdrawn[at] = WITHDRAWN.test(row.status) ? 1 : 0
    at += 1
  }
  return columns
}

/** Addresses by street, then number, then id: `order[starts[s]] … order[starts[s + 1] - 1]` are those of street s. */
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

function groupPostcodes({ postcode, street }: Columns, streets: readonly IndexedStreet[]): Map<number, IndexedStreet[]> {
  const groups = new Map<number, IndexedStreet[]>()
  postcode.forEach((code, at) => {
    const one = streets[street[at] ?? 0]
    if (code === 0 || !one) return
    const group = groups.get(code)
    if (!group) groups.set(code, [one])
    else if (!group.includes(one)) group.push(one)
  })
  return groups
}

function groupBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
