import { companyNameKey } from '../normalise/company.ts'
import type { Reader, Writer } from '../store/database.ts'
import { countNetwork, listCompanyNames, listMortgagees, rebuildNetwork, type NamedMortgagee } from '../store/links.ts'
import { offices } from './offices.ts'
import type { Pace } from './pace.ts'

/** Shortest name in one spelling that points at one company. */
const SHORTEST_NAME = 3

/** Makes the network anew from what the records were joined to, and counts it. */
export function buildLinks(writer: Writer, pace: Pace): ReturnType<typeof countNetwork> {
  pace.start('Netwerk opbouwen')
  rebuildNetwork(writer, offices, findMortgagees(writer))
  pace.advance(0)
  return countNetwork(writer)
}

/** Mortgagees that go by the name of exactly one company, legal form included where both give it; one with a KVK number before those without. */
function findMortgagees(reader: Reader): NamedMortgagee[] {
  const mortgagees = listMortgagees(reader)
  if (mortgagees.length === 0) return []
  const byName = new Map<string, { id: number; form: string; hasKvk: 0 | 1 }[]>()
  for (const { id, name, hasKvk } of listCompanyNames(reader)) {
    const { name: key, form } = companyNameKey(name)
    byName.set(key, [...(byName.get(key) ?? []), { id, form, hasKvk }])
  }
  return mortgagees.flatMap((mortgagee) => {
    const { name: key, form } = companyNameKey(mortgagee)
    const alike = key.length < SHORTEST_NAME ? [] : (byName.get(key) ?? []).filter((one) => one.form === '' || form === '' || one.form === form)
    const numbered = alike.filter(({ hasKvk }) => hasKvk === 1)
    const found = numbered.length > 0 ? numbered : alike
    const [only] = found
    return found.length === 1 && only ? [{ mortgagee, companyId: only.id }] : []
  })
}
