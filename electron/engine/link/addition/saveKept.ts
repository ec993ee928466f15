import { splitRecordId } from '#shared/model/recordId.ts'
import type { Writer } from '../../store/database.ts'
import { clearPackedParts, forgetLinkDone, saveLinkDone, savePackedPart } from '../../store/linkIndex.ts'
import { newestLine } from '../../store/linkDecisions.ts'
import { hashOf } from '../blockingRules.ts'
import { MOST_RECORDS, type RuleIndex } from '../ruleIndex.ts'
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
import { placesOfRows } from './reach.ts'
import type { Repeated } from './repeats.ts'

/** What a run found out of the rows it joined. */
type Found = Pick<JoinedRows, 'units' | 'traits' | 'indexes' | 'likely'>

type Lists = Record<string, Uint8Array | Uint16Array | Uint32Array>

/** What stood beside it, and what is called now and then and may throw to stop. */
interface Around {
  verdicts: readonly DecidedRecords[]
  beat(): void
}

/** After so many units it is seen whether to go on. */
const BEAT = 16_384
const NONE = -1

/** Keeps what a whole run found out, for additions to it. */
export function keepWhole(writer: Writer, columns: PersonColumns, joined: Found, { counts, prior, verdicts, beat }: Counted & Around, { pairs, sizes, remarks }: Joined): void {
  clearPackedParts(writer, 'person')
  forgetLinkDone(writer, 'person')
  const own = (row: number): number => row
  savePart(writer, 0, { ...partOf(columns, joined, { placeOf: own, isNew: () => true, beat }), touched: new Uint32Array() }, beat)
  for (const [comparison, { hashes, ends }] of Object.entries(counts)) savePart(writer, 0, { [`count ${comparison} hashes`]: hashes, [`count ${comparison} ends`]: ends }, beat)
  const facts: KeptFacts = { version: KEPT_VERSION, modelVersion: personModel.version, prior, parts: 1, pairs, sizes: [...sizes], ledger: newestLine(writer, 'person'), remarks }
  saveVerdicts(writer, verdicts)
  saveLinkDone(writer, 'person', { lastRecord: highest(columns.record), facts: JSON.stringify(facts) })
}

/** What an addition changed: rows that were joined anew, and others of which the new ones repeat what was said. */
interface Addition {
  columns: PersonColumns
  joined: Found
  /** where the rows that were joined anew stand; new ones have places behind those that stood */
  placeOf(row: number): number
  repeated: Repeated
}

/** Keeps what an addition changed, behind what stood; nothing where it changed nothing. */
export function keepAddition(writer: Writer, kept: Kept, { columns, joined, placeOf, repeated }: Addition, { pairs, sizes, verdicts, beat }: Omit<Joined, 'touched'> & Around): void {
  const { facts, record, lastRecord } = kept
  const ledger = newestLine(writer, 'person')
  if (columns.count === 0 && repeated.columns.count === 0 && ledger === facts.ledger) return
  const isNew = (row: number): boolean => placeOf(row) >= record.length
  const behind = placesOfRows(kept, repeated.columns, record.length + columns.record.filter((_, row) => isNew(row)).length)
  const isBehind = (row: number): boolean => behind.placeOf(row) >= record.length
  const repeats = rowsOf(repeated.columns, { placeOf: behind.placeOf, isNew: isBehind, beat })
  savePart(writer, facts.parts, { ...partOf(columns, joined, { placeOf, isNew, beat }, repeats), ...grownUnits(kept, repeated) }, beat)
  const known: KeptFacts = { ...facts, parts: facts.parts + 1, pairs, sizes: [...sizes], ledger }
  saveVerdicts(writer, verdicts)
  saveLinkDone(writer, 'person', { lastRecord: Math.max(lastRecord, highest(columns.record), highest(repeated.columns.record)), facts: JSON.stringify(known) })
}

/** Of how many rows units have come to be that were not joined anew, by their first rows. */
function grownUnits({ placeOf, unitAt, units: { rows } }: Kept, { repeats }: Repeated): Lists {
  const grown = Map.groupBy(repeats, ({ first }) => placeOf(first.record))
  return {
    grown: Uint32Array.from(grown.keys()),
    'grown rows': Uint8Array.from(grown, ([place, own]) => Math.min((rows[unitAt[place] ?? -1] ?? 0) + own.length, MOST_COUNTED + 1)),
  }
}

/** What humans decided stands once, beside the first part. */
function saveVerdicts(writer: Writer, verdicts: readonly DecidedRecords[]): void {
  savePackedPart(writer, 'person', { part: 0, name: 'decided', data: new TextEncoder().encode(JSON.stringify(verdicts)) })
}

function savePart(writer: Writer, part: number, lists: Lists, beat: () => void): void {
  for (const [name, numbers] of Object.entries(lists)) {
    beat()
    savePackedPart(writer, 'person', { part, name, data: bytesOf(numbers) })
  }
}

/** Where rows stand, and which are new. */
interface Places extends Pick<Around, 'beat'> {
  placeOf(row: number): number
  isNew(row: number): boolean
}

/** New rows, and the indexes of their hard keys. */
interface NewRows {
  records: number[]
  bsn: Float64Array
  birth: Float64Array
}

