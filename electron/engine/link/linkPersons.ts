import type { Reader, Writer } from '../store/database.ts'
import type { Edge } from './clusters.ts'
import { decidedPairs } from './decidedPairs.ts'
import { countFrequencies } from './frequencies.ts'
import { readLinkModel, thresholds } from './linkModel.ts'
import { clusterPairs, findPairs, priorOf, type LinkSet } from './linkSet.ts'
import { nameParts, type NameParts } from './nameParts.ts'
import { comparePersons, countPerson, meaningOfDate, personRules, personsContradict, type PersonEvidence } from './personEvidence.ts'
import { eachRow, type PersonColumns } from './personColumns.ts'
import { regroup, takeApart, type PersonGroups } from './personGroups.ts'
import { savePairs, type PairCounts } from './savePairs.ts'
import { makeScorer } from './scorePair.ts'
import { personTwins } from './twins.ts'

/** The weights of the comparisons of persons. */
const model = readLinkModel('persons')

/** Persons after comparison, and what came of it. */
export interface LinkedPersons {
  groups: PersonGroups
  /** what they were put together from: rows that share a hard key */
  units: PersonGroups
  counts: PairCounts
  evidence: readonly PersonEvidence[]
}

/**
 * Joins persons that are alike enough and writes down the pairs; what humans decided goes before. Rows that a human took apart are apart,
 * also when they share a BSN or a name and birth date.
 * @param hard groups by BSN, or by full name and birth date
 * @param fillerNames names with birth date that stand for nobody in particular: rows of that name are like nobody
 */
export function linkPersons(writer: Writer, columns: PersonColumns, hard: PersonGroups, fillerNames: ReadonlySet<number>): LinkedPersons {
  const decided = decidedPairs(writer, 'person')
  const rowOf = rowFinder(columns, [...decided.same, ...decided.apart])
  const units = takeApart(columns, hard, rowsOfPairs(decided.apart, rowOf))
  const evidence = readEvidence(writer, units, (row) => fillerNames.has(columns.nameAndBirth[row] ?? -1))
  const unitOf = ([left, right]: [number, number]): Edge => ({ left: units.groupOf[left] ?? -1, right: units.groupOf[right] ?? -1, weight: 0 })
  const apart = new Set(rowsOfPairs(decided.apart, rowOf).map(unitOf).flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]))
  const set = personSet(evidence, (left, right) => apart.size > 0 && apart.has(`${left} ${right}`))
  const twins = personTwins(columns, units)
  const { candidates, pairs } = findPairs(set, twins)
  const musts = rowsOfPairs(decided.same, rowOf).map(unitOf).filter(({ left, right }) => left !== -1 && right !== -1 && left !== right)
  const clusters = clusterPairs(set, pairs, thresholds.automatic, musts)
  const counts = savePairs(writer, 'person', {
    pairs, clusters, automatic: thresholds.automatic, prior: set.prior, recordOf: (unit) => columns.record[units.members[units.starts[unit] ?? 0] ?? 0] ?? 0, modelVersion: model.version,
  })
  return { groups: regroup(columns, units, clusters.clusterOf), units, counts: { compared: candidates.pairs.length + twins.length, ...counts }, evidence }
}

/** @param isApart whether a human said that two units are not one */
export function personSet(evidence: readonly PersonEvidence[], isApart: (left: number, right: number) => boolean = () => false): LinkSet<PersonEvidence> {
  const frequencies = countFrequencies()
  for (const person of evidence) countPerson(person, frequencies)
  const bsns = Int32Array.from(evidence, ({ bsn }) => bsn)
  return {
    records: evidence,
    rules: personRules,
    score: makeScorer(model, comparePersons, frequencies, thresholds),
    contradicts: (left, right) => {
      const [one, other] = [evidence[left], evidence[right]]
      return isApart(left, right) || (one !== undefined && other !== undefined && personsContradict(one, other))
    },
    isWorth: (left, right) => bsns[left] === -1 || bsns[right] === -1,
    prior: priorOf(evidence.length),
    thresholds,
  }
}

/** What the rows of every unit say together. @param isFiller whether a row, by place, names nobody in particular */
function readEvidence(reader: Reader, units: PersonGroups, isFiller: (row: number) => boolean): PersonEvidence[] {
  const found = Array.from({ length: units.count }, (_, unit): { bsn: number; names: NameParts[]; births: string[]; places: string[] } => ({
    bsn: units.bsnOf[unit] ?? -1, names: [], births: [], places: [],
  }))
  const known = Array.from({ length: units.count }, () => '')
  let at = 0
  for (const { row } of eachRow(reader)) {
    const unit = units.groupOf[at] ?? -1
    const own = isFiller(at) ? undefined : found[unit]
    at += 1
    if (!own) continue
    const written = `${row.givenNames}|${row.initials}|${row.prefix}|${row.familyName}`
    if (known[unit] !== written) addName(own.names, nameParts(row))
    known[unit] = written
    addText(own.births, meaningOfDate(row.birthDate))
    addText(own.places, row.place)
  }
  return found
}

function addName(names: NameParts[], name: NameParts): void {
  if (name.family.length === 0 && name.given.length === 0) return
  const text = textOf(name)
  if (!names.some((one) => textOf(one) === text)) names.push(name)
}

function textOf({ given, initials, written }: NameParts): string {
  return `${given.join(' ')}|${initials}|${written}`
}

function addText(texts: string[], text: string): void {
  if (text !== '' && !texts.includes(text)) texts.push(text)
}

function rowFinder({ count, record }: PersonColumns, pairs: readonly [number, number][]): ReadonlyMap<number, number> {
  const wanted = new Set(pairs.flat())
  const rows = new Map<number, number>()
  if (wanted.size === 0) return rows
  for (let row = 0; row < count; row += 1) if (wanted.has(record[row] ?? 0)) rows.set(record[row] ?? 0, row)
  return rows
}

function rowsOfPairs(pairs: readonly [number, number][], rowOf: ReadonlyMap<number, number>): [number, number][] {
  return pairs.flatMap(([left, right]): [number, number][] => {
    const [one, other] = [rowOf.get(left), rowOf.get(right)]
    return one === undefined || other === undefined ? [] : [[one, other]]
  })
}
