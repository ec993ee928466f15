import { z } from 'zod'
import { entityKey, splitKey, type EntityKey, type SourceRef } from '#shared/model/entity.ts'
import type { Finding, FindingPattern } from '#shared/model/finding.ts'
import { deliveryKindName } from '#shared/text/deliveryKinds.ts'
import { formatCount, formatNumber } from '#shared/text/format.ts'
import { addressLabel } from '#shared/text/names.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { areaIdsOf } from '../store/areas.ts'
import type { Reader } from '../store/database.ts'
import { patterns } from '../store/findingPatterns.ts'
import { countFindings, deliveredKinds, explainFinding, findingRates, findingsOf, forgetExplanation, listFindings, type StoredFinding } from '../store/findings.ts'
import { addressFacts, companyFacts } from '../store/network.ts'
import { sourceRefs, WITHDRAWN } from '../store/provenance.ts'
import { findingLibrary } from './library.ts'

type Reading = Pick<CallContext, 'store'>

/** The patterns with how common they are here, in order of id. */
export function readLibrary({ store }: Reading): FindingPattern[] {
  const rates = new Map(findingRates(store).map((rate) => [rate.pattern, rate]))
  const delivered = new Set(deliveredKinds(store))
  return findingLibrary().definitions.map(({ id, version, label, phenomena, definition, innocent, source, since, pattern, population, requires }) => {
    const rate = rates.get(id)
    return {
      id, version, label, phenomena, definition, innocent, source, since,
      subject: patterns[pattern].subject,
      rate: rate ? { observed: isFew(rate.observed) ? '<5' : rate.observed, population: rate.population, sentence: rateSentence(rate.observed, rate.population, population) } : null,
      missing: requires.filter((kind) => !delivered.has(kind)),
    }
  })
}

/** Of so few one could tell which they are; the library can be read without a purpose. */
function isFew(count: number): boolean {
  return count > 0 && count < 5
}

function rateSentence(observed: number, population: number, words: string): string {
  if (population === 0) return `Er zijn geen ${words}.`
  if (isFew(observed)) return `Gezien bij minder dan 5 van ${formatNumber(population)} ${words}.`
  const share = observed === 0 || observed / population >= 0.0005 ? formatNumber((100 * observed) / population, 1) : 'minder dan 0,1'
  return `Gezien bij ${formatNumber(observed)} van ${formatNumber(population)} ${words} (${share} %).`
}

/** What was found about some addresses and companies, by subject. */
export function readFindings({ store }: Reading, keys: readonly EntityKey[]): Finding[] {
  return (['address', 'company'] as const).flatMap((kind) => {
    const ids = keys.map(splitKey).filter((key) => key.kind === kind)
    return toFindings(store, findingsOf(store, kind, ids.map(({ id }) => id)))
  })
}

export interface FindingPage {
  pattern: string
  /** code of a wijk or buurt, '' for everywhere */
  area: string
  withExplained: boolean
  offset: number
  limit: number
}

/** Where patterns were seen, a page at a time. */
export function readFindingPage({ store }: Reading, { area, offset, limit, ...wanted }: FindingPage): { findings: Finding[]; total: number } {
  const choice = { ...wanted, areas: area === '' ? null : areaIdsOf(store, area) }
  return { findings: toFindings(store, listFindings(store, choice, offset, limit)), total: countFindings(store, choice) }
}

/** Remembers, or with an empty reason forgets, that a pattern has an ordinary explanation here. @throws ProblemError `not-found` */
export function setExplanation({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { pattern, key, reason }: { pattern: string; key: EntityKey; reason: string }): void {
  if (!findingLibrary().definitions.some(({ id }) => id === pattern)) throw new ProblemError('not-found')
  const { kind, id } = splitKey(key)
  store.write((writer) => {
    if (reason === '') forgetExplanation(writer, pattern, kind, id)
    else explainFinding(writer, pattern, kind, id, { reason: maskBsn(reason), by: actor.name, at: now })
  })
}

const Records = z.array(z.number().nullable())

function toFindings(store: Reader, rows: readonly StoredFinding[]): Finding[] {
  const labels = labelsOf(store, rows)
  const definitionOf = new Map(findingLibrary().definitions.map((definition) => [definition.id, definition]))
  const delivered = new Set(deliveredKinds(store))
  return rows.map(({ pattern, version, subjectKind, subjectId, sentence, since, records, reason, byName, explainedAt }) => {
    const key = entityKey(subjectKind, subjectId)
    const steps = Records.parse(JSON.parse(records))
    const evidence = sourceRefs(store, steps.filter((record) => record !== null))
    const definition = definitionOf.get(pattern)
    return {
      pattern, version,
      label: definition?.label ?? pattern,
      subject: { key, label: labels.get(key) ?? '' },
      sentence, since,
      evidence,
      missing: missingOf(steps.length - evidence.length, evidence, (definition?.requires ?? []).filter((kind) => !delivered.has(kind))),
      explained: reason === null ? null : { reason, by: byName ?? '', at: explainedAt ?? '' },
    }
  })
}

/** What the evidence lacks, in sentences; nothing when it is whole. */
function missingOf(steps: number, evidence: readonly SourceRef[], kinds: readonly string[]): string[] {
  const withdrawn = evidence.filter(({ file }) => file.endsWith(WITHDRAWN)).length
  return [
    ...(steps > 0 ? [`Van ${formatCount(steps, 'stap', 'stappen')} is geen bronrij bekend.`] : []),
    ...(withdrawn > 0 ? [`${formatCount(withdrawn, 'bronrij komt', 'bronrijen komen')} uit een levering die is ingetrokken; zoek opnieuw naar patronen.`] : []),
    ...(kinds.length > 0 ? [`Niet geleverd: ${kinds.map(deliveryKindName).join(', ')}.`] : []),
  ]
}

function labelsOf(store: Reader, rows: readonly StoredFinding[]): Map<EntityKey, string> {
  const ids = (kind: 'address' | 'company') => rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)
  return new Map([
    ...addressFacts(store, ids('address'), '').map((address) => [entityKey('address', address.id), addressLabel(address)] as const),
    ...companyFacts(store, ids('company')).map(({ id, name }) => [entityKey('company', id), name] as const),
  ])
}
