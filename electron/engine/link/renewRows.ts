import type { Reader, Writer } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { successorOf } from '../store/history.ts'
import { ledgerLines, saveLineRows, type LedgerLine } from '../store/linkDecisions.ts'
import { keyOfRecord, recordsOfKeys } from './recordKey.ts'

/** A row of a line that is there, and the key it has now. */
interface Side {
  record: number
  key: string
}

/** A line of which a row is gone; each of its rows as far as it, or what took its place, is there. */
interface LostLine {
  line: LedgerLine
  sides: readonly (Side | undefined)[]
}

/**
 * Names, with the lines of the ledger, the rows that stand in the place of those a decision was taken on: a later delivery gave them under
 * another number, or brought them back. The decision holds by what a row says; by its number the ledger shows it, and what goes against it
 * is seen.
 * @param isWhole whether all rows of a party were joined anew; else only what a delivery put in a row's place is looked up, because finding a
 * row by what it says takes reading all of them
 */
export function renewRows(writer: Writer, isWhole: (party: JoinedKind) => boolean): void {
  const lost = ledgerLines(writer).flatMap((line) => lostLine(writer, line))
  for (const party of ['company', 'person'] as const) {
    const own = lost.filter(({ line }) => line.party === party)
    const missing = own.flatMap(({ line, sides }) => (sides.every((side) => side !== undefined) ? [] : keysOf(line)))
    const byKey = isWhole(party) ? recordsOfKeys(writer, party, new Set(missing)) : new Map<string, number[]>()
    for (const { line, sides } of own) saveLineRows(writer, line.id, ...rowsNow(line, sides, (key) => byKey.get(key) ?? []))
  }
}

/** Keys stand in a fixed order, rows as they stood on the screen: which is whose, a row tells. */
const keysOf = ({ leftKey, rightKey }: LedgerLine): [string, string] => [leftKey, rightKey]

function lostLine(reader: Reader, line: LedgerLine): LostLine[] {
  const { party, leftRecord, rightRecord } = line
  const found = [leftRecord, rightRecord].map((record) => sideOf(reader, party, record))
  if (found.every((side) => side !== undefined)) return []
  const sides = found.map((side, i) => side ?? successorWith(reader, party, i === 0 ? leftRecord : rightRecord, keysOf(line)))
  return [{ line, sides }]
}

function sideOf(reader: Reader, party: JoinedKind, record: number): Side | undefined {
  const key = keyOfRecord(reader, party, record)?.toString('hex')
  return key === undefined ? undefined : { record, key }
}

/** What took the place of a row, where it still says what was decided about. */
function successorWith(reader: Reader, party: JoinedKind, record: number, keys: readonly string[]): Side | undefined {
  const next = successorOf(reader, record)
  const side = next === undefined ? undefined : sideOf(reader, party, next)
  return side && keys.includes(side.key) ? side : undefined
}

function rowsNow(line: LedgerLine, [left, right]: readonly (Side | undefined)[], find: (key: string) => readonly number[]): [left: number, right: number] {
  const [first, second] = keysOf(line)
  const keyBeside = (other: Side | undefined, otherwise: string): string => (other === undefined ? otherwise : other.key === first ? second : first)
  const rowOf = (key: string): number | undefined => find(key).toSorted((one, other) => one - other)[0]
  return [left?.record ?? rowOf(keyBeside(right, first)) ?? line.leftRecord, right?.record ?? rowOf(keyBeside(left, second)) ?? line.rightRecord]
}
