import type { Counted } from './countedPersons.ts'
import { readLinkModel, thresholds } from './linkModel.ts'
import type { LinkSet } from './linkSet.ts'
import { packedFrequencies } from './packedCounts.ts'
import { comparePersons, personRules, personsContradict, type PersonEvidence } from './personEvidence.ts'
import type { PersonColumns } from './personColumns.ts'
import { makeScorer } from './scorePair.ts'
import { evidenceOfUnits, type EvidenceColumns, type UnitRows } from './unitEvidence.ts'

/** The weights of the comparisons of persons. */
export const personModel = readLinkModel('persons')

/** Persons to link, as data alone: another thread can be given them. */
export interface PersonsToLink extends Counted {
  columns: EvidenceColumns & Pick<PersonColumns, 'nameAndBirth'>
  units: UnitRows & { count: number }
  /** names with birth date that stand for nobody in particular: rows of that name are like nobody */
  fillerNames: ReadonlySet<number>
  /** units of which a human said that they are not one, as `left right`, both ways */
  apart: ReadonlySet<string>
}

/** What may be done otherwise than a set by itself does, and what is to happen meanwhile. */
export interface PersonWays extends Pick<LinkSet<PersonEvidence>, 'sizeOfBlock' | 'see' | 'beat'> {
  rules?: LinkSet<PersonEvidence>['rules'] | undefined
  at?: LinkSet<PersonEvidence>['at'] | undefined
}

export function personSet({ columns, units, fillerNames, apart, counts, prior }: PersonsToLink, { rules = personRules, at = evidenceOfUnits(columns, units, fillerIn(columns, fillerNames)), ...ways }: PersonWays): LinkSet<PersonEvidence> {
  const { count, bsnOf } = units
  return {
    count, at, rules, prior, thresholds, ...ways,
    score: makeScorer(personModel, comparePersons, packedFrequencies(counts), thresholds),
    contradicts: (left, right) => (apart.size > 0 && apart.has(`${left} ${right}`)) || personsContradict(at(left), at(right)),
    isWorth: (left, right) => bsnOf[left] === -1 || bsnOf[right] === -1,
  }
}

/** Whether a row, by place, names nobody in particular. */
export function fillerIn({ nameAndBirth }: Pick<PersonColumns, 'nameAndBirth'>, fillerNames: ReadonlySet<number>): (row: number) => boolean {
  return (row) => fillerNames.has(nameAndBirth[row] ?? -1)
}
