import type { AddressChoice } from '#shared/contract/addressReview.ts'
import { entityKey } from '#shared/model/entity.ts'
import { addressLabel, postcodeLabel } from '#shared/text/names.ts'
import { choicesById, type ChoiceRow } from '../../store/addressReview.ts'
import type { Reader } from '../../store/database.ts'
import { isWithdrawn } from '../../normalise/addressStatus.ts'

/** Addresses as one chooses them, by id; those that are no longer in the vault lack. */
export function choicesOf(reader: Reader, ids: readonly number[]): Map<number, AddressChoice> {
  return new Map(choicesById(reader, ids).map((row) => [row.id, toChoice(row)]))
}

function toChoice(row: ChoiceRow): AddressChoice {
  const place = [postcodeLabel(row.postcode), row.city].filter((part) => part !== '').join(' ')
  const withdrawn = isWithdrawn(row.status)
  const detail = [place, row.usePurpose, row.area ?? '', withdrawn ? row.status.toLowerCase() : ''].filter((part) => part !== '').join(' · ')
  return { key: entityKey('address', row.id), label: addressLabel(row), detail, isWithdrawn: withdrawn }
}
