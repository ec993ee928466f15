import type { Writer } from '../../store/database.ts'
import { clearPackedParts, forgetLinkDone, saveLinkDone, savePackedPart } from '../../store/linkIndex.ts'
import { entityBases } from '../../store/entities.ts'
import { newestLine } from '../../store/linkDecisions.ts'
import type { Counted } from '../countedPersons.ts'
import type { DecidedRecords } from '../decidedPairs.ts'
import type { Joined } from '../joinPersons.ts'
import type { JoinedRows } from '../joinRows.ts'
import { personModel } from '../personSet.ts'
import { bytesOf } from '../packedLists.ts'
import type { PersonColumns } from '../personColumns.ts'
import { personRules } from '../personEvidence.ts'
import { firstRow, type PersonGroups } from '../personGroups.ts'
import { birthKey, bsnKey } from './hardKeys.ts'
import { KEPT_VERSION, MOST_COUNTED, type Kept, type KeptFacts } from './kept.ts'
import { bothWays, hardKeyIndex, inHalves } from './packIndexes.ts'
import { packRows, type PersonsOfRows } from './packRows.ts'
import { nameOfRule, nameOfTrait, type Lists } from './parts.ts'
import type { Repeated } from './repeats.ts'
import type { ColumnsAt } from './units.ts'

/** What a run found out of the rows it joined. */
type Found = Pick<JoinedRows, 'units' | 'traits' | 'indexes' | 'likely' | 'groups' | 'numbers' | 'bases'>

/** What stood beside it, and what is called now and then and may throw to stop. */
interface Around {
  verdicts: readonly DecidedRecords[]
  beat(): void
}

const NONE = -1

/** Keeps what a whole run found out, for additions to it. */
export function keepWhole(writer: Writer, columns: PersonColumns, joined: Found, { counts, prior, verdicts, beat }: Counted & Around, { pairs, sizes, remarks }: Joined): void {
  clearPackedParts(writer, 'person')
  forgetLinkDone(writer, 'person')
  const places = Int32Array.from({ length: columns.count }, (_, row) => row)
  savePart(writer, 0, rowsOf(columns, 0, personsOf(joined), beat), beat)
  savePart(writer, 0, unitsOf(joined, places), beat)
  savePart(writer, 0, Object.entries(counts).map(([comparison, { hashes, ends }]) => ({ [`count ${comparison} hashes`]: hashes, [`count ${comparison} ends`]: ends })), beat)
  const facts: KeptFacts = { version: KEPT_VERSION, modelVersion: personModel.version, prior, parts: 1, pairs, sizes: [...sizes], ledger: newestLine(writer, 'person'), remarks }
  saveVerdicts(writer, verdicts)
  saveLinkDone(writer, 'person', { lastRecord: highest(columns.record), facts: JSON.stringify(facts) })
}

/** What an addition changed: rows that were joined anew, and others of which the new ones repeat what was said. */
interface Addition extends ColumnsAt {
  /** rows that came in, with places behind those that stood */
  came: PersonColumns
  joined: Found
  repeated: Repeated
}

/** Keeps what an addition changed, behind what stood; nothing where it changed nothing. */
export function keepAddition(writer: Writer, kept: Kept, { came, columns, places, joined, repeated }: Addition, { pairs, sizes, verdicts, beat }: Omit<Joined, 'touched'> & Around): void {
  const { facts, records, lastRecord } = kept
  const ledger = newestLine(writer, 'person')
  if (columns.count === 0 && repeated.repeats.length === 0 && ledger === facts.ledger) return
  const touched = personsOf(joined)
  savePart(writer, facts.parts, rowsOf(came, records.count, ofCame(came.count, records.count, touched, places, repeated), beat), beat)
  savePart(writer, facts.parts, unitsOf(joined, places), beat)
  savePart(writer, facts.parts, [{ ...grownUnits(kept, repeated), touched: Uint32Array.from(places), 'touched person': touched.person, 'touched basis': touched.basis }], beat)
  const known: KeptFacts = { ...facts, parts: facts.parts + 1, pairs, sizes: [...sizes], ledger }
  saveVerdicts(writer, verdicts)
  saveLinkDone(writer, 'person', { lastRecord: Math.max(lastRecord, highest(came.record)), facts: JSON.stringify(known) })
}

