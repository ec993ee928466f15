import type { Reader } from '../store/database.ts'
import { formerNames, type FormerName } from '../store/entitiesCompany.ts'
import type { CompanyGroup } from './companyGroups.ts'
import { companyName } from './companyNames.ts'

/**
 * Homes of companies that were known by a row that is no longer there, with the row that says the same in its place: a newer delivery
 * gives the number of what an older one knew by name alone. Only where one company says so, and no row stands for the former one.
 * @param homes the number each row was numbered with
 */
export function formerHomes(reader: Reader, groups: readonly CompanyGroup[], homes: ReadonlyMap<number, number>): { recordId: number; entityId: number }[] {
  const present = new Set(groups.flatMap(({ records }) => records))
  const standing = new Set([...homes].flatMap(([record, entity]) => (present.has(record) ? [entity] : [])))
  const gone = new Map([...homes].filter(([record, entity]) => !present.has(record) && !standing.has(entity)))
  if (gone.size === 0) return []
  const heirs = heirsBySaying(groups)
  const taken = new Set(homes.keys())
  return formerNames(reader, [...gone.keys()]).flatMap((former) => {
    const heir = heirs.get(sayingOf(former))
    const entityId = gone.get(former.id)
    const recordId = heir?.records.find((record) => !taken.has(record))
    if (entityId === undefined || recordId === undefined) return []
    taken.add(recordId)
    return [{ recordId, entityId }]
  })
}

/** The one company of which rows say a name in a place; null where there are several. */
function heirsBySaying(groups: readonly CompanyGroup[]): Map<string, CompanyGroup | null> {
  const heirs = new Map<string, CompanyGroup | null>()
  for (const group of groups) {
    for (const mention of [...group.mentions, ...group.named.map((one) => one.mention)]) {
      // a name alone joins nothing
      if (mention.place === '' && mention.within === null) continue
      const saying = sayingOf(mention)
      const known = heirs.get(saying)
      heirs.set(saying, known === undefined || known === group ? group : null)
    }
  }
  return heirs
}

/** A name and where it is said: the company in which it holds an office, or the address. */
function sayingOf({ name, place, within }: Omit<FormerName, 'id'>): string {
  return `${within ?? ''}|${place}|${companyName(name).written}`
}
