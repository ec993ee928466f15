import { splitRecordId } from '#shared/model/recordId.ts'
import { areYearsApart } from './compareDates.ts'
import type { KnownDate } from './nameColumns.ts'
import type { PersonColumns } from './personColumns.ts'

/** By what rows may be joined without comparing them, after fillers were recognised. By row; −1 is none. */
export interface PersonKeys {
  bsn: Int32Array
  /** full name with full birth date */
  birth: Int32Array
  /** BSNs that stand for nobody in particular */
  fillerBsns: number
  /** BSNs that stand with birth dates years apart; rows with another date than most are not joined by it */
  disputedBsns: number
  disputedRows: number
  /** names with birth date that stand for nobody in particular */
  fillerNames: ReadonlySet<number>
}

/** A BSN that stands with more names than this is a filler, not a person. */
const MOST_NAMES = 4
/** A BSN whose birth dates fall into more than this many lives is a filler as well. */
const MOST_LIVES = 2
/** No population register tells of one person in more rows of one delivery than this, all his addresses included. */
const MOST_ROWS = 30

const NONE = -1
const REGISTER = 0

/**
 * Finds what is no key. A BSN is a filler when it stands with too many names, with birth dates of too many lives, or under several
 * names on too many rows of one delivery of the population register; a name with birth date when it stands, without BSN, on too many
 * rows of such a delivery. A BSN with birth dates years apart joins the rows with the date most of them give, and those with none.
 */
export function personKeys(columns: PersonColumns): PersonKeys {
  const crowded = crowdedValues(columns, columns.bsn, columns.texts.bsnHashes.length, () => true)
  const fillers = new Set<number>()
  for (const [bsn, own] of severalOf(columns, columns.initials)) if (own.size > MOST_NAMES || crowded.has(bsn)) fillers.add(bsn)
  const kept = new Map<number, Set<number>>()
  const { dates } = columns.texts
  const telling = columns.date.map((date) => (dates[date]?.isTelling === true ? date : NONE))
  for (const [bsn, own] of severalOf(columns, telling)) {
    const { keeps, lives } = lifeOf(own, dates)
    if (lives > MOST_LIVES) fillers.add(bsn)
    if (keeps.size < own.size) kept.set(bsn, keeps)
  }
  let disputedRows = 0
  const disputed = new Set<number>()
  const bsn = columns.bsn.map((number, row) => {
    if (fillers.has(number)) return NONE
    const date = telling[row] ?? NONE
    if (date === NONE || kept.get(number)?.has(date) !== false) return number
    disputedRows += 1
    disputed.add(number)
    return NONE
  })
  const fillerNames = crowdedValues(columns, columns.nameAndBirth, columns.births, (row) => bsn[row] === NONE)
  const birth = columns.nameAndBirth.map((number) => (fillerNames.has(number) ? NONE : number))
  return { bsn, birth, fillerBsns: fillers.size, disputedBsns: disputed.size, disputedRows, fillerNames }
}

/** What stands beside each BSN, with on how many rows; only of BSNs that stand with several. */
function severalOf({ count, bsn, texts }: PersonColumns, values: Int32Array): Map<number, Map<number, number>> {
  const first = new Int32Array(texts.bsnHashes.length).fill(NONE)
  const found = new Map<number, Map<number, number>>()
  const eachValue = (visit: (number: number, value: number) => void): void => {
    for (let row = 0; row < count; row += 1) {
      const [number = NONE, value = NONE] = [bsn[row], values[row]]
      if (number !== NONE && value !== NONE) visit(number, value)
    }
  }
  eachValue((number, value) => {
    if (first[number] === NONE) first[number] = value
    else if (first[number] !== value) found.set(number, new Map())
  })
  eachValue((number, value) => {
    const own = found.get(number)
    own?.set(value, (own.get(value) ?? 0) + 1)
  })
  return found
}

/** Of the dates that stand with one BSN, by rows: those of the life most rows tell of, and how many lives they are of. */
function lifeOf(dates: ReadonlyMap<number, number>, known: readonly KnownDate[]): { keeps: Set<number>; lives: number } {
  const lives: number[][] = []
  const textOf = (date: number): string => known[date]?.text ?? ''
  // by its text where as many rows give one as another: numbers go by the order in which rows were read
  for (const [date] of [...dates].sort(([one, rows], [other, more]) => more - rows || (textOf(one) < textOf(other) ? -1 : 1))) {
    const life = lives.find((own) => own.every((one) => !areYearsApart(textOf(one), textOf(date))))
    if (life) life.push(date)
    else lives.push([date])
  }
  return { keeps: new Set(lives[0]), lives: lives.length }
}

/** Values that stand on more than {@link MOST_ROWS} rows of one delivery of the population register. @param size how many values there are */
function crowdedValues({ count, table, record }: PersonColumns, values: Int32Array, size: number, counts: (row: number) => boolean): Set<number> {
  const rows = new Int32Array(size)
  const delivery = new Float64Array(size)
  const crowded = new Set<number>()
  for (let row = 0; row < count; row += 1) {
    const value = values[row] ?? NONE
    if (value === NONE || table[row] !== REGISTER || !counts(row)) continue
    // the rows of a table come in the order of their deliveries
    const { deliveryId } = splitRecordId(record[row] ?? 0)
    rows[value] = delivery[value] === deliveryId ? (rows[value] ?? 0) + 1 : 1
    delivery[value] = deliveryId
    if ((rows[value] ?? 0) > MOST_ROWS) crowded.add(value)
  }
  return crowded
}
