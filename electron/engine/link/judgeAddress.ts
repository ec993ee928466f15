import { cityKey, isCityName } from '../normalise/city.ts'
import { abbreviates, streetKey } from '../normalise/street.ts'
import { postcodeNumber, postcodeText, type Candidate } from './addressCandidate.ts'
import { compareExtras, makeExtra, type Extra, type ExtraAgreement } from './addressExtra.ts'
import { isLike, plainName, type AddressIndex, type IndexedStreet } from './addressIndex.ts'
import type { Reading } from './addressReadings.ts'

type StreetAgreement = 'exact' | 'normalised' | 'fuzzy' | 'different' | 'notGiven'

/** How firmly an address is the one that was meant. `contradicted`: one part points at it, another part at something else. */
export type Tier = 'exact' | 'normalised' | 'fuzzy' | 'contradicted'

/** An address that may be the one that was meant. */
export interface Judged {
  candidate: Candidate
  tier: Tier
  extra: ExtraAgreement
}

/** What is looked for, prepared to be compared. */
export interface Wanted extends Omit<Reading, 'postcode'> {
  /** lower case */
  name: string
  nameKey: string
  plainName: string
  cityName: string
  cityKey: string
  /** whether addresses of the vault lie in the city */
  isCityInVault: boolean
  postcode: number
  extra: Extra
}

export function prepare(index: AddressIndex, reading: Reading): Wanted {
  const city = cityKey(reading.city)
  return {
    ...reading,
    name: reading.street.toLowerCase(),
    nameKey: streetKey(reading.street),
    plainName: plainName(reading.street),
    cityName: reading.city.toLowerCase(),
    cityKey: city,
    isCityInVault: city !== '' && index.isCity(city),
    postcode: postcodeNumber(reading.postcode),
    extra: makeExtra(reading.letter, reading.suffix),
  }
}

/** How firmly this address is the one that was meant; nothing when letter or suffix differ or nothing but the number agrees. */
export function judge(candidate: Candidate, wanted: Wanted): Judged[] {
  const extra = compareExtras(wanted.extra, candidate.extra)
  if (extra === 'different') return []
  const tier = placedTier(candidate, wanted, extra)
  return tier === null ? [] : [{ candidate, tier, extra }]
}

/** Whether street, postcode and city of an address say it was meant, letter and suffix left aside. */
export function isFirm(candidate: Candidate, wanted: Wanted): boolean {
  const tier = placedTier(candidate, wanted, 'exact')
  return tier === 'exact' || tier === 'normalised'
}

function streetAgreement(street: IndexedStreet, wanted: Wanted): StreetAgreement {
  if (wanted.nameKey === '') return 'notGiven'
  if (street.name === wanted.name) return 'exact'
  if (street.nameKey === wanted.nameKey || street.cutKeys.includes(wanted.nameKey)) return 'normalised'
  if (isLike(street, wanted)) return 'fuzzy'
  return wanted.postcode !== 0 && abbreviates(wanted.street, street.name) ? 'normalised' : 'different'
}

function placedTier(candidate: Candidate, wanted: Wanted, extra: ExtraAgreement): Tier | null {
  const tier = tierOf(candidate, wanted, streetAgreement(candidate.street, wanted), extra)
  return tier !== null && isElsewhere(candidate.street.cityKey, wanted) ? 'contradicted' : tier
}

/**
 * Whether the city that was given is another one: the vault has it as well, or it is a Dutch city. A city that nobody knows may be a
 * misspelling, the name of a municipality or, where it begins with the name of the other, a part of it (`Amsterdam Zuidoost`).
 */
function isElsewhere(city: string, wanted: Wanted): boolean {
  if (wanted.cityKey === '' || wanted.cityKey === city) return false
  return wanted.isCityInVault || (isCityName(wanted.city) && !wanted.cityKey.startsWith(city) && !city.startsWith(wanted.cityKey))
}

function tierOf(candidate: Candidate, wanted: Wanted, street: StreetAgreement, extra: ExtraAgreement): Tier | null {
  const isCityGiven = wanted.cityKey !== ''
  const isSameCity = isCityGiven && candidate.street.cityKey === wanted.cityKey
  const isLiteral = extra === 'exact' && (!isCityGiven || candidate.street.city === wanted.cityName)
  const isNamed = street === 'exact' || street === 'normalised'
  if (wanted.postcode !== 0 && candidate.postcode === wanted.postcode) {
    if (street === 'different' || (street === 'notGiven' && isCityGiven && !isSameCity)) return 'contradicted'
    return street === 'fuzzy' ? 'fuzzy' : isLiteral && street !== 'normalised' ? 'exact' : 'normalised'
  }
  if (street === 'notGiven' || street === 'different') return null
  if (wanted.postcode === 0) {
    if (!isCityGiven) return isNamed ? 'normalised' : null
    return street === 'fuzzy' ? 'fuzzy' : isLiteral && street === 'exact' ? 'exact' : 'normalised'
  }
  if (candidate.postcode === 0) return isNamed && isSameCity ? 'normalised' : null
  if (!isNamed) return null
  return isNearPostcode(wanted.postcode, candidate.postcode) ? 'fuzzy' : 'contradicted'
}

/** One character of the postcode differs, or two neighbours are swapped. */
function isNearPostcode(first: number, second: number): boolean {
  const [a, b] = [postcodeText(first), postcodeText(second)]
  const different = [...a].flatMap((character, i) => (character === b[i] ? [] : [i]))
  const [i = 0, j = 0] = different
  return different.length <= 1 || (different.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i])
}
