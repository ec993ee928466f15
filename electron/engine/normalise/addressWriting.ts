import { shortStreetName } from './street.ts'

/** An address as the BAG holds it. */
export interface WrittenAddress {
  street: string
  number: number
  letter: string
  suffix: string
  postcode: string
  city: string
}

/** `12`, `12 A`, `12-1`, `12 A1`: letter and suffix after a space when they start with a letter, after a hyphen when with a digit. */
export function writeHouseNumber({ number, letter, suffix }: Pick<WrittenAddress, 'number' | 'letter' | 'suffix'>): string {
  const extra = letter + suffix
  return extra === '' ? `${number}` : `${number}${/^\d/.test(extra) ? '-' : ' '}${extra}`
}

/** Lines 5 and 6 of an address (NEN 5825:2002): short street name with number; postcode, two spaces, city in capitals. */
export function nenLines(address: WrittenAddress): [string, string] {
  const street = [shortStreetName(address.street), writeHouseNumber(address)].join(' ')
  const city = address.city.toUpperCase()
  return [street, address.postcode === '' ? city : `${address.postcode.slice(0, 4)} ${address.postcode.slice(4)}  ${city}`]
}
