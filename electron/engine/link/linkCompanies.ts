import { companyNameKey } from '../normalise/company.ts'
import type { PairWriter } from '../store/linkPairs.ts'
import type { SizeOfBlock } from './candidates.ts'
import type { RuleIndex } from './ruleIndex.ts'
import type { Edge } from './clusters.ts'
import { homesOf, type ToldPlace } from './companiesTold.ts'
import { companiesContradict, compareCompanies, companyRules, countCompany, type CompanyEvidence } from './companyEvidence.ts'
import { mergeCompanies, type CompanyGroup } from './companyGroups.ts'
import { companyName, namesNobody, type CompanyName } from './companyNames.ts'
import type { Counted } from './countedPersons.ts'
import type { DecidedPairs } from './decidedPairs.ts'
import { readLinkModel, thresholds } from './linkModel.ts'
import { findPairs } from './findPairs.ts'
import { clusterPairs, listed, priorOf, type LinkSet } from './linkSet.ts'
import { packCounts, packedFrequencies } from './packedCounts.ts'
import { worthAsking } from './proposals.ts'
import { savePairs, type PairCounts } from './savePairs.ts'
import { makeScorer } from './scorePair.ts'
import { companyTwins } from './twins.ts'

/** The weights of the comparisons of companies. */
export const companyModel = readLinkModel('companies')
const DIVISION = 2
/** After so many companies it is seen whether to go on. */
const BEAT = 4096

/** Companies as far as numbers tell, each with what its rows say together; in the order of their first records. */
export interface CompanyUnits {
  units: readonly CompanyGroup[]
  evidence: readonly CompanyEvidence[]
}

/** What companies are compared with besides each other. */
export interface CompanyGround extends Counted {
  /** what humans decided of their rows */
  decided: DecidedPairs
  /** how many units of the whole vault have a key; without it only those compared here are counted */
  sizeOfBlock?: SizeOfBlock
  /** called now and then; may throw to stop */
  beat(): void
}

/** Companies after comparison, and what came of it. */
export interface LinkedCompanies {
  groups: CompanyGroup[]
  counts: PairCounts
  /** blocking keys of the units, by rule */
  indexes: RuleIndex[]
  /** units that are alike enough, whatever came of it */
  likely: readonly Pick<Edge, 'left' | 'right'>[]
}

/** @param told what other rows tell of where those with a number are @param beat is called now and then; may throw to stop */
export function evidenceOfCompanies(units: readonly CompanyGroup[], told: readonly ToldPlace[], beat: () => void): CompanyEvidence[] {
  const toldOf = Map.groupBy(told, ({ kvk }) => kvk)
  return units.map((unit, i) => {
    if (i % BEAT === 0) beat()
    return evidenceOf(unit, unit.kvk === null ? [] : toldOf.get(unit.kvk) ?? [])
  })
}

/** How common the values of companies are. @param beat is called now and then; may throw to stop */
export function countCompanies(evidence: readonly CompanyEvidence[], beat: () => void): Counted {
  return { counts: packCounts(listed(evidence), countCompany, beat), prior: priorOf(evidence.length) }
}

/** Joins companies that are alike enough and writes down the pairs; what humans decided goes before. */
export function linkCompanies(pairWriter: PairWriter, { units, evidence }: CompanyUnits, ground: CompanyGround): LinkedCompanies {
  const { decided, beat } = ground
  const unitOf = new Map(units.flatMap(({ records }, unit) => records.map((record): [number, number] => [record, unit])))
  const edges = (pairs: readonly [number, number][]): Edge[] => pairs.flatMap(([left, right]) => {
    const [one, other] = [unitOf.get(left), unitOf.get(right)]
    return one === undefined || other === undefined || one === other ? [] : [{ left: one, right: other, weight: 0 }]
  })
  const apart = new Set(edges(decided.apart).flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]))
  const set = companySet(evidence, ground, (left, right) => apart.size > 0 && apart.has(`${left} ${right}`))
  beat()
  const twins = companyTwins(evidence)
  const { candidates, pairs, indexes } = findPairs(set, twins)
  const clusters = clusterPairs(set, pairs, thresholds.automatic, edges(decided.same))
  const counts = savePairs(pairWriter, 'company', { pairs, clusters, automatic: thresholds.automatic, prior: set.prior, recordOf: (unit) => units[unit]?.records[0] ?? 0, modelVersion: companyModel.version, isWorthAsking: worthAsking(set, pairs, clusters), beat })
  beat()
  return { groups: mergeCompanies(units, clusters.clusterOf), counts: { compared: candidates.pairs.length + twins.length, ...counts }, indexes, likely: pairs }
}

/** @param isApart whether a human said that two units are not one */
function companySet(evidence: readonly CompanyEvidence[], { counts, prior, sizeOfBlock, beat }: CompanyGround, isApart: (left: number, right: number) => boolean): LinkSet<CompanyEvidence> {
  return {
    ...listed(evidence),
    rules: companyRules,
    score: makeScorer(companyModel, compareCompanies, packedFrequencies(counts), thresholds),
    contradicts: (left, right) => {
      const [one, other] = [evidence[left], evidence[right]]
      return isApart(left, right) || (one !== undefined && other !== undefined && companiesContradict(one, other))
    },
    isWorth: (left, right) => evidence[left]?.kvk === null || evidence[right]?.kvk === null,
    prior, thresholds, sizeOfBlock, beat,
  }
}

function evidenceOf({ kvk, rows, named, mentions }: CompanyGroup, told: readonly ToldPlace[]): CompanyEvidence {
  const mentioned = [...mentions, ...named.map(({ mention }) => mention)]
  const written = [...rows.flatMap(({ row }) => [row.name, row.tradeName]), ...mentioned.map(({ name }) => name)].filter((name) => name !== '')
  const stood = told.filter(({ isHome }) => !isHome)
  const places = new Set([...rows.map(({ row }) => row.place), ...mentioned.map(({ place }) => place), ...stood.map(({ place }) => place)].filter((place) => place !== ''))
  const related = [...told.flatMap(({ isHome, place }) => (isHome ? [place] : [])), ...named.flatMap(({ mention }) => homesOf(mention)).toSorted()]
  const homes = new Set(related.filter((place) => !places.has(place)))
  const names = new Map([...written, ...stood.map(({ name }) => name)].map((name) => companyName(name)).filter((name) => !namesNobody(name)).map((name): [string, CompanyName] => [name.written, name]))
  const forms = [...rows.map(({ row }) => row.legalForm), ...written.map((name) => companyNameKey(name).form)].filter((form) => form !== '')
  return {
    kvk,
    rsin: rows.find(({ row }) => row.rsin !== null)?.row.rsin ?? null,
    names: [...names.values()],
    forms: [...new Set(forms)],
    places: [...places],
    homes: [...homes],
    divisions: [...new Set(rows.map(({ row }) => row.sbi.slice(0, DIVISION)).filter((division) => division !== ''))],
  }
}
