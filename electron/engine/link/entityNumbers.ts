/** Records that belong to one entity, and the key that can never belong to another; null when they share none. */
export interface RecordGroup {
  hardKey: string | null
  /** ascending */
  records: readonly number[]
}

/** What the run before knew. */
export interface KnownEntities {
  byKey: ReadonlyMap<string, number>
  byRecord: ReadonlyMap<number, number>
  /** the next number that was never used */
  next: number
}

/**
 * Numbers for groups that stay the same from run to run, because case files name entities by them: by hard key first, then the
 * number the earliest record of the group had, then a number that was never used. Groups in a fixed order give fixed numbers.
 * @returns the number of each group, in the order of `groups`, and the next free number
 */
export function numberEntities(groups: readonly RecordGroup[], known: KnownEntities): { numbers: number[]; next: number } {
  const taken = new Set<number>()
  const numbers = groups.map(({ hardKey }) => claim(hardKey === null ? undefined : known.byKey.get(hardKey), taken))
  // a number that stood for a hard key never passes to other records
  const keyed = new Set(known.byKey.values())
  groups.forEach((group, i) => {
    if (numbers[i] !== 0) return
    const earlier = group.records.map((record) => known.byRecord.get(record)).find((id) => id !== undefined && !taken.has(id) && !keyed.has(id))
    numbers[i] = claim(earlier, taken)
  })
  let next = known.next
  return { numbers: numbers.map((number) => (number === 0 ? next++ : number)), next }
}

function claim(id: number | undefined, taken: Set<number>): number {
  if (id === undefined || taken.has(id)) return 0
  taken.add(id)
  return id
}
