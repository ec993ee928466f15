import type { Reader } from '../../store/database.ts'
import { newestLine } from '../../store/linkDecisions.ts'
import { decidedRecords, type DecidedRecords } from '../decidedPairs.ts'
import type { PlacedRow } from '../personColumns.ts'
import { keyOfRecord } from '../recordKey.ts'
import type { Kept } from './kept.ts'

/** What humans decided, and the records of which that changed since the last run. */
export interface DecidedNow {
  verdicts: DecidedRecords[]
  changed: Set<number>
}

/**
 * The verdicts that hold now. While no line was added to the ledger only new rows can come under them: a decision holds for every row
 * that says the same. After a new line all records are looked through.
 */
export function decidedNow(reader: Reader, { decided, facts }: Kept, added: readonly PlacedRow[]): DecidedNow {
  const verdicts = newestLine(reader, 'person') === facts.ledger ? withAdded(reader, decided, added) : decidedRecords(reader, 'person')
  const before = new Set(decided.map(spelled))
  const now = new Set(verdicts.map(spelled))
  const changed = [...verdicts.filter((one) => !before.has(spelled(one))), ...decided.filter((one) => !now.has(spelled(one)))]
  return { verdicts, changed: new Set(changed.flatMap(({ left, right }) => [...left, ...right])) }
}

function spelled(one: DecidedRecords): string {
  return JSON.stringify([one.leftKey, one.rightKey, one.verdict, one.left, one.right])
}

function withAdded(reader: Reader, decided: readonly DecidedRecords[], added: readonly PlacedRow[]): DecidedRecords[] {
  const more = new Map(decided.flatMap(({ leftKey, rightKey }) => [leftKey, rightKey]).map((key): [string, number[]] => [key, []]))
  if (more.size > 0) for (const { row } of added) more.get(keyOfRecord(reader, 'person', row.id)?.toString('hex') ?? '')?.push(row.id)
  const also = (records: readonly number[], key: string): number[] => [...records, ...(more.get(key) ?? [])].sort((one, other) => one - other)
  return decided.map((one) => ({ ...one, left: also(one.left, one.leftKey), right: also(one.right, one.rightKey) }))
}
