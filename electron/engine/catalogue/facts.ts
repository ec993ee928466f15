import type { Fact } from '#shared/contract/catalogue.ts'
import { entityKey, type EntityKind, type LinkKind } from '#shared/model/entity.ts'
import type { Reader } from '../store/database.ts'
import { inspectionFacts, linkFacts, measureFacts, ownershipFacts, permitFacts } from '../store/entitiesFacts.ts'
import { sourceRefs } from '../store/provenance.ts'
import { inspectionText, linkText, measureText, ownershipText, permitText } from './factText.ts'
import { labelsOf } from './labels.ts'

/** A fact before its source and the other entity have names. */
interface RawFact {
  category: Fact['category']
  text: string
  otherKind: EntityKind | null
  otherId: number | null
  start: string | null
  end: string | null
  recordId: number
}

/** All dated facts of an entity, newest first, each with the row it rests on. */
export function factsOf(store: Reader, kind: EntityKind, id: number): Fact[] {
  const raw = [...linked(store, kind, id), ...owned(store, kind, id), ...permitted(store, kind, id), ...checked(store, kind, id)].sort(byNewest)
  const others = raw.flatMap(({ otherKind, otherId }) => (otherKind === null || otherId === null ? [] : [{ kind: otherKind, id: otherId }]))
  const labels = labelsOf(store, others)
  const sources = sourceRefs(store, raw.map(({ recordId }) => recordId))
  return raw.flatMap(({ category, text, otherKind, otherId, start, end }, i): Fact[] => {
    const source = sources[i]
    const key = otherKind === null || otherId === null ? null : entityKey(otherKind, otherId)
    return source ? [{ category, text, other: key === null ? null : { key, label: labels.get(key) ?? '' }, start, end, source }] : []
  })
}

function linked(store: Reader, kind: EntityKind, id: number): RawFact[] {
  return linkFacts(store, kind, id).map((row) => ({ ...row, category: categoryOf(row.kind), text: linkText(row, kind), start: row.started, end: row.ended }))
}

function categoryOf(kind: LinkKind): Fact['category'] {
  return kind === 'established-at' ? 'establishment' : kind === 'lives-at' ? 'residence' : 'office'
}

function owned(store: Reader, kind: EntityKind, id: number): RawFact[] {
  return ownershipFacts(store, kind, id).map((row) => ({ ...row, category: 'ownership', text: ownershipText(row), start: row.started, end: row.ended }))
}

function permitted(store: Reader, kind: EntityKind, id: number): RawFact[] {
  return permitFacts(store, kind, id).map((row) => {
    const start = row.started ?? row.decided ?? row.applied
    return { ...row, category: 'permit', text: permitText(row), start, end: row.ended }
  })
}

function checked(store: Reader, kind: EntityKind, id: number): RawFact[] {
  if (kind === 'person') return []
  const inspections = inspectionFacts(store, kind, id).map((row): RawFact => ({ ...row, category: 'inspection', text: inspectionText(row), start: row.started, end: row.ended }))
  const measures = measureFacts(store, kind, id).map((row): RawFact => ({ ...row, category: 'measure', text: measureText(row), start: row.started, end: row.ended }))
  return [...inspections, ...measures]
}

function byNewest(first: RawFact, second: RawFact): number {
  const [one, other] = [first.start ?? '', second.start ?? '']
  return one === other ? first.recordId - second.recordId : one < other ? 1 : -1
}
