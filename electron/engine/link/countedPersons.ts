import { priorOf } from './linkSet.ts'
import { packCounts, type PackedCounts } from './packedCounts.ts'
import type { PersonColumns } from './personColumns.ts'
import { countPerson } from './personEvidence.ts'
import { groupPersons } from './personGroups.ts'
import { personKeys } from './personKeys.ts'
import { evidenceOfUnits } from './unitEvidence.ts'

/** What is known of a vault before two of its records are looked at. */
export interface Counted {
  /** how common every value is */
  counts: PackedCounts
  /** log2 odds that any two records are the same */
  prior: number
}

/** Up to so many rows all are counted; beyond that in steps, so that what was counted stays what it is while some rows come in. */
const ALL = 1000
const STEP = 1.1

/** Of so many rows, how many are counted: the oldest. More than nine in ten of them. */
export function countedRows(rows: number): number {
  if (rows <= ALL) return rows
  let counted = ALL
  while (Math.floor(counted * STEP) <= rows) counted = Math.floor(counted * STEP)
  return counted
}

/** Counts the values of the oldest rows: of every person among them, as far as a BSN or a name with birth date tells who that is. @param beat is called now and then; may throw to stop */
export function countPersons(columns: PersonColumns, beat: () => void = () => undefined): Counted {
  const oldest = oldestRows(columns, countedRows(columns.count))
  beat()
  const keys = personKeys(oldest)
  beat()
  const groups = groupPersons(oldest, keys)
  const at = evidenceOfUnits(oldest, groups, (row) => keys.fillerNames.has(oldest.nameAndBirth[row] ?? -1))
  return { counts: packCounts({ count: groups.count, at }, countPerson, beat), prior: priorOf(groups.count) }
}

/** The columns, in which rows that came later name nobody. */
function oldestRows(columns: PersonColumns, counted: number): PersonColumns {
  if (counted === columns.count) return columns
  const last = columns.record.toSorted()[counted - 1] ?? 0
  const mask = (numbers: Int32Array): Int32Array => numbers.map((number, row) => ((columns.record[row] ?? 0) > last ? -1 : number))
  return { ...columns, bsn: mask(columns.bsn), nameAndBirth: mask(columns.nameAndBirth), initials: mask(columns.initials) }
}
