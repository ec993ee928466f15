import { z } from 'zod'
import { companyNameKey } from '../normalise/company.ts'
import type { Reader, Writer } from '../store/database.ts'
import { companiesNamed, countLinks, countNodes, listMortgagees, namesOfCompanies, rebuildNetwork, type NetworkCounts } from '../store/links.ts'
import { addToNetwork } from '../store/linksAdded.ts'
import type { NamedMortgagee, Naming } from '../store/linksTold.ts'
import { saveStage, type StageDone } from '../store/linkStages.ts'
import { offices } from './offices.ts'
import type { Pace } from './pace.ts'

/** Shortest name in one spelling that points at one company. */
const SHORTEST_NAME = 3

const Facts = z.object({
  nodes: z.object({ address: z.number(), company: z.number(), person: z.number() }),
  links: z.record(z.string(), z.number()),
})

/** Persons and companies of which something may have changed since the network was made; null when any may have. */
export interface TouchedEntities {
  persons: ReadonlySet<number> | null
  companies: ReadonlySet<number> | null
}

/**
 * Makes the network from what the records were joined to, and counts it.
 * @param drawn how far the network came before; undefined when it has to be made anew
 */
export function buildLinks(writer: Writer, pace: Pace, drawn: StageDone | undefined, { persons, companies }: TouchedEntities): NetworkCounts {
  pace.start('Netwerk opbouwen')
  const beat = (): void => pace.advance(0)
  const counted = countedBefore(drawn)
  const isAddition = drawn !== undefined && counted !== undefined && persons !== null && companies !== null && !nameMortgagees(writer, companies)
  const counts = isAddition
    ? addToNetwork(writer, namingAfter(writer, drawn.lastRecord), { persons, companies, after: drawn.lastRecord }, counted, beat)
    : makeNetwork(writer, pace, namingAfter(writer, 0))
  saveStage(writer, 'network', JSON.stringify(counts))
  pace.advance(0)
  return counts
}

/** Undefined also when an earlier version kept something of another shape. */
function countedBefore(drawn: StageDone | undefined): NetworkCounts | undefined {
  return drawn && Facts.safeParse(JSON.parse(drawn.facts)).data
}

function namingAfter(reader: Reader, after: number): Naming {
  return { offices, mortgagees: findMortgagees(reader, after) }
}

/** Whether a mortgagee goes by a name of one of these companies, or by one it no longer has: whom its mortgages are of may be another now. */
function nameMortgagees(reader: Reader, companies: ReadonlySet<number>): boolean {
  if (companies.size === 0) return false
  const keys = new Set(namesOfCompanies(reader, [...companies]).map((name) => companyNameKey(name).name))
  return listMortgagees(reader, 0).some((mortgagee) => keys.has(companyNameKey(mortgagee).name))
}

function makeNetwork(writer: Writer, pace: Pace, naming: Naming): NetworkCounts {
  rebuildNetwork(writer, naming, () => pace.advance(0))
  pace.advance(0)
  return { nodes: countNodes(writer), links: countLinks(writer) }
}

/** Mortgagees of records after one that go by the name of exactly one company, legal form included where both give it; one with a KVK number before those without. */
function findMortgagees(reader: Reader, after: number): NamedMortgagee[] {
  const mortgagees = listMortgagees(reader, after)
  if (mortgagees.length === 0) return []
  const keys = new Set(mortgagees.map((mortgagee) => companyNameKey(mortgagee).name).filter((key) => key.length >= SHORTEST_NAME))
  const byName = Map.groupBy(companiesNamed(reader, [...keys]).map(({ id, name, hasKvk }) => ({ id, hasKvk, ...companyNameKey(name) })), ({ name }) => name)
  return mortgagees.flatMap((mortgagee) => {
    const { name, form } = companyNameKey(mortgagee)
    const alike = (byName.get(name) ?? []).filter((one) => one.form === '' || form === '' || one.form === form)
    const numbered = alike.filter(({ hasKvk }) => hasKvk === 1)
    const found = numbered.length > 0 ? numbered : alike
    const [only] = found
    return found.length === 1 && only ? [{ mortgagee, companyId: only.id }] : []
  })
}
