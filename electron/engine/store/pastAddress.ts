import type { Reader } from './database.ts'

/** SQL for the address of a row of `past_record`; one that was never matched has that of its postcode and number, where there is one such. */
export const PAST_ADDRESS = `coalesce(content ->> 'address_id', (SELECT iif(count(*) = 1, min(id), NULL) FROM address WHERE postcode <> '' AND postcode = content ->> 'given_postcode'
  AND number = content ->> 'given_number' AND letter = content ->> 'given_letter' AND suffix = content ->> 'given_suffix'))`

const UNPLACED = "SELECT 1 FROM past_record WHERE table_name = 'person_record' AND content ->> 'address_id' IS NULL AND content ->> 'given_postcode' <> '' LIMIT 1"

/** Whether of somebody who stood elsewhere before it follows from the addresses there are which one that was. */
export function haveUnplacedPersons(reader: Reader): boolean {
  return reader.get(UNPLACED) !== undefined
}
