import type { GivenParts } from '#shared/model/address.ts'
import { formatCount } from '#shared/text/format.ts'
import { streetKey } from '../normalise/street.ts'
import { postcodeNumber, type Candidate } from './addressCandidate.ts'
import { compareExtras, makeExtra } from './addressExtra.ts'
import type { AddressIndex, IndexedStreet } from './addressIndex.ts'
import { readingsOf, type Reading } from './addressReadings.ts'
import { isFirm, judge, prepare, type Judged, type Tier, type Wanted } from './judgeAddress.ts'

/** How an address was found; `decided` by a person. `address_match` in the vault holds the place in {@link matchMethods}. */
export type MatchMethod = 'bag' | 'exact' | 'normalised' | 'fuzzy' | 'ambiguous' | 'none' | 'notGiven' | 'decided'

/** In order of `address_match`, from 1. */
export const matchMethods: readonly MatchMethod[] = ['bag', 'exact', 'normalised', 'fuzzy', 'ambiguous', 'none', 'notGiven', 'decided']

export interface AddressMatch {
  method: MatchMethod
  /** the BAG address; null unless the method is bag, exact, normalised or fuzzy, or a person chose one */
  addressId: number | null
  /** what a human can choose from, when it is ambiguous */
  candidates: readonly number[]
}

/** What one reading leads to; a weak outcome (parts contradict each other, a suffix lacks) only counts when no other finds an address. */
interface Outcome extends AddressMatch {
  isWeak: boolean
}

/** Receives every step the matcher takes, in Dutch; the same code runs with and without it. */
export type Trace = (step: string) => void

/** Shortest street key in which a typing mistake may be guessed without a postcode. */
const SHORTEST_GUESS = 5

/**
 * Finds the BAG address that was meant. BAG id first, then exact, then normalised, then one typing mistake in the street or the
 * postcode; never one in number, letter or suffix. Whatever leaves a choice is `ambiguous`: a wrong link accuses somebody.
 */
export function matchAddress(index: AddressIndex, given: GivenParts, trace?: Trace): AddressMatch {
  const byText = (): AddressMatch => matchText(index, given, trace)
  const { method, addressId, candidates } = given.bag === null ? byText() : matchBagId(index, given.bag, given, byText, trace)
  return { method, addressId, candidates }
}

function matchBagId(index: AddressIndex, bagId: number, given: GivenParts, byText: () => AddressMatch, trace: Trace | undefined): AddressMatch {
  const found = current(index.byBagId(bagId))
  if (found.length === 0) {
    trace?.('Het BAG-id staat niet in de kluis; verder met de tekst van het adres.')
    const match = byText()
    return match.method === 'fuzzy' ? ambiguous([match.addressId ?? 0]) : match
  }
  const fitting = found.filter((one) => agrees(one, given))
  const [only] = fitting
  if (fitting.length === 1 && only) {
    trace?.('Het BAG-id staat in de kluis en de tekst van het adres spreekt het niet tegen.')
    return { method: 'bag', addressId: only.id, candidates: [] }
  }
  const main = given.number === null ? fitting.find(({ id }) => id === index.mainOf(bagId)) : undefined
  if (main) {
    trace?.('Het BAG-id is dat van een object met meer adressen; zonder huisnummer geldt het hoofdadres.')
    return { method: 'bag', addressId: main.id, candidates: [] }
  }
  trace?.(fitting.length > 1 ? 'Het BAG-id wijst meer adressen aan.' : 'Het BAG-id wijst een ander adres aan dan de tekst.')
  return ambiguous([...found.map((one) => one.id), ...(byText().addressId === null ? [] : [byText().addressId ?? 0])])
}

/** Whether nothing that was written speaks against the address the BAG id points at. */
function agrees(found: Candidate, given: GivenParts): boolean {
  if (given.number === null) return true
  const postcode = postcodeNumber(given.postcode)
  const isSamePlace = postcode === 0 || found.postcode === 0 || postcode === found.postcode || streetKey(given.street) === found.street.nameKey
  return given.number === found.number && isSamePlace && compareExtras(makeExtra(given.letter, given.suffix), found.extra) !== 'different'
}

