import type { EntityKind, LinkKind, LinkStrength } from '#shared/model/entity.ts'
import { splitRecordId } from '#shared/model/recordId.ts'
import { companyNameKey } from '../normalise/company.ts'
import type { Writer } from '../store/database.ts'
import {
  addLink, addNode, clearNetwork, listApplications, listCompanyNames, listEstablishments, listOffices, listOwnerships, listPersonIds, listResidences,
  supplierOfDeliveries, type DatedRow, type NewLink,
} from '../store/links.ts'
import { authorityText, officeOf, shareText } from './offices.ts'
import type { Pace } from './pace.ts'

/** A link between entities, before nodes have numbers. */
type EntityLink = Omit<NewLink, 'fromNode' | 'toNode'> & { from: EntityEnd; to: EntityEnd }
interface EntityEnd {
  kind: EntityKind
  id: number
}

const nodeKind: Record<EntityKind, number> = { address: 1, company: 2, person: 3 }
const address = (id: number): EntityEnd => ({ kind: 'address', id })
const company = (id: number): EntityEnd => ({ kind: 'company', id })
const person = (id: number): EntityEnd => ({ kind: 'person', id })

/** How many nodes and links there are of each kind. */
export interface NetworkCounts {
  nodes: Record<EntityKind, number>
  links: Partial<Record<LinkKind, number>>
}

/**
 * Makes the network anew from what the records were joined to: every link typed, dated and with the row it rests on. Nodes are all
 * companies and persons and the addresses something links to, numbered in a fixed order.
 */
export function buildLinks(writer: Writer, pace: Pace): NetworkCounts {
  pace.start('Netwerk opbouwen')
  const links = withoutRepeats([...establishments(writer), ...residences(writer), ...officeLinks(writer), ...ownershipLinks(writer), ...applications(writer)])
  clearNetwork(writer)
  const degrees = countDegrees(links)
  const nodes = saveNodes(writer, links, degrees)
  const counts: NetworkCounts = { nodes: { address: 0, company: 0, person: 0 }, links: {} }
  for (const { kind } of nodes.ends) counts.nodes[kind] += 1
  const add = addLink(writer)
  links.forEach((link, i) => {
    const fromNode = nodes.numberOf.get(endKey(link.from)) ?? 0
    const toNode = nodes.numberOf.get(endKey(link.to)) ?? 0
    add(i + 1, { ...link, fromNode, toNode })
    counts.links[link.kind] = (counts.links[link.kind] ?? 0) + 1
  })
  pace.advance(links.length)
  return counts
}

function endKey({ kind, id }: EntityEnd): string {
  return `${nodeKind[kind]} ${id}`
}

/** The same thing told twice counts once, from its newest row; nothing links to itself. Sorted, so that numbers are fixed. */
function withoutRepeats(all: readonly EntityLink[]): EntityLink[] {
  const newest = new Map<string, EntityLink>()
  for (const link of all) {
    const key = `${endKey(link.from)}|${endKey(link.to)}|${link.kind}|${link.label}|${link.started ?? ''}`
    const known = newest.get(key)
    if (endKey(link.from) !== endKey(link.to) && (!known || known.recordId <= link.recordId)) newest.set(key, link)
  }
  return [...newest.entries()].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, link]) => link)
}

