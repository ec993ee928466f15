/** Groups of records, each of which is one entity. */
export interface Groups {
  count: number
  /** the key that can never belong to another entity; null when the records share none */
  hardKey(group: number): string | null
  /** its record ids, the earliest first */
  records(group: number): Iterable<number>
}

/** The number of every group, the first number that was never used, and the rows that were numbered anew. */
export interface Numbered {
  numbers: Float64Array
  next: number
  homes: { recordId: number; entityId: number }[]
}

/**
 * Numbers for groups that stay the same from run to run, because case files name entities by them: by hard key first, then the lowest
 * number one of its rows was numbered with, then a number that was never used. A function of groups and homes alone: what was joined
 * and is taken apart again has the numbers it had.
 * @param known the entities of the run before, by hard key
 * @param homes the number each row was numbered with, for rows that were
 * @param next the first number that was never used
 */
export function numberEntities(groups: Groups, known: ReadonlyMap<string, number>, homes: ReadonlyMap<number, number>, next: number): Numbered {
  const numbers = new Float64Array(groups.count)
  const fresh: Numbered['homes'] = []
  // a number that stood for a hard key never passes to records without it
  const keyed = new Set(known.values())
  let free = next
  for (let group = 0; group < groups.count; group += 1) {
    const key = groups.hardKey(group)
    const number = (key === null ? undefined : known.get(key)) ?? lowestHome(groups.records(group), homes, keyed)
    numbers[group] = number ?? free
    if (number !== undefined) continue
    const [first] = groups.records(group)
    if (first !== undefined && key === null) fresh.push({ recordId: first, entityId: free })
    free += 1
  }
  return { numbers, next: free, homes: fresh }
}

function lowestHome(records: Iterable<number>, homes: ReadonlyMap<number, number>, keyed: ReadonlySet<number>): number | undefined {
  let lowest: number | undefined
  for (const record of records) {
    const number = homes.get(record)
    if (number !== undefined && !keyed.has(number) && (lowest === undefined || number < lowest)) lowest = number
  }
  return lowest
}
