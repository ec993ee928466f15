import { LinkKind, LinkStrength, entityKey, splitKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkNode } from '#shared/model/network.ts'
import { splitRecordId } from '#shared/model/recordId.ts'
import { addressLabel, kvkOrNone, legalFormLabel, personLabel, postcodeLabel } from '#shared/text/names.ts'
import { linkKindNoun } from '#shared/text/terms.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import {
  addressFacts, companyFacts, deliveryPurposes, entityOf, findNode, linkRows, nodeKinds, nodeRefs, personFacts, type EntityRef, type LinkRow,
} from '../store/network.ts'
import { sourceRefs } from '../store/provenance.ts'
import { groundOf } from './grounds.ts'
import { degreeOf, type LinkGraph } from './linkGraph.ts'

/** Label and one line of facts of an entity. */
type Facts = Pick<NetworkNode, 'label' | 'detail' | 'references'>

/** An entity and its node in the graph; null when nothing links to it. */
export interface Located {
  key: EntityKey
  node: number | null
}

/** Where entities stand in the graph, each once. */
export function locate(store: Reader, keys: readonly EntityKey[]): Located[] {
  return [...new Set(keys)].map((key) => ({ key, node: findNode(store, refOf(key)) }))
}

function refOf(key: EntityKey): EntityRef {
  const { kind, id } = splitKey(key)
  return { kind: nodeKinds.indexOf(kind) + 1, ref: id }
}

/** The keys of nodes by node number, in the order in which they were asked. */
export function keysOf(store: Reader, nodes: readonly number[]): Map<number, EntityKey> {
  const refs = nodeRefs(store, nodes)
  const keys = new Map<number, EntityKey>()
  for (const node of nodes) {
    const found = refs.get(node)
    if (found) keys.set(node, entityOf(found.kind, found.ref))
  }
  return keys
}

/**
 * Nodes with label, facts, number of links and, for addresses, the departments with a live reference.
 * @param today ISO day that decides which references live
 * @throws ProblemError `not-found` when one of them is not in the vault
 */
export function readNodes(store: Reader, graph: LinkGraph, places: readonly Located[], today: string): NetworkNode[] {
  const facts = readFacts(store, places.map(({ key }) => key), today)
  return places.map(({ key, node }) => {
    const found = facts.get(key)
    if (!found) throw new ProblemError('not-found')
    return { key, kind: splitKey(key).kind, ...found, degree: node === null ? 0 : degreeOf(graph, node) }
  })
}

function readFacts(store: Reader, keys: readonly EntityKey[], today: string): Map<EntityKey, Facts> {
  const ids: Record<EntityKind, number[]> = { address: [], company: [], person: [] }
  for (const key of keys) {
    const { kind, id } = splitKey(key)
    ids[kind].push(id)
  }
  const facts = new Map<EntityKey, Facts>()
  for (const address of addressFacts(store, ids.address, today)) {
    const detail = joined([postcodeLabel(address.postcode) || address.city, address.usePurpose])
    facts.set(entityKey('address', address.id), { label: addressLabel(address), detail, references: address.references })
  }
  for (const company of companyFacts(store, ids.company)) {
    const detail = joined([legalFormLabel[company.legalForm] ?? '', kvkOrNone(company.kvk)])
    facts.set(entityKey('company', company.id), { label: company.name, detail, references: 0 })
  }
  for (const person of personFacts(store, ids.person)) {
    const detail = person.birthDate === null ? '' : `geboren ${person.birthDate.slice(0, 4)}`
    facts.set(entityKey('person', person.id), { label: personLabel(person), detail, references: 0 })
  }
  return facts
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

/** Links in full with the row they come from and the ground their delivery was taken in on. */
export function readLinks(store: Reader, ids: readonly number[], keys: ReadonlyMap<number, EntityKey>): NetworkLink[] {
  const rows = linkRows(store, ids)
  const purposes = deliveryPurposes(store, [...new Set(rows.map(deliveryOf))])
  const sources = sourceRefs(store, rows.map((row) => row.recordId))
  return rows.map((row, position) => {
    const [from, to, kind] = [keys.get(row.fromNode), keys.get(row.toNode), LinkKind.parse(row.kind)]
    const source = sources[position]
    if (from === undefined || to === undefined || !source) throw new Error('a link without its nodes or source')
    return {
      id: row.id,
      from,
      to,
      kind,
      label: row.label || linkKindNoun[kind],
      start: row.started,
      end: row.ended,
      strength: LinkStrength.parse(row.strength),
      ground: groundOf(purposes.get(deliveryOf(row)) ?? ''),
      source,
    }
  })
}

function deliveryOf(row: LinkRow): number {
  return splitRecordId(row.recordId).deliveryId
}