function matchText(index: AddressIndex, given: GivenParts, trace: Trace | undefined): AddressMatch {
  if (given.number === null || (given.street === '' && given.postcode === '')) {
    const isEmpty = given.number === null && given.street === '' && given.postcode === ''
    trace?.(isEmpty ? 'Er is geen adres gegeven.' : 'Er ontbreekt een huisnummer, of zowel straat als postcode.')
    return { method: isEmpty ? 'notGiven' : 'none', addressId: null, candidates: [] }
  }
  const [first, ...others] = readingsOf(given)
  const main = first ? matchReading(index, first, trace) : none
  if (!first || main.method === 'exact' || others.length === 0) return main
  const other = settle(others.map((reading) => matchReading(index, reading, trace)), trace)
  return first.isRange && other.method !== 'none' && !endsInVault(index, first) ? other : settle([main, other], trace)
}

/** A range only competes with another reading when the number it ends with exists. */
function endsInVault(index: AddressIndex, range: Reading): boolean {
  const end = range.numbers.at(-1) ?? range.number
  return matchReading(index, { ...range, number: end, numbers: [end], isRange: false }, undefined).method !== 'none'
}

const none: Outcome = { method: 'none', addressId: null, candidates: [], isWeak: false }

/** Two ways to read the same text that each find an address leave a choice. */
function settle(outcomes: readonly Outcome[], trace: Trace | undefined): Outcome {
  const all = outcomes.filter((match) => match.addressId !== null || match.candidates.length > 0)
  const plain = all.filter((match) => !match.isWeak)
  const found = plain.length > 0 ? plain : all
  const ids = new Set(found.flatMap((match) => (match.addressId === null ? match.candidates : [match.addressId])))
  const [only] = found
  if (!only) return none
  if (ids.size > 1) {
    trace?.('De tekst kan op meer manieren worden gelezen en wijst dan verschillende adressen aan.')
    return ambiguous([...ids])
  }
  return only
}

function matchReading(index: AddressIndex, reading: Reading, trace: Trace | undefined): Outcome {
  const wanted = prepare(index, reading)
  trace?.(readAs(reading))
  const streets = streetsFor(index, wanted)
  const atNumber = streets.flatMap((street) => wanted.numbers.flatMap((number) => index.inStreet(street, number)))
  const judged = atNumber.flatMap((candidate) => judge(candidate, wanted))
  trace?.(lookedAt(streets.length, atNumber.length, judged.length))
  if (judged.length === 0 && wanted.extra.joined === '') return onlyWithSuffix(atNumber, wanted, trace)
  return choose(judged, wanted, trace)
}

function readAs({ street, number, numbers, letter, suffix, postcode, city }: Reading): string {
  const last = numbers.at(-1) ?? number
  const parts = [
    street === '' ? 'geen straat' : `straat ‘${street}’`, last === number ? `nummer ${number}` : `nummers ${number} tot en met ${last}`,
    letter + suffix === '' ? 'geen toevoeging' : `toevoeging ‘${letter}${suffix}’`, postcode || 'geen postcode', city || 'geen plaats',
  ]
  return `Gelezen als ${parts.join(', ')}.`
}

/** @param fitting of the addresses those whose letter, suffix and place can be meant too */
function lookedAt(streets: number, addresses: number, fitting: number): string {
  const found = `Gezocht in ${formatCount(streets, 'straat', 'straten')}: ${formatCount(addresses, 'adres', 'adressen')} met dit nummer`
  if (addresses === 0) return `${found}.`
  return fitting === 0 ? `${found}, maar toevoeging of plaats past niet.` : `${found}; bij ${fitting === addresses ? 'alle' : fitting} past de rest ook.`
}

/** The streets of the postcode, those with this name, and, when there is none of that name in the city, those one mistake away. */
function streetsFor(index: AddressIndex, wanted: Wanted): IndexedStreet[] {
  const streets = new Set(index.inPostcode(wanted.postcode))
  if (wanted.nameKey === '') return [...streets]
  const named = index.named(wanted.nameKey).filter((street) => wanted.cityKey === '' || street.cityKey === wanted.cityKey)
  for (const street of named) streets.add(street)
  const mayGuess = named.length === 0 && wanted.postcode === 0 && wanted.cityKey !== '' && wanted.nameKey.length >= SHORTEST_GUESS
  for (const street of mayGuess ? index.like(wanted, wanted.cityKey) : []) streets.add(street)
  return [...streets]
}