function rowsOf(columns: PersonColumns, { placeOf, isNew, beat }: Places): NewRows {
  const { texts, bsn, given, family, date, nameAndBirth, births } = columns
  const rows = Array.from({ length: columns.count }, (_, row) => row).filter(isNew).sort((one, other) => placeOf(one) - placeOf(other))
  return {
    records: rows.map((row) => columns.record[row] ?? 0),
    bsn: hardKeyIndex(rows, { placeOf, beat }, { numberOf: bsn, count: texts.bsnHashes.length, keyOf: (row) => bsnKey(texts, { bsn: bsn[row] ?? NONE }) }),
    birth: hardKeyIndex(rows, { placeOf, beat }, {
      numberOf: nameAndBirth, count: births,
      keyOf: (row) => birthKey(texts, { given: given[row] ?? NONE, family: family[row] ?? NONE, date: date[row] ?? NONE, nameAndBirth: nameAndBirth[row] ?? NONE }),
    }),
  }
}

const noRows: NewRows = { records: [], bsn: new Float64Array(), birth: new Float64Array() }

/** @param behind rows that came in besides, with the places behind those */
function partOf(columns: PersonColumns, { units, traits, indexes, likely }: Found, places: Places, behind = noRows): Lists {
  const { placeOf, beat } = places
  const added = rowsOf(columns, places)
  const firsts = Uint32Array.from({ length: units.count }, (_, unit) => placeOf(firstRow(units, unit)))
  return {
    ...inRuns([...added.records, ...behind.records]),
    touched: Uint32Array.from({ length: columns.count }, (_, row) => placeOf(row)),
    units: firsts,
    ...unitLists(units, traits),
    ...Object.assign({}, ...personRules.map(({ id }, rule) => {
      beat()
      return inHalves(`rule ${id}`, indexes[rule] ?? new Float64Array(), firsts)
    })),
    ...inHalves('likely', bothWays(likely, firsts)),
    ...inHalves('bsn', together(added.bsn, behind.bsn)),
    ...inHalves('birth', together(added.birth, behind.birth)),
  }
}

/** Two indexes as one. */
function together(one: Float64Array, other: Float64Array): Float64Array {
  if (other.length === 0) return one
  const all = new Float64Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all.sort()
}

/** Records as runs of one delivery: its number and how many there are, and beside those all their rows. */
function inRuns(records: readonly number[]): Lists {
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

function unitLists({ count, starts, bsnOf }: PersonGroups, traits: Found['traits']): Lists {
  const named = Object.entries(traits).map(([name, list]): [string, Lists[string]] => [`unit ${name}`, list])
  const rowsIn = (_: unknown, unit: number): number => Math.min((starts[unit + 1] ?? 0) - (starts[unit] ?? 0), MOST_COUNTED + 1)
  return { 'unit bsn': Uint8Array.from(bsnOf, (bsn) => (bsn === -1 ? 0 : 1)), 'unit rows': Uint8Array.from({ length: count }, rowsIn), ...Object.fromEntries(named) }
}

/** Pairs as an index in which either finds the other, by their first rows. */
function bothWays(likely: Found['likely'], firsts: Uint32Array): Float64Array {
  const entries = likely.flatMap(({ left, right }) => {
    const [one = 0, other = 0] = [firsts[left], firsts[right]]
    return [one * MOST_RECORDS + other, other * MOST_RECORDS + one]
  })
  return Float64Array.from(entries).sort()
}

/** An index in two lists, hashes and places. @param placeOf what the numbers in the index stand for; themselves without it */
function inHalves(name: string, index: RuleIndex, placeOf?: Uint32Array): Record<string, Uint32Array> {
  const [hashes, places] = [new Uint32Array(index.length), new Uint32Array(index.length)]
  for (let i = 0; i < index.length; i += 1) {
    const entry = index[i] ?? 0
    const hash = Math.floor(entry / MOST_RECORDS)
    const number = entry - hash * MOST_RECORDS
    hashes[i] = hash
    places[i] = placeOf ? (placeOf[number] ?? 0) : number
  }
  return { [`${name} hashes`]: hashes, [`${name} places`]: places }
}

/** The hard key of every row: its number, −1 for none, and what is behind that. */
interface NumberedKeys {
  numberOf: Int32Array
  /** how many there are */
  count: number
  keyOf(row: number): string
}

/** By what rows are one without being compared, for the given rows. */
function hardKeyIndex(rows: readonly number[], { placeOf, beat }: Pick<Places, 'placeOf' | 'beat'>, { numberOf, count, keyOf }: NumberedKeys): Float64Array {
  const entries = new Float64Array(rows.length)
  // each key is hashed once, however many rows have it
  const hashes = new Float64Array(count).fill(NONE)
  let size = 0
  for (const [i, row] of rows.entries()) {
    if (i % BEAT === 0) beat()
    const number = numberOf[row] ?? NONE
    if (number === NONE) continue
    if (hashes[number] === NONE) hashes[number] = hashOf(keyOf(row))
    entries[size++] = (hashes[number] ?? 0) * MOST_RECORDS + placeOf(row)
  }
  return entries.subarray(0, size).sort()
}

function highest(records: Float64Array): number {
  return records.reduce((most, record) => Math.max(most, record), 0)
}
