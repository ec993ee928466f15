import { entityKey } from '#shared/model/entity.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import type { Reader } from '../store/database.ts'
import { addressesInPostcode, addressesInStreet, addressesOfBagId, streetsById, type FoundAddress, type FoundStreet } from '../store/search.ts'
import { findWorded } from './findWorded.ts'
import { byNumber, compareRanks, rankOf, type Rank, type RankedHit } from './tier.ts'
import type { Typed, TypedAddress, TypedWord } from './typed.ts'

const MOST_NUMBER = 99_999
/** Streets whose addresses are looked at. */
const MOST_STREETS = 24

/** Addresses by BAG id, by postcode with or without number, and by words of street and city with or without number. */
export function findAddresses(reader: Reader, typed: Typed, wanted: number): RankedHit[] {
  if (/^\d{14,16}$/.test(typed.digits)) return addressesOfBagId(reader, Number(typed.digits)).map((address) => toHit(address, byNumber))
  const byPostcode = typed.postcode ? inPostcode(reader, typed.postcode, wanted) : []
  if (byPostcode.length > 0 || typed.words.length === 0) return byPostcode
  const numbered = typed.addresses.flatMap((address) => withNumber(reader, address, wanted))
  return numbered.length > 0 ? numbered : withoutNumber(reader, typed.words, wanted)
}

function inPostcode(reader: Reader, { beginning, number, extra }: NonNullable<Typed['postcode']>, wanted: number): RankedHit[] {
  const range = { from: beginning, to: `${beginning}${'Z'.repeat(6 - beginning.length)}` }
  if (number === null) {
    return addressesInPostcode(reader, { ...range, fromNumber: 0, toNumber: MOST_NUMBER }, wanted).map((address) => toHit(address, { ...byNumber, begun: 1 }))
  }
  const found = numbersFrom(number).flatMap(([fromNumber, toNumber]) => addressesInPostcode(reader, { ...range, fromNumber, toNumber }, wanted))
  return found.flatMap((address) => rankNumber(address, number, extra, byNumber))
}

function withNumber(reader: Reader, { words, number, extra }: TypedAddress, wanted: number): RankedHit[] {
  return streetsFor(reader, words).flatMap(({ street, rank }) =>
    numbersFrom(number)
      .flatMap(([fromNumber, toNumber]) => addressesInStreet(reader, street.id, fromNumber, toNumber, wanted))
      .flatMap((address) => rankNumber(address, number, extra, rank)),
  )
}

/** The number itself, and those it is the beginning of: 1 also stands for 10–19 and 100–199. */
function numbersFrom(number: number): [number, number][] {
  return [[number, number], ...[10, 100].map((size): [number, number] => [number * size, number * size + size - 1]).filter(([from]) => from <= MOST_NUMBER)]
}

/** Nothing when a letter or suffix was typed that the address does not begin with; `1` and `1A` stay apart in the order. */
function rankNumber(address: FoundAddress, number: number, extra: string, rank: Rank): RankedHit[] {
  const own = `${address.letter}${address.suffix}`.toUpperCase()
  if (!own.startsWith(extra) || (extra !== '' && address.number !== number)) return []
  const isBegun = address.number !== number || own !== extra
  return [toHit(address, { ...rank, begun: rank.begun + (isBegun ? 1 : 0) })]
}

/** The first addresses of the streets that were meant; all of a street when it is the only one. */
function withoutNumber(reader: Reader, words: readonly TypedWord[], wanted: number): RankedHit[] {
  const streets = streetsFor(reader, words)
  const each = Math.max(1, Math.ceil(wanted / Math.max(1, streets.length)))
  return streets.slice(0, wanted).flatMap(({ street, rank }) => addressesInStreet(reader, street.id, 0, MOST_NUMBER, each).map((address) => toHit(address, rank)))
}

function streetsFor(reader: Reader, words: readonly TypedWord[]): { street: FoundStreet; rank: Rank }[] {
  const { sure, fuzzy } = findWorded(reader, 'street', words, MOST_STREETS)
  const isMended = new Set(fuzzy)
  return streetsById(reader, [...sure, ...fuzzy])
    .map((street) => ({ street, rank: isMended.has(street.id) ? mended(street, words) : rankOf(`${street.name} ${street.city}`, words) }))
    .sort((first, second) => compareRanks(first.rank, second.rank))
    .slice(0, MOST_STREETS)
}

function mended(street: FoundStreet, words: readonly TypedWord[]): Rank {
  return { ...rankOf(`${street.name} ${street.city}`, words), tier: 'fuzzy' }
}

function toHit(address: FoundAddress, rank: Rank): RankedHit {
  const title = addressLabel(address)
  const place = [postcodeLabel(address.postcode), address.city].filter((part) => part !== '').join(' ')
  const subtitle = [place, address.usePurpose].filter((part) => part !== '').join(' · ')
  // a number before the same number with a letter
  const order = `${address.street} ${address.number}, ${address.letter}${address.suffix}, ${address.city}`
  return { ...rank, hit: { key: entityKey('address', address.id), kind: 'address', title, subtitle, tier: rank.tier }, order }
}
