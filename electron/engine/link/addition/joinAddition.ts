import type { Reader, Writer } from '../../store/database.ts'
import { basisOfRecords, homeOf, type EntityRecord } from '../../store/entities.ts'
import { bsnOfPerson, personRowsAfter, personTables } from '../../store/entitiesPerson.ts'
import { clearPairsOf, countPairs } from '../../store/linkPairs.ts'
import { pairsOf } from '../decidedPairs.ts'
import type { Joined } from '../joinPersons.ts'
import { joinRows, type JoinedRows, type Standing } from '../joinRows.ts'
import type { Pace } from '../pace.ts'
import type { PersonColumns, PlacedRow } from '../personColumns.ts'
import { blocksBeside } from './blocks.ts'
import { decidedNow } from './decidedNow.ts'
import type { Kept } from './kept.ts'
import { columnsIn, makeGatherer, placesOfRows, type Reach } from './reach.ts'
import { reachOfAddition } from './reachOfAddition.ts'
import { keepAddition } from './saveKept.ts'

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
  const { verdicts, changed } = decidedNow(writer, kept, added)
  const decided = pairsOf(verdicts)
  const gatherer = makeGatherer(writer, kept, today, decided.same)
  const seeds = [...added, ...[...changed].flatMap((record) => gatherer.find(record) ?? [])]
  const reach = reachOfAddition({ kept, apart: decided.apart, today }, seeds, gatherer)
  const columns = columnsIn(reach.rows.values(), today)
  const places = placesOfRows(kept, columns)
  const standing = standingOf(writer, columns, reach)
  const { sizeOfBlock } = blocksBeside(kept, places.isInside)
  const joined = joinRows(writer, pace, columns, { counts: kept.counts, prior: kept.prior, sizeOfBlock, decided, beat: () => pace.advance(0) }, standing)
  const result = { ...resultOf(writer, kept, joined, standing.records), touched: new Set([...standing.persons.keys(), ...joined.numbers]) }
  keepAddition(writer, kept, columns, joined, places.placeOf, { ...result, verdicts })
  return result
}

function standingOf(writer: Writer, { record }: PersonColumns, { persons }: Reach): Standing & { records: EntityRecord[] } {
  const ids = [...persons].sort((one, other) => one - other)
  const homes = [...record].flatMap((id): [number, number][] => {
    const home = homeOf(writer, 'person', id)
    // the number of somebody with a BSN never passes to rows without it
    return home === null || (!persons.has(home) && bsnOfPerson(writer, home)) ? [] : [[id, home]]
  })
  return {
    persons: new Map(ids.map((id) => [id, bsnOfPerson(writer, id) ?? ''])),
    homes: new Map(homes),
    records: ids.flatMap((entityId) => [...basisOfRecords(writer, 'person', entityId)].map(([recordId, basis]): EntityRecord => ({ entityId, recordId, basis })).sort((one, other) => one.recordId - other.recordId)),
    clearPairs: () => clearPairsOf(writer, 'person', new Set(record)),
  }
}

/** @param before what stood of the rows that were joined anew */
function resultOf(reader: Reader, { facts }: Kept, { sizes, counts }: JoinedRows, before: readonly EntityRecord[]): Omit<Joined, 'touched'> {
  const known = new Map(facts.sizes)
  const add = (size: number, persons: number): void => void known.set(size, (known.get(size) ?? 0) + persons)
  for (const size of Map.groupBy(before, ({ entityId }) => entityId).values()) add(size.length, -1)
  for (const [size, persons] of sizes) add(size, persons)
  const pairs = new Map(countPairs(reader, 'person').map(({ status, n }) => [status, n]))
  return {
    pairs: { compared: facts.compared + counts.compared, linked: pairs.get('gekoppeld') ?? 0, proposed: pairs.get('voorstel') ?? 0, refused: pairs.get('tegenspraak') ?? 0 },
    sizes: new Map([...known].filter(([, persons]) => persons > 0)), remarks: facts.remarks,
  }
}
