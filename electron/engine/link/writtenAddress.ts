import type { GivenParts } from '#shared/model/address.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import { cityKey } from '../normalise/city.ts'
import { foldText } from '../normalise/fold.ts'
import { streetKey } from '../normalise/street.ts'

/**
 * The name under which a decision on a written address is remembered: the table of the records, who delivered them, and the address
 * in one spelling. Not the row: the same address in the next delivery of that supplier is the same question. Letter and suffix stay
 * as they are, so that 1A and 1 A are one question and 1A and 1A-1 are two.
 */
export function writtenKey(source: string, supplier: string, given: GivenParts): string {
  return [
    source, foldText(supplier).trim(), given.bag ?? '', streetKey(given.street), given.number ?? '', bare(given.letter), bare(given.suffix), given.postcode,
    cityKey(given.city),
  ].join('|')
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z\d]/g, '')
}

/** The address as written, on one line, for people to read. */
export function writtenText(given: GivenParts): string {
  const house = given.number === null ? given.street : addressLabel({ ...given, number: given.number }).trim()
  const bag = given.bag === null ? '' : `BAG ${String(given.bag).padStart(16, '0')}`
  return [house, [postcodeLabel(given.postcode), given.city].filter((part) => part !== '').join('  '), bag].filter((part) => part !== '').join(', ')
}
