import type { Reader, Writer } from './database.ts'

/** Counts of before, with the state of what they were counted from. */
export interface KeptCount {
  key: string
  stamp: string
  /** JSON */
  counts: string
}

export function keptCount(reader: Reader, key: string): KeptCount | undefined {
  return reader.get<KeptCount>('SELECT key, stamp, counts FROM kept_count WHERE key = ?', key)
}

/** Keeps these counts and forgets the ones that are not named: they are of another day or other definitions. */
export function replaceKept(writer: Writer, changed: readonly KeptCount[], keys: readonly string[]): void {
  writer.run('DELETE FROM kept_count WHERE key NOT IN (SELECT value FROM json_each(?))', JSON.stringify(keys))
  for (const { key, stamp, counts } of changed) writer.run('INSERT OR REPLACE INTO kept_count VALUES (?, ?, ?)', key, stamp, counts)
}