/**
 * The best tier decides, and only when one address is left in it; a guess, and an address whose postcode is not known, also need that
 * nothing else was pointed at, and a guess needs a postcode when the text was read in another way than written.
 */
function choose(judged: readonly Judged[], wanted: Wanted, trace: Trace | undefined): Outcome {
  for (const tier of wanted.isLiteral || wanted.isRange || wanted.postcode !== 0 ? tiers : firmTiers) {
    const inTier = judged.filter((one) => one.tier === tier)
    if (inTier.length === 0) continue
    const isUnsure = tier === 'fuzzy' || (wanted.postcode !== 0 && inTier.some(({ candidate }) => candidate.postcode === 0))
    const others = isUnsure ? judged.filter((one) => one.tier === 'contradicted') : []
    const left = others.length > 0 ? [...inTier, ...others].map((one) => one.candidate) : closest(inTier)
    const [only] = left
    if (left.length === 1 && only && wanted.isAutomatic && (!wanted.isRange || only.number === wanted.number)) {
      trace?.(`Eén adres past: ${tierText[tier]}.${only.isFormer ? FORMER : only.isWithdrawn ? WITHDRAWN : ''}`)
      return { method: tier === 'exact' && (!wanted.isLiteral || only.isFormer) ? 'normalised' : tier, addressId: only.id, candidates: [], isWeak: false }
    }
    trace?.(`${left.length} adressen passen even goed; een mens moet kiezen.`)
    return ambiguous(left.map((one) => one.id))
  }
  if (judged.length === 0 || !wanted.isLiteral) return none
  trace?.('Postcode en straat wijzen verschillende adressen aan; een mens moet kiezen.')
  return { ...ambiguous(judged.map((one) => one.candidate.id)), isWeak: true }
}

const tiers = ['exact', 'normalised', 'fuzzy'] as const
const firmTiers = ['exact', 'normalised'] as const

const tierText: Record<Exclude<Tier, 'contradicted'>, string> = {
  exact: 'letterlijk hetzelfde',
  normalised: 'hetzelfde in een andere schrijfwijze',
  fuzzy: 'op één tikfout na',
}

const FORMER = ' Zo stond het vroeger in de BAG; straat, nummer of postcode is sindsdien gewijzigd.'
const WITHDRAWN = ' Het is niet meer in gebruik; een adres dat in gebruik is, past niet.'

/** Those whose letter and suffix agree best, and of those the ones written so now and still in use. */
function closest(judged: readonly Judged[]): Candidate[] {
  const best = (['exact', 'joined', 'meant'] as const).find((agreement) => judged.some((one) => one.extra === agreement))
  return current(judged.filter((one) => one.extra === best).map((one) => one.candidate))
}

function current(candidates: readonly Candidate[]): Candidate[] {
  const written = preferred(candidates, (one) => !one.isFormer)
  const inUse = preferred(written, (one) => !one.isWithdrawn)
  // an address can have had several writings that all fit
  return inUse.filter((one, i) => inUse.findIndex((other) => other.id === one.id) === i)
}

function preferred(candidates: readonly Candidate[], isBetter: (one: Candidate) => boolean): readonly Candidate[] {
  const better = candidates.filter(isBetter)
  return better.length > 0 ? better : candidates
}

/** The number stands in the street, but only with letters or suffixes that were not given. */
function onlyWithSuffix(atNumber: readonly Candidate[], wanted: Wanted, trace: Trace | undefined): Outcome {
  const fitting = atNumber.filter((candidate) => isFirm(candidate, wanted))
  if (fitting.length < 2) return none
  trace?.(`Dit nummer bestaat alleen met een toevoeging (${fitting.length} adressen), en er is er geen gegeven.`)
  return { ...ambiguous(fitting.map((one) => one.id)), isWeak: true }
}

function ambiguous(candidates: readonly number[]): Outcome {
  const ids = [...new Set(candidates)].filter((id) => id > 0).sort((first, second) => first - second)
  return { method: 'ambiguous', addressId: null, candidates: ids, isWeak: false }
}
