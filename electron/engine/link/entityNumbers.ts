/** Groups of records, each of which is one entity. */
export interface Groups {
  count: number
  /** the key that can never belong to another entity; null when the records share none */
  hardKey(group: number): string | null
  /** the numbers its records had in the run before, by record; 0 where there was none */
  earlier(group: number): Iterable<number>
}

/**
 * Numbers for groups that stay the same from run to run, because case files name entities by them: by hard key first, then the
 * number the earliest record of the group had, then a number that was never used. Groups in a fixed order give fixed numbers.
 * @param known the entities of the run before, by hard key
 * @param next the first number that was never used
 */
export function numberEntities(groups: Groups, known: ReadonlyMap<string, number>, next: number): { numbers: Float64Array; next: number } {
  const numbers = new Float64Array(groups.count)
  const taken = new Set<number>()
  for (let group = 0; group < groups.count; group += 1) {
    const key = groups.hardKey(group)
    const number = key === null ? undefined : known.get(key)
    if (number !== undefined && !taken.has(number)) take(group, number)
  }
  // a number that stood for a hard key never passes to records without it
  const keyed = new Set(known.values())
  for (let group = 0; group < groups.count; group += 1) {
    if (numbers[group] !== 0) continue
    for (const number of groups.earlier(group)) {
      if (number === 0 || taken.has(number) || keyed.has(number)) continue
      take(group, number)
      break
    }
  }
  let free = next
  for (let group = 0; group < groups.count; group += 1) {
    if (numbers[group] !== 0) continue
    numbers[group] = free
    free += 1
  }
  return { numbers, next: free }

  function take(group: number, number: number): void {
    numbers[group] = number
    taken.add(number)
  }
}