function personsOf({ groups: { groupOf }, numbers, bases }: Found): PersonsOfRows {
  return { person: Uint32Array.from(groupOf, (group) => numbers[group] ?? 0), basis: bases }
}

/** Of rows that came in. @param first the place of the first of them @param touched of rows that were joined anew @param places of those */
function ofCame(count: number, first: number, touched: PersonsOfRows, places: Int32Array, { repeats }: Repeated): PersonsOfRows {
  const [person, basis] = [new Uint32Array(count), new Uint8Array(count)]
  for (const [row, place] of places.entries()) {
    // a list takes nothing in before its beginning
    person[place - first] = touched.person[row] ?? 0
    basis[place - first] = touched.basis[row] ?? 0
  }
  for (const repeat of repeats) {
    person[repeat.row.at - first] = repeat.first.earlier
    basis[repeat.row.at - first] = entityBases.indexOf(repeat.basis)
  }
  return { person, basis }
}

/** Of how many rows units have come to be that were not joined anew, by their first rows. */
function grownUnits({ unitAt, units: { rows } }: Kept, { repeats }: Repeated): Lists {
  const grown = Map.groupBy(repeats, ({ first }) => first.at)
  return {
    grown: Uint32Array.from(grown.keys()),
    'grown rows': Uint8Array.from(grown, ([place, own]) => Math.min((rows[unitAt[place] ?? -1] ?? 0) + own.length, MOST_COUNTED + 1)),
  }
}

/** What humans decided stands once, beside the first part. */
function saveVerdicts(writer: Writer, verdicts: readonly DecidedRecords[]): void {
  savePackedPart(writer, 'person', { part: 0, name: 'decided', data: new TextEncoder().encode(JSON.stringify(verdicts)) })
}

/** @param found few lists at a time: those of a whole vault are large */
function savePart(writer: Writer, part: number, found: Iterable<Lists>, beat: () => void): void {
  for (const lists of found) {
    for (const [name, numbers] of Object.entries(lists)) {
      beat()
      savePackedPart(writer, 'person', { part, name, data: bytesOf(numbers) })
    }
  }
}

/** Rows, and the indexes of their hard keys. @param first the place of the first of them */
function* rowsOf(columns: PersonColumns, first: number, persons: PersonsOfRows, beat: () => void): Generator<Lists, void> {
  const { texts, bsn, given, family, date, nameAndBirth, births } = columns
  yield* packRows(columns, persons)
  yield inHalves('bsn', hardKeyIndex(first, beat, { numbers: bsn, count: texts.bsnHashes.length, keyOf: (row) => bsnKey(texts, { bsn: bsn[row] ?? NONE }) }))
  yield inHalves('birth', hardKeyIndex(first, beat, {
    numbers: nameAndBirth, count: births,
    keyOf: (row) => birthKey(texts, { given: given[row] ?? NONE, family: family[row] ?? NONE, date: date[row] ?? NONE, nameAndBirth: nameAndBirth[row] ?? NONE }),
  }))
}

/** Units that were joined anew. @param places of their rows */
function* unitsOf({ units, traits, indexes, likely }: Found, places: Int32Array): Generator<Lists, void> {
  const firsts = Uint32Array.from({ length: units.count }, (_, unit) => places[firstRow(units, unit)] ?? 0)
  yield { units: firsts, ...unitLists(units, traits) }
  for (const [rule, { id }] of personRules.entries()) yield inHalves(nameOfRule(id), indexes[rule] ?? new Float64Array(), firsts)
  yield inHalves('likely', bothWays(likely, firsts))
}

function unitLists({ count, starts, bsnOf }: PersonGroups, traits: Found['traits']): Lists {
  const named = Object.entries(traits).map(([name, list]): [string, Lists[string]] => [nameOfTrait(name), list])
  const rowsIn = (_: unknown, unit: number): number => Math.min((starts[unit + 1] ?? 0) - (starts[unit] ?? 0), MOST_COUNTED + 1)
  return { 'unit bsn': Uint8Array.from(bsnOf, (bsn) => (bsn === -1 ? 0 : 1)), 'unit rows': Uint8Array.from({ length: count }, rowsIn), ...Object.fromEntries(named) }
}

function highest(records: Float64Array): number {
  return records.reduce((most, record) => Math.max(most, record), 0)
}
