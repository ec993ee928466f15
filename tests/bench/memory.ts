import { readdirSync, readFileSync } from 'node:fs'

/** Watches how much memory a process and its children hold together; Linux only. */
export interface MemoryWatch {
  /** highest sum so far in MB of what they hold, shared pages counted once; null where it cannot be seen */
  stop(): number | null
}

const EVERY_MS = 100

export function watchMemory(pid: number): MemoryWatch {
  return watch(() => familyOf(pid).reduce((sum, member) => sum + proportionalKilobytes(member), 0))
}

/** Watches the highest resident memory of one process, as the kernel itself keeps it; its children do not count. */
export function watchPeak(pid: number): MemoryWatch {
  return watch(() => Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0))
}

/** Looks again and again, and keeps the highest. */
function watch(kilobytes: () => number): MemoryWatch {
  if (process.platform !== 'linux') return { stop: () => null }
  let highest = 0
  const timer = setInterval(() => {
    highest = Math.max(highest, kilobytes())
  }, EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return megabytes(highest)
    },
  }
}

/** A process with all below it. */
function familyOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)))
  const family = [root]
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid)
  return family
}

function parentOf(pid: number): number {
  return Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0)
}

/** Pages it shares with others count for its share of them. */
function proportionalKilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

/** The kernel's kB are of 1,024 bytes, a MB is of a million. */
function megabytes(kilobytes: number): number {
  return (kilobytes * 1024) / 1_000_000
}

/** Processes come and go between listing and reading. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
