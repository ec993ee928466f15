import { entityKey } from '#shared/model/entity.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import { isWithdrawn } from '../../normalise/addressStatus.ts'
import type { Reader } from '../../store/database.ts'
import { addressesInPostcode, addressesInStreet, addressesOfBagId, streetsById, type FoundAddress, type FoundStreet } from '../../store/search.ts'
import { findWorded } from './findWorded.ts'
import type { SearchScope } from './searchScope.ts'
import { byNumber, compareRanks, rankOf, type Rank, type RankedHit } from './tier.ts'
import type { Typed, TypedAddress, TypedWord, Written } from './typed.ts'

const MOST_NUMBER = 99_999
/** Streets whose addresses are looked at. */
const MOST_STREETS = 24

/** Addresses by BAG id, by postcode with or without number, and by words of street and city with or without number. */
export function findAddresses(reader: Reader, typed: Typed, wanted: number, scope: SearchScope): RankedHit[] {
  if (/^\d{14,16}$/.test(typed.digits)) return addressesOfBagId(reader, Number(typed.digits), scope.areas).map((address) => toHit(address, byNumber))
  const look = { reader, wanted, scope }
  const byPostcode = typed.postcode ? inPostcode(look, typed.postcode) : []
  if (byPostcode.length > 0 || typed.words.length === 0) return byPostcode
  const steps: ((written: Written) => RankedHit[])[] = [
    ({ addresses, postcode }) => addresses.flatMap((address) => withNumber(look, address, postcode)),
    ({ words, postcode }) => withoutNumber(look, words, postcode),
    (written) => despitePart(look, written),
  ]
  for (const find of steps) {
    const found = typed.written.flatMap(find)
    if (found.length > 0) return found
  }
  return []
}

/** A whole postcode with a number tells the address when the street is not recognised, and the street when the postcode is wrong. */
function despitePart(look: Look, { postcode, addresses }: Written): RankedHit[] {
  if (postcode.length < 6) return []
  const byPostcode = addresses.flatMap(({ number, extra }) => inPostcode(look, { beginning: postcode, number, extra }))
  const byStreet = addresses.flatMap((address) => withNumber(look, address, ''))
  return [...byPostcode, ...byStreet].map(asMended)
}

interface Look {
  reader: Reader
  wanted: number
  scope: SearchScope
}

function inPostcode({ reader, wanted, scope }: Look, { beginning, number, extra }: NonNullable<Typed['postcode']>): RankedHit[] {
  const range = { from: beginning, to: `${beginning}${'Z'.repeat(6 - beginning.length)}` }
  const find = (fromNumber: number, toNumber: number): FoundAddress[] => addressesInPostcode(reader, { ...range, fromNumber, toNumber }, scope.areas, wanted)
  if (number === null) return find(0, MOST_NUMBER).map((address) => toHit(address, { ...byNumber, begun: 1 }))
  return enough(wanted, numbersFrom(number), ([from, to]) => find(from, to).flatMap((address) => rankNumber(address, number, extra, byNumber)))
}

function withNumber(look: Look, { words, number, extra }: TypedAddress, postcode: string): RankedHit[] {
  const streets = streetsFor(look, words)
  return enough(look.wanted, numbersFrom(number), ([fromNumber, toNumber]) =>
    streets.flatMap(({ street, rank }) =>
      addressesInStreet(look.reader, street.id, { fromNumber, toNumber, postcode }, look.scope.areas, look.wanted).flatMap((address) => rankNumber(address, number, extra, rank)),
    ),
  )
}

/** What each range yields, until there is enough: the later ranges only go on where the number was cut off. */
function enough(wanted: number, ranges: readonly [number, number][], find: (range: [number, number]) => RankedHit[]): RankedHit[] {
  const found: RankedHit[] = []
  for (const range of ranges) if (found.length < wanted) found.push(...find(range))
  return found
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
function withoutNumber(look: Look, words: readonly TypedWord[], postcode: string): RankedHit[] {
  const streets = streetsFor(look, words)
  const each = Math.max(1, Math.ceil(look.wanted / Math.max(1, streets.length)))
  const all = { fromNumber: 0, toNumber: MOST_NUMBER, postcode }
  return streets.slice(0, look.wanted).flatMap(({ street, rank }) =>
    addressesInStreet(look.reader, street.id, all, look.scope.areas, each).map((address) => toHit(address, rank)),
  )
}

/** The likeliest streets: how they answer first, then the order in which the index has them. */
function streetsFor({ reader, wanted, scope }: Look, words: readonly TypedWord[]): { street: FoundStreet; rank: Rank }[] {
  const most = Math.min(MOST_STREETS, wanted)
  const { sure, fuzzy } = findWorded(reader, 'street', words, most, scope.allowed('street'))
  const isMended = new Set(fuzzy)
  const streets = new Map(streetsById(reader, [...sure, ...fuzzy]).map((street) => [street.id, street]))
  return [...sure, ...fuzzy].flatMap((id) => streets.get(id) ?? [])
    .map((street) => ({ street, rank: isMended.has(street.id) ? mended(street, words) : rankOf(`${street.name} ${street.city}`, words) }))
    .sort((first, second) => compareRanks(first.rank, second.rank))
    .slice(0, most)
}

function asMended(found: RankedHit): RankedHit {
  return { ...found, tier: 'fuzzy', hit: { ...found.hit, tier: 'fuzzy' } }
}

function mended(street: FoundStreet, words: readonly TypedWord[]): Rank {
  return { ...rankOf(`${street.name} ${street.city}`, words), tier: 'fuzzy' }
}

function toHit(address: FoundAddress, rank: Rank): RankedHit {
  const title = addressLabel(address)
  const place = [postcodeLabel(address.postcode), address.city].filter((part) => part !== '').join(' ')
  const subtitle = [place, address.usePurpose, isWithdrawn(address.status) ? address.status.toLowerCase() : ''].filter((part) => part !== '').join(' · ')
  // a number before the same number with a letter
  const order = `${address.street} ${address.number}, ${address.letter}${address.suffix}, ${address.city}`
  return { ...rank, hit: { key: entityKey('address', address.id), kind: 'address', title, subtitle, tier: rank.tier }, order }
}
