import { splitRecordId } from '#shared/model/recordId.ts'
import { packTexts } from '../packedTexts.ts'
import type { PersonColumns } from '../personColumns.ts'
import { said, shapes, type Said } from './keptRows.ts'
import type { Lists } from './parts.ts'

const NONE = -1

/** Persons of rows, 0 for none, and by what they came to them. */
export interface PersonsOfRows {
  person: Uint32Array
  basis: Uint8Array
}

/** The rows of columns, to be kept. */
export function* packRows(columns: PersonColumns, { person, basis }: PersonsOfRows): Generator<Lists, void> {
  const { texts } = columns
  const half = <Half>(all: readonly Half[], first: (half: Half) => string, second: (half: Half) => string) => (number: number, i: number): string => {
    const found = all[number]
    return found === undefined ? '' : i === 0 ? first(found) : second(found)
  }
  const behind: Record<Said, (number: number, i: number) => string> = {
    bsn: (number) => texts.bsnHashes[number] ?? '',
    given: half(texts.givens, ({ givenNames }) => givenNames, ({ initials }) => initials),
    family: half(texts.families, ({ prefix }) => prefix, ({ familyName }) => familyName),
    date: (number) => texts.dates[number]?.text ?? '',
    place: (number) => texts.places[number] ?? '',
    formerly: (number) => texts.formerly[number]?.join('\n') ?? '',
  }
  yield inRuns(columns.record)
  yield { 'row table': columns.table, 'row person': person, 'row basis': basis }
  for (const name of said) {
    const { numbers, used } = fromNought(columns[name])
    const { size, encoding } = shapes[name]
    const { bytes, ends } = packTexts(used.length * size, (at) => behind[name](used[Math.floor(at / size)] ?? NONE, at % size), encoding)
    yield { [`row ${name}`]: numbers, [`${name} texts`]: bytes, [`${name} ends`]: ends }
  }
}

/** The same numbers, counted anew from 0 by when they come first, and what they were; those below stay. */
function fromNought(numbers: Int32Array): { numbers: Int32Array; used: number[] } {
  const now = new Int32Array(numbers.reduce((most, number) => Math.max(most, number), NONE) + 1).fill(NONE)
  const used: number[] = []
  for (const number of numbers) if (number >= 0 && now[number] === NONE) now[number] = used.push(number) - 1
  return { numbers: numbers.map((number) => (number < 0 ? number : (now[number] ?? NONE))), used }
}

/** Records as runs of one delivery: its number and how many there are, and beside those all their rows. */
function inRuns(records: Float64Array): Lists {
  const runs: number[] = []
  const rows = new Uint32Array(records.length)
  for (const [i, record] of records.entries()) {
    const { deliveryId, row } = splitRecordId(record)
    rows[i] = row
    if (runs.at(-2) === deliveryId) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(deliveryId, 1)
  }
  return { deliveries: Uint32Array.from(runs), rows }
}
