import type { WrittenAddress } from '#shared/model/address.ts'
import { addressLabel } from '#shared/text/names.ts'
import { shortStreetName } from './street.ts'

/** Lines 5 and 6 of an address (NEN 5825:2002): short street name with number; postcode, two spaces, city in capitals. */
export function nenLines(address: WrittenAddress): [string, string] {
  const street = addressLabel({ ...address, street: shortStreetName(address.street) })
  const city = address.city.toUpperCase()
  return [street, address.postcode === '' ? city : `${address.postcode.slice(0, 4)} ${address.postcode.slice(4)}  ${city}`]
}
