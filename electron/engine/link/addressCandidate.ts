import { isWithdrawn } from '../normalise/addressStatus.ts'
import type { AddressRow } from '../store/addresses.ts'
import { makeExtra, type Extra } from './addressExtra.ts'
import type { IndexedStreet } from './addressIndex.ts'

/** An address as the matcher looks at it. */
export interface Candidate {
  id: number
  street: IndexedStreet
  number: number
  extra: Extra
  /** as a number, see {@link postcodeNumber}; 0 when it has none */
  postcode: number
  isWithdrawn: boolean
  /** whether the address was written so before, and is written otherwise now */
  isFormer: boolean
}

/** Addresses by street and number, and streets by postcode, wherever they are kept. */
export interface AddressSource {
  inStreet(streetId: number, number: number): Omit<Candidate, 'street'>[]
  streetsOf(postcode: number): readonly number[]
}

export function toCandidate(row: AddressRow): Omit<Candidate, 'street'> {
  const { id, number, letter, suffix, postcode, status } = row
  return { id, number, extra: makeExtra(letter, suffix), postcode: postcodeNumber(postcode), isWithdrawn: isWithdrawn(status), isFormer: false }
}

export function toFormer(row: AddressRow): Omit<Candidate, 'street'> {
  return { ...toCandidate(row), isFormer: true }
}

/** `1315AB` as 1315 × 676 + 1; 0 for anything that is no postcode. */
export function postcodeNumber(postcode: string): number {
  if (postcode.length !== 6) return 0
  const digits = Number(postcode.slice(0, 4))
  const first = postcode.charCodeAt(4) - 65
  const second = postcode.charCodeAt(5) - 65
  return digits >= 1000 && first >= 0 && first < 26 && second >= 0 && second < 26 ? digits * 676 + first * 26 + second : 0
}

/** The reverse of {@link postcodeNumber}. */
export function postcodeText(postcode: number): string {
  const letters = postcode % 676
  return `${Math.floor(postcode / 676)}${String.fromCharCode(65 + Math.floor(letters / 26), 65 + (letters % 26))}`
}