function countDegrees(links: readonly EntityLink[]): Map<string, number> {
  const degrees = new Map<string, number>()
  for (const link of links) for (const end of [endKey(link.from), endKey(link.to)]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  return degrees
}

function saveNodes(writer: Writer, links: readonly EntityLink[], degrees: ReadonlyMap<string, number>): { ends: EntityEnd[]; numberOf: Map<string, number> } {
  const linked = links.flatMap(({ from, to }) => [from, to]).filter(({ kind }) => kind === 'address').map(({ id }) => id)
  const addresses = [...new Set(linked)].sort((first, second) => first - second)
  const ends = [...addresses.map(address), ...listCompanyNames(writer).map(({ id }) => company(id)), ...listPersonIds(writer).map(person)]
  const numberOf = new Map(ends.map((end, i) => [endKey(end), i + 1]))
  const add = addNode(writer)
  ends.forEach((end, i) => add(i + 1, nodeKind[end.kind], end.id, degrees.get(endKey(end)) ?? 0))
  return { ends, numberOf }
}

function confirmed(row: DatedRow, kind: LinkKind, from: EntityEnd, to: EntityEnd, label: string): EntityLink {
  return { from, to, kind, label, started: row.started, ended: row.ended, strength: 'confirmed', sharePart: null, shareWhole: null, recordId: row.id }
}

function establishments(writer: Writer): EntityLink[] {
  const rows = current(listEstablishments(writer), supplierOfDeliveries(writer), (row) => (row.branchNumber === null ? `company ${row.companyId}` : `branch ${row.branchNumber}`))
  return rows.map((row) => {
    const label = row.isMain === null ? 'vestiging' : row.isMain === 1 ? 'hoofdvestiging' : 'nevenvestiging'
    return confirmed(row, 'established-at', company(row.companyId), address(row.addressId), label)
  })
}

function residences(writer: Writer): EntityLink[] {
  const rows = current(listResidences(writer), supplierOfDeliveries(writer), (row) => `person ${row.personId}`)
  return rows.map((row) => confirmed(row, 'lives-at', person(row.personId), address(row.addressId), 'ingeschreven'))
}

/** A newer delivery of the same supplier replaces what an older one said is still so; what has ended stays as history. */
function current<Row extends DatedRow>(rows: readonly Row[], supplierOf: ReadonlyMap<number, string>, subject: (row: Row) => string): Row[] {
  const sourceOf = (row: Row): { source: string; deliveryId: number } => {
    const { deliveryId } = splitRecordId(row.id)
    return { deliveryId, source: `${subject(row)}|${supplierOf.get(deliveryId) ?? ''}` }
  }
  const newest = new Map<string, number>()
  for (const row of rows) {
    const { source, deliveryId } = sourceOf(row)
    newest.set(source, Math.max(newest.get(source) ?? 0, deliveryId))
  }
  return rows.filter((row) => {
    const { source, deliveryId } = sourceOf(row)
    return row.ended !== null || newest.get(source) === deliveryId
  })
}

function officeLinks(writer: Writer): EntityLink[] {
  return listOffices(writer).flatMap((row) => {
    const { kind, label } = officeOf(row.office)
    const from = row.officerCompanyId !== null ? company(row.officerCompanyId) : row.personId !== null ? person(row.personId) : null
    const text = label + (kind === 'shareholder' ? shareText(row.sharePart, row.shareWhole) : authorityText(row.authority))
    return from === null ? [] : [{ ...confirmed(row, kind, from, company(row.companyId), text), sharePart: row.sharePart, shareWhole: row.shareWhole }]
  })
}

/** A mortgagee is only known by name, so that its link is no more than likely. */
const byName: LinkStrength = 'suspected'

function ownershipLinks(writer: Writer): EntityLink[] {
  const companyNamed = uniqueCompanies(writer)
  return listOwnerships(writer).flatMap((row) => {
    const from = row.companyId !== null ? company(row.companyId) : row.personId !== null ? person(row.personId) : null
    const to = address(row.addressId)
    const label = `${row.realRight}${shareText(row.sharePart, row.shareWhole)}`
    const owner = from === null ? [] : [{ ...confirmed(row, 'owner', from, to, label), sharePart: row.sharePart, shareWhole: row.shareWhole }]
    const mortgagee = row.mortgagee === '' ? undefined : companyNamed(row.mortgagee)
    const mortgage = mortgagee === undefined ? [] : [{ ...confirmed(row, 'mortgagee', company(mortgagee), to, 'hypotheek'), strength: byName }]
    return [...owner, ...mortgage]
  })
}

/** Finds the one company of a name, legal form included where both give it; undefined when there is none or more than one. */
function uniqueCompanies(writer: Writer): (name: string) => number | undefined {
  const byName = new Map<string, { id: number; form: string }[]>()
  for (const { id, name } of listCompanyNames(writer)) {
    const key = companyNameKey(name)
    byName.set(key.name, [...(byName.get(key.name) ?? []), { id, form: key.form }])
  }
  return (name) => {
    const { name: key, form } = companyNameKey(name)
    const found = key.length < 3 ? [] : (byName.get(key) ?? []).filter((one) => one.form === '' || form === '' || one.form === form)
    return found.length === 1 ? found[0]?.id : undefined
  }
}

function applications(writer: Writer): EntityLink[] {
  return listApplications(writer).flatMap((row) => {
    const from = row.companyId !== null ? company(row.companyId) : row.personId !== null ? person(row.personId) : null
    const dated = { ...row, started: row.applied ?? row.started }
    return from === null ? [] : [confirmed(dated, 'applicant', from, address(row.addressId), row.permitKind || 'vergunning')]
  })
}
