import type { Writer } from '../store/database.ts'
import { entityHomes } from '../store/entities.ts'
import { knownPersons } from '../store/entitiesPerson.ts'
import { forgetLinkDone } from '../store/linkIndex.ts'
import { allPairs } from '../store/linkPairs.ts'
import { joinAddition, rowsAfter } from './addition/joinAddition.ts'
import { openKept, type ReadAlready } from './addition/openKept.ts'
import { readHalf, type KeptHalf } from './addition/parts.ts'
import { keepWhole } from './addition/saveKept.ts'
import type { ReadingAhead } from './ahead/readAhead.ts'
import { countedRows, countPersons } from './countedPersons.ts'
import { decidedRecords, pairsOf } from './decidedPairs.ts'
import { joinRows } from './joinRows.ts'
import type { Pace } from './pace.ts'
import { readNames, type NameColumns } from './nameColumns.ts'
import { readPersonColumns } from './personColumns.ts'
import { personRemarks } from './personRemarks.ts'
import { MOST_RECORDS } from './ruleIndex.ts'
import type { PairCounts } from './savePairs.ts'

/** What came of joining the rows of one party. */
export interface Joined {
  pairs: PairCounts
  /** how many entities consist of how many rows, by size */
  sizes: ReadonlyMap<number, number>
  /** what is to be told of the run, in Dutch */
  remarks: string[]
  /** entities of which something may have changed; null when any may have */
  touched: ReadonlySet<number> | null
}

/** What a thread beside may read while addresses are matched. */
export interface ReadAhead {
  /** what earlier runs kept of the persons, for an addition to them */
  kept?: Record<KeptHalf, ReadingAhead<ReadAlready>>
  /** who the rows name, where all are joined anew */
  names?: ReadingAhead<NameColumns>
}

/** How large a vault must be for something to be of use. */
export interface Sizes {
  /** from so many rows on, a delivery is added to what is there; a smaller vault is joined anew in a moment */
  keepFrom: number
  /** of more rows nothing is kept: their places would not fit beside a hash */
  keepTo: number
  /** from so many rows, or persons to compare, on reading or comparing them takes longer than to start a thread that works along */
  shareFrom: number
}

/** What a run goes by. */
export const WORTH: Sizes = { keepFrom: 10_000, keepTo: MOST_RECORDS, shareFrom: 50_000 }

/**
 * Joins every row that names a person: by hard key (see {@link groupPersons}), then by comparison (see {@link linkPersons}). What was
 * joined before and cannot change by what came since is left alone; it ends where joining everything anew would.
 * @param today ISO day
 * @param sizes from which on something is of use; a test may lower them
 * @param ahead what a thread beside reads
 */
export function joinPersons(writer: Writer, pace: Pace, today: string, sizes: Partial<Sizes> = {}, ahead: ReadAhead = {}): Joined {
  pace.start('Personen samenvoegen')
  const kept = openKept(writer, (half) => ahead.kept?.[half].take(() => pace.advance(0)) ?? { parts: readHalf(writer, half), layout: null })
  const added = kept === null ? [] : rowsAfter(writer, kept)
  const asked = { ...WORTH, ...sizes }
  const rows = kept === null ? 0 : kept.records.count + added.length
  if (kept !== null && rows <= asked.keepTo && countedRows(rows) === countedRows(kept.records.count)) return joinAddition(writer, pace, today, kept, added)
  // nobody asks for the rest of what was kept
  void ahead.kept?.later.stop()
  return joinAllPersons(writer, pace, today, asked, ahead)
}

function joinAllPersons(writer: Writer, pace: Pace, today: string, { keepFrom, keepTo, shareFrom }: Sizes, ahead: ReadAhead): Joined {
  const beat = (): void => pace.advance(0)
  const columns = readPersonColumns(writer, ahead.names?.take(beat) ?? readNames(writer, today, beat), beat)
  pace.start('Personen vergelijken')
  const counted = countPersons(columns, beat)
  const verdicts = decidedRecords(writer, 'person')
  const joined = joinRows(writer, pace, columns, { ...counted, decided: pairsOf(verdicts), shareFrom, beat }, {
    persons: knownPersons(writer), written: undefined, homes: entityHomes(writer, 'person'), records: undefined, writePairs: () => allPairs(writer, 'person'),
  })
  const result: Joined = { pairs: joined.counts, sizes: joined.sizes, remarks: personRemarks({ columns, ...joined }), touched: null }
  if (columns.count >= keepFrom && columns.count <= keepTo) keepWhole(writer, columns, joined, { ...counted, verdicts, beat }, result)
  else forgetLinkDone(writer, 'person')
  return result
}
