/** How common values are, per comparison. */
export interface Frequencies {
  /** how often a value occurs, and among how many */
  count(comparison: string, value: string): { count: number; of: number }
}

/** Is told of values while they pass by. */
export interface ValueCounter {
  add(comparison: string, value: string): void
}

/** Counts values while they pass by. */
export interface FrequencyCounter extends Frequencies, ValueCounter {}

/** Empty values are not counted: who has no name shares it with nobody. */
export function countFrequencies(): FrequencyCounter {
  const counts = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  return {
    add: (comparison, value) => {
      if (value === '') return
      const own = counts.get(comparison) ?? new Map<string, number>()
      counts.set(comparison, own)
      own.set(value, (own.get(value) ?? 0) + 1)
      totals.set(comparison, (totals.get(comparison) ?? 0) + 1)
    },
    count: (comparison, value) => ({ count: counts.get(comparison)?.get(value) ?? 0, of: totals.get(comparison) ?? 0 }),
  }
}
