import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Given } from '../store/counting.ts'
import type { Reader, Writer } from '../store/database.ts'
import { keptCount, replaceKept, type KeptCount } from '../store/keptCounts.ts'
import { countedPlaced, isPlacedTold } from '../store/placedSignals.ts'
import { differsOnlyIn, stateOf, tablesNamed } from '../store/tableChange.ts'
import type { Counts } from './counts.ts'

const Both = z.tuple([z.number(), z.number()])
const Stored = z.object({ areas: z.array(z.tuple([z.number(), Both])), branches: z.array(z.tuple([z.string(), Both])) })

/** Counts of an earlier run that still hold, because no row they were counted from changed since. */
export interface CountMemory {
  /** @param text what was done: the whole statement and what it was given @returns what was kept of it, or null */
  recall(text: string): unknown
  /** the same where nothing changed but that signals came to a place (store/placedSignals.ts) */
  recallUnplaced(text: string): unknown
  keep(text: string, value: unknown): void
}

/** Remembers nothing: everything is counted. */
export const noMemory: CountMemory = { recall: () => null, recallUnplaced: () => null, keep: () => undefined }

/** The memory of a vault; what was counted is only kept when it is saved. */
export interface VaultMemory extends CountMemory {
  save(writer: Writer): void
}

/** What was done, under its key, with the state of its tables now and what was kept of it. */
interface Entry {
  key: string
  stamp: string
  kept: KeptCount | undefined
}

/**
 * Counts are kept under the very statement that counts them and the parameters it reads, so that another definition, day or list is
 * another count. The state of the tables is taken before anything is counted: what changes meanwhile is counted again next time.
 */
export function openMemory(reader: Reader): VaultMemory {
  const isTold = isPlacedTold(reader)
  const signals = stateOf(reader, ['signal_record'])
  const states = new Map<string, string>()
  const entries = new Map<string, Entry>()
  const entryOf = (text: string): Entry => {
    const known = entries.get(text)
    if (known) return known
    const [key, tables] = [hash('sha256', text), tablesNamed(text)]
    const stamp = states.get(tables.join()) ?? stateOf(reader, tables)
    states.set(tables.join(), stamp)
    const entry = { key, stamp, kept: keptCount(reader, key) }
    entries.set(text, entry)
    return entry
  }
  const used = new Set<string>()
  const changed: KeptCount[] = []
  return {
    recall: (text) => {
      const { kept, stamp } = entryOf(text)
      return kept?.stamp === stamp ? JSON.parse(kept.counts) : null
    },
    recallUnplaced: (text) => {
      const { kept, stamp } = entryOf(text)
      return isTold && kept && differsOnlyIn('signal_record', kept.stamp, stamp) ? JSON.parse(kept.counts) : null
    },
    keep: (text, value) => {
      const { key, kept, stamp } = entryOf(text)
      used.add(key)
      if (kept?.stamp !== stamp) changed.push({ key, stamp, counts: JSON.stringify(value) })
    },
    save: (writer) => {
      replaceKept(writer, changed, [...used])
      countedPlaced(writer, stateOf(writer, ['signal_record']) === signals)
    },
  }
}

/** Counts by a statement as they are remembered, or null. */
export function recallCounts(memory: CountMemory, text: string, given: Given): Counts | null {
  return fromStored(memory.recall(fingerprint(text, given)))
}

/** The same as they were before signals came to a place, and nothing else changed. */
export function recallUnplaced(memory: CountMemory, text: string, given: Given): Counts | null {
  return fromStored(memory.recallUnplaced(fingerprint(text, given)))
}

function fromStored(kept: unknown): Counts | null {
  if (kept === null) return null
  const { areas, branches } = Stored.parse(kept)
  return { areas: new Map(areas), branches: new Map(branches) }
}

export function keepCounts(memory: CountMemory, text: string, given: Given, { areas, branches }: Counts): void {
  memory.keep(fingerprint(text, given), { areas: [...areas], branches: [...branches] })
}

/** A statement and the parameters it reads; equal ones count the same. */
export function fingerprint(sql: string, given: Given): string {
  const used = Object.keys(given).filter((name) => sql.includes(`'${name}'`))
  return `${sql}\n${JSON.stringify(used.toSorted().map((name) => [name, given[name]]))}`
}
