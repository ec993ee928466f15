import type { Reader, Writer } from '../../store/database.ts'
import { homesOf, type EntityRecord } from '../../store/entities.ts'
import { personRowsAfter, personsOf, personTables, type PersonEntity } from '../../store/entitiesPerson.ts'
import { pairsAmong, type PairStatus, type PairWriter } from '../../store/linkPairs.ts'
import { pairsOf } from '../decidedPairs.ts'
import { compareRecords } from '../entityRecords.ts'
import type { Joined } from '../joinPersons.ts'
import { makePersonMemory } from '../linkPersons.ts'
import { joinRows, type JoinedRows, type Standing } from '../joinRows.ts'
import type { Pace } from '../pace.ts'
import { columnsOf, makeRowNumberer, type PlacedRow } from '../personColumns.ts'
import { sizesBeside } from './blocks.ts'
import { decidedNow } from './decidedNow.ts'
import type { Kept } from './kept.ts'
import { recordsOf } from './keptRows.ts'
import { personsBefore } from './personsBefore.ts'
import { alikeTo, makeGatherer, type Reach } from './reach.ts'
import { reachOfAddition } from './reachOfAddition.ts'
import { addRepeats, type Repeated } from './repeats.ts'
import { makeRows } from './readRows.ts'
import { keepAddition } from './saveKept.ts'
import { columnsAt } from './units.ts'

/** Rows that came since the last run. */
export function rowsAfter(reader: Reader, { lastRecord }: Kept): PlacedRow[] {
  return personTables.flatMap((name, table) => personRowsAfter(reader, name, lastRecord).map((row): PlacedRow => ({ row, table })))
}

/**
 * Joins the rows that came since the last run, and those humans decided on, to what is there: they and all that can come out otherwise
 * because of them are joined anew, the rest is left alone. It ends where joining everything anew would.
 * @param today ISO day
 */
export function joinAddition(writer: Writer, pace: Pace, today: string, kept: Kept, added: readonly PlacedRow[]): Joined {
  pace.start('Personen vergelijken')
  const beat = (): void => pace.advance(0)
  const { verdicts, changed } = decidedNow(writer, kept, added)
  const decided = pairsOf(verdicts)
  const [numberer, memory] = [makeRowNumberer(today), makePersonMemory()]
  const rows = makeRows(kept, numberer, added)
  const gather = makeGatherer(kept, rows, numberer.texts, decided.same)
  beat()
  const reach = reachOfAddition({ kept, apart: decided.apart, rows, gather, numberer, memory, beat }, Array.from(changed, rows.placeOf))
  beat()
  const { columns, places } = columnsAt(reach.rows, numberer)
  const standing = standingOf(writer, kept, reach, personsBefore({ columns, places }, kept))
  const joined = joinRows(writer, pace, columns, { counts: kept.counts, prior: kept.prior, sizeOfBlock: sizesBeside(kept, reach.isInside), decided, memory, beat }, standing)
  const repeated = addRepeats(writer, { kept, rows, numberer }, reach.repeats, beat)
  const result = { ...resultOf(kept, joined, standing, repeated), touched: new Set([...reach.persons, ...joined.numbers, ...repeated.persons]) }
  keepAddition(writer, kept, { came: columnsOf(rows.came, rows.came.length, numberer), columns, places, joined, repeated }, { ...result, verdicts, beat })
  return result
}

/** What stood of the rows that are joined anew. */
interface Stood extends Standing {
  persons: Map<number, string>
  records: EntityRecord[]
  pairs: PairWriter
}

/** @param written the persons whose rows were gathered, as they are written */
function standingOf(writer: Writer, kept: Kept, { rows, persons }: Reach, written: ReadonlyMap<number, PersonEntity>): Stood {
  const ids = [...persons].sort((one, other) => one - other)
  const homes = homesOf(writer, 'person', rows.map(({ record }) => record))
  const others = personsOf(writer, [...new Set(homes.flatMap(({ entityId }) => (persons.has(entityId) ? [] : [entityId])))])
  // a pair was written only of units that are alike enough
  const pairs = pairsAmong(writer, 'person', rows.filter(({ at }) => alikeTo(kept, at).length > 0).map(({ record }) => record))
  return {
    persons: new Map(ids.map((id) => [id, written.get(id)?.bsnHash ?? ''])),
    written,
    // the number of somebody with a BSN never passes to rows without it
    homes: new Map(homes.filter(({ entityId }) => persons.has(entityId) || !others.get(entityId)?.bsnHash).map(({ recordId, entityId }) => [recordId, entityId])),
    records: ids.flatMap((id) => recordsOf(kept, id)).sort(compareRecords),
    pairs,
    writePairs: () => pairs,
  }
}

function resultOf({ facts }: Kept, { sizes, counts }: JoinedRows, before: Stood, repeated: Repeated): Omit<Joined, 'touched'> {
  const known = new Map(facts.sizes)
  const add = (size: number, persons: number): void => void known.set(size, (known.get(size) ?? 0) + persons)
  for (const size of Map.groupBy([...before.records, ...repeated.records], ({ entityId }) => entityId).values()) add(size.length, -1)
  for (const [size, persons] of [...sizes, ...repeated.sizes]) add(size, persons)
  const { compared, linked, proposed, refused } = facts.pairs
  const gone = (status: PairStatus): number => before.pairs.before.get(status) ?? 0
  return {
    pairs: {
      compared: compared + counts.compared, linked: linked + counts.linked - gone('gekoppeld'),
      proposed: proposed + counts.proposed - gone('voorstel'), refused: refused + counts.refused - gone('tegenspraak'),
    },
    sizes: new Map([...known].filter(([, persons]) => persons > 0)), remarks: facts.remarks,
  }
}
