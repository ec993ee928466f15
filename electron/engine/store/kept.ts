import type { Reader } from './database.ts'

/** Changes as soon as anything in the file changed, by this connection or another; what is kept in memory is stale then. */
function changeStamp(reader: Reader): string {
  const row = reader.get<{ version: number; changes: number }>('SELECT data_version AS version, total_changes() AS changes FROM pragma_data_version')
  return `${row?.version ?? 0} ${row?.changes ?? 0}`
}

/**
 * Reads something of a store once, and keeps it until anything in the store changes.
 * @param read may read by a code: then what was read by the last one is kept
 */
export function keptUntilChange<T>(read: (reader: Reader, code: string) => T): (reader: Reader, code?: string) => T {
  const kept = new WeakMap<Reader, { stamp: string; value: T }>()
  return (reader, code = '') => {
    const stamp = `${code} ${changeStamp(reader)}`
    const known = kept.get(reader)
    if (known?.stamp === stamp) return known.value
    const value = read(reader, code)
    kept.set(reader, { stamp, value })
    return value
  }
}
