import type { Reader, Writer } from '../../store/database.ts'
import { entityBases, type EntityBasis } from '../../store/entities.ts'
import { clearPackedParts, readPackedParts, savePackedPart } from '../../store/linkIndex.ts'
import { KeptVerdicts } from '../addition/kept.ts'
import { MOST_IN_BLOCK, type SizeOfBlock } from '../candidates.ts'
import { MOST_RECORDS, type RuleIndex } from '../ruleIndex.ts'
import { companyRules } from '../companyEvidence.ts'
import type { CompanyGroup } from '../companyGroups.ts'
import type { Counted } from '../countedPersons.ts'
import type { DecidedRecords } from '../decidedPairs.ts'
import type { LinkedCompanies } from '../linkCompanies.ts'
import { placeOf, type PackedCounts } from '../packedCounts.ts'
import { bytesOf, numbersIn } from '../packedLists.ts'

/** Beside what is remembered with the stage, which stands in part 0. */
const PART = 1

/**
 * What stands of the last run that joined all companies. A unit is what numbers tell to be one company, by its place in the order of
 * first records.
 */
export interface CompaniesKept extends Counted {
  /** records by which units are known, ascending, and beside each its unit and by what it came to that */
  record: Float64Array
  unitOf: Uint32Array
  basis: Uint8Array
  /** by unit: its KVK number, 0 for none */
  kvk: Float64Array
  /** units that are alike enough to be linked, proposed or refused, both ways: `one * MOST_RECORDS + other`, ascending */
  likely: Float64Array
  /** by rule: hashes of keys that too many units have to say anything, ascending */
  crowded: Uint32Array[]
  /** what humans decided */
  verdicts: DecidedRecords[]
}

/** Keeps what a whole run found out, for what is told of some companies later. */
export function keepCompanies(writer: Writer, { units, indexes, likely }: Pick<LinkedCompanies, 'indexes' | 'likely'> & { units: readonly CompanyGroup[] }, { counts, prior, verdicts }: Counted & Pick<CompaniesKept, 'verdicts'>): void {
  clearPackedParts(writer, 'company', PART)
  const rows = units.flatMap((unit, place) => rowsOf(unit).map(({ record, basis }) => ({ record, basis, place }))).sort((one, other) => one.record - other.record)
  saveList(writer, 'records', Float64Array.from(rows, ({ record }) => record))
  saveList(writer, 'units', Uint32Array.from(rows, ({ place }) => place))
  saveList(writer, 'bases', Uint8Array.from(rows, ({ basis }) => entityBases.indexOf(basis)))
  saveList(writer, 'kvk', Float64Array.from(units, ({ kvk }) => kvk ?? 0))
  for (const [rule, { id }] of companyRules.entries()) saveList(writer, `crowded ${id}`, crowdedHashes(indexes[rule] ?? new Float64Array()))
  for (const [comparison, { hashes, ends }] of Object.entries(counts)) {
    saveList(writer, `count ${comparison} hashes`, hashes)
    saveList(writer, `count ${comparison} ends`, ends)
  }
  saveList(writer, 'prior', Float64Array.of(prior))
  savePackedPart(writer, 'company', { part: PART, name: 'decided', data: new TextEncoder().encode(JSON.stringify(verdicts)) })
  saveLikely(writer, likely.flatMap(({ left, right }) => bothWays(left, right)))
}

/** Keeps pairs of units that are alike enough. @param pairs both ways, packed as in {@link CompaniesKept} */
export function saveLikely(writer: Writer, pairs: Iterable<number>): void {
  saveList(writer, 'likely', Float64Array.from(pairs).sort())
}

/** A pair as either of the two finds the other. */
export function bothWays(one: number, other: number): [number, number] {
  return [one * MOST_RECORDS + other, other * MOST_RECORDS + one]
}

export function openCompanies(reader: Reader): CompaniesKept {
  const parts = new Map(readPackedParts(reader, 'company', PART).map(({ name, data }) => [name, data]))
  const integers = (name: string): Uint32Array => numbersIn(Uint32Array, parts.get(name))
  const doubles = (name: string): Float64Array => numbersIn(Float64Array, parts.get(name))
  const comparisons = [...parts.keys()].flatMap((name) => /^count (.+) hashes$/.exec(name)?.[1] ?? [])
  const counts: PackedCounts = Object.fromEntries(comparisons.map((name) => [name, { hashes: integers(`count ${name} hashes`), ends: integers(`count ${name} ends`) }]))
  return {
    record: doubles('records'), unitOf: integers('units'), basis: numbersIn(Uint8Array, parts.get('bases')), kvk: doubles('kvk'), likely: doubles('likely'),
    crowded: companyRules.map(({ id }) => integers(`crowded ${id}`)), counts, prior: doubles('prior')[0] ?? 0,
    verdicts: KeptVerdicts.parse(JSON.parse(new TextDecoder().decode(parts.get('decided')))),
  }
}

/** The unit a record makes known; undefined when it makes none. */
export function unitOfRecord({ record, unitOf }: Pick<CompaniesKept, 'record' | 'unitOf'>, id: number): number | undefined {
  const at = placeOf(record, id)
  return record[at] === id ? unitOf[at] : undefined
}

/** The units one is alike enough to. */
export function alikeUnits({ likely }: Pick<CompaniesKept, 'likely'>, unit: number): number[] {
  const found = likely.subarray(placeOf(likely, unit * MOST_RECORDS), placeOf(likely, (unit + 1) * MOST_RECORDS))
  return Array.from(found, (pair) => pair % MOST_RECORDS)
}

/** How many units of the vault have a key, so many of those that are joined anew. */
export function sizesBesideCompanies({ crowded }: Pick<CompaniesKept, 'crowded'>): SizeOfBlock {
  return (rule, hash, own) => {
    const hashes = crowded[rule] ?? new Uint32Array()
    return hashes[placeOf(hashes, hash)] === hash ? Infinity : own
  }
}

/** The records a unit is known by; those that only give its number came by that. */
function rowsOf({ rows, named, records }: CompanyGroup): { record: number; basis: EntityBasis }[] {
  const bases = new Map([...rows.map(({ row, basis }): [number, EntityBasis] => [row.id, basis]), ...named.map(({ mention, basis }): [number, EntityBasis] => [mention.id, basis])])
  return records.map((record) => ({ record, basis: bases.get(record) ?? 'kvk' }))
}

function crowdedHashes(index: RuleIndex): Uint32Array {
  const crowded = new Set<number>()
  for (let i = MOST_IN_BLOCK; i < index.length; i += 1) {
    const hash = Math.floor((index[i] ?? 0) / MOST_RECORDS)
    if (Math.floor((index[i - MOST_IN_BLOCK] ?? 0) / MOST_RECORDS) === hash) crowded.add(hash)
  }
  return Uint32Array.from(crowded)
}

function saveList(writer: Writer, name: string, list: ArrayBufferView): void {
  savePackedPart(writer, 'company', { part: PART, name, data: bytesOf(list) })
}
