/** Milliseconds a piece of work takes, with what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

/** The best of some runs: what the machine can do when nothing disturbs it. */
export async function best(runs: number, work: () => unknown): Promise<number> {
  let least = Infinity
  for (let i = 0; i < runs; i += 1) least = Math.min(least, (await timed(work)).ms)
  return least
}

/** Milliseconds a core was busy with some work, the least of some runs: what it costs, also on a machine that does more. */
export function busy(runs: number, work: () => unknown): number {
  let least = Infinity
  for (let i = 0; i < runs; i += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** The value that so large a share of the values lies at or below; 0.5 is the median. @throws RangeError when there are none */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values to take a quantile of')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Milliseconds of each of many short calls. */
export async function timeEach<T>(items: readonly T[], call: (item: T) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const item of items) times.push((await timed(() => call(item))).ms)
  return times
}
