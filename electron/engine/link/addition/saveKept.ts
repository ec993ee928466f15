import type { Writer } from '../../store/database.ts'
import { clearPackedParts, forgetLinkDone, saveLinkDone, savePackedPart } from '../../store/linkIndex.ts'
import { newestLine } from '../../store/linkDecisions.ts'
import { hashOf, MOST_RECORDS, type RuleIndex } from '../candidates.ts'
import type { Counted } from '../countedPersons.ts'
import type { DecidedRecords } from '../decidedPairs.ts'
import type { Joined } from '../joinPersons.ts'
import type { JoinedRows } from '../joinRows.ts'
import { personModel } from '../linkPersons.ts'
import type { PersonColumns } from '../personColumns.ts'
import { personRules } from '../personEvidence.ts'
import { firstRow } from '../personGroups.ts'
import { KEPT_VERSION, type Kept, type KeptFacts } from './kept.ts'

/** What a run found out of the rows it joined. */
type Found = Pick<JoinedRows, 'units' | 'indexes' | 'likely'>

/** Keeps what a whole run found out, for additions to it. */
export function keepWhole(writer: Writer, columns: PersonColumns, joined: Found, { counts, prior, verdicts }: Counted & { verdicts: readonly DecidedRecords[] }, { pairs, sizes, remarks }: Joined): void {
  clearPackedParts(writer, 'person')
  forgetLinkDone(writer, 'person')
  const own = (row: number): number => row
  savePart(writer, 0, { ...partOf(columns, joined, own, () => true), touched: new Float64Array() })
  for (const [comparison, hashes] of Object.entries(counts)) savePackedPart(writer, 'person', { part: 0, name: `count ${comparison}`, data: bytesOf(hashes) })
  const facts: KeptFacts = { version: KEPT_VERSION, modelVersion: personModel.version, prior, parts: 1, compared: pairs.compared, sizes: [...sizes], ledger: newestLine(writer, 'person'), remarks }
  saveVerdicts(writer, verdicts)
  saveLinkDone(writer, 'person', { lastRecord: highest(columns.record), facts: JSON.stringify(facts) })
}

/** Keeps what an addition changed, behind what stood. @param placeOf of a row; new rows have places behind those that stood */
export function keepAddition(writer: Writer, { facts, record, lastRecord }: Kept, columns: PersonColumns, joined: Found, placeOf: (row: number) => number, now: Joined & { verdicts: readonly DecidedRecords[] }): void {
  savePart(writer, facts.parts, partOf(columns, joined, placeOf, (row) => placeOf(row) >= record.length))
  const known: KeptFacts = { ...facts, parts: facts.parts + 1, compared: now.pairs.compared, sizes: [...now.sizes], ledger: newestLine(writer, 'person') }
  saveVerdicts(writer, now.verdicts)
  saveLinkDone(writer, 'person', { lastRecord: Math.max(lastRecord, highest(columns.record)), facts: JSON.stringify(known) })
}

/** What humans decided stands once, beside the first part. */
function saveVerdicts(writer: Writer, verdicts: readonly DecidedRecords[]): void {
  savePackedPart(writer, 'person', { part: 0, name: 'decided', data: new TextEncoder().encode(JSON.stringify(verdicts)) })
}

function savePart(writer: Writer, part: number, lists: Record<string, Float64Array | Uint32Array>): void {
  for (const [name, numbers] of Object.entries(lists)) savePackedPart(writer, 'person', { part, name, data: bytesOf(numbers) })
}

function partOf(columns: PersonColumns, { units, indexes, likely }: Found, placeOf: (row: number) => number, isNew: (row: number) => boolean): Record<string, Float64Array | Uint32Array> {
  const rows = Array.from({ length: columns.count }, (_, row) => row)
  const added = rows.filter(isNew).sort((one, other) => placeOf(one) - placeOf(other))
  const firsts = Uint32Array.from({ length: units.count }, (_, unit) => placeOf(firstRow(units, unit)))
  return {
    record: Float64Array.from(added, (row) => columns.record[row] ?? 0),
    touched: Float64Array.from(rows, placeOf),
    'with-bsn': Float64Array.from(firsts.filter((_, unit) => units.bsnOf[unit] !== -1)),
    ...Object.assign({}, ...personRules.map(({ id }, rule) => inHalves(`rule ${id}`, indexes[rule] ?? new Float64Array(), firsts))),
    'likely left': Uint32Array.from(likely, ({ left }) => firsts[left] ?? 0),
    'likely right': Uint32Array.from(likely, ({ right }) => firsts[right] ?? 0),
    ...inHalves('bsn', hardKeys(added, placeOf, (row) => bsnKey(columns, row))),
    ...inHalves('birth', hardKeys(added, placeOf, (row) => birthKey(columns, row))),
  }
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

/** By what rows are one without being compared, for the given rows. */
function hardKeys(rows: readonly number[], placeOf: (row: number) => number, keyOf: (row: number) => string): Float64Array {
  const keys = rows.map((row): [number, string] => [row, keyOf(row)]).filter(([, key]) => key !== '')
  return Float64Array.from(keys, ([row, key]) => hashOf(key) * MOST_RECORDS + placeOf(row)).sort()
}

export function bsnKey({ texts, bsn }: PersonColumns, row: number): string {
  return texts.bsnHashes[bsn[row] ?? -1] ?? ''
}

/** Full name with full birth date, where both tell people apart. */
export function birthKey({ texts, given, family, date, nameAndBirth }: PersonColumns, row: number): string {
  if (nameAndBirth[row] === -1) return ''
  return `${texts.givens[given[row] ?? -1]?.spelling ?? ''}|${texts.families[family[row] ?? -1]?.spelling ?? ''}|${texts.dates[date[row] ?? -1]?.text ?? ''}`
}

function highest(records: Float64Array): number {
  return records.reduce((most, record) => Math.max(most, record), 0)
}

function bytesOf(numbers: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
