import { z } from 'zod'
import { companyNameKey } from '../normalise/company.ts'
import type { Reader, Writer } from '../store/database.ts'
import { companiesNamed, countLinks, countNodes, listMortgagees, rebuildNetwork, type NetworkCounts } from '../store/links.ts'
import { addToNetwork } from '../store/linksAdded.ts'
import type { NamedMortgagee } from '../store/linksTold.ts'
import { readStage, saveStage } from '../store/linkStages.ts'
import { offices } from './offices.ts'
import type { Pace } from './pace.ts'

/** Shortest name in one spelling that points at one company. */
const SHORTEST_NAME = 3

const Facts = z.object({ links: z.record(z.string(), z.number()) })

/**
 * Makes the network from what the records were joined to, and counts it.
 * @param persons all of which something may have changed since the network was made, when companies are as they were; null when any
 *   person or company may have
 */
export function buildLinks(writer: Writer, pace: Pace, persons: ReadonlySet<number> | null): NetworkCounts {
  pace.start('Netwerk opbouwen')
  const done = persons === null ? undefined : readStage(writer, 'network')
  const after = done?.lastRecord ?? 0
  const naming = { offices, mortgagees: findMortgagees(writer, after) }
  const counts = done && persons ? addToNetwork(writer, naming, { persons, after }, Facts.parse(JSON.parse(done.facts)).links, () => pace.advance(0)) : makeNetwork(writer, pace, naming)
  saveStage(writer, 'network', JSON.stringify({ links: counts.links }))
  pace.advance(0)
  return counts
}

function makeNetwork(writer: Writer, pace: Pace, naming: Parameters<typeof rebuildNetwork>[1]): NetworkCounts {
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
