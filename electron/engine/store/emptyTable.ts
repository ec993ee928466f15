import type { Writer } from './database.ts'
import { identifier } from './sql.ts'

/** So many rows are deleted in a twentieth of a second. */
const ROWS_AT_ONCE = 10_000

/**
 * Takes every row out of a table that refers to another or is referred to. SQLite empties such a table row by row; it gathers which first,
 * so that `heardAt` would be heard before the work and not during it. Hence some rows at a time.
 * @param beat is called between; may throw to stop
 */
export function emptyTable(writer: Writer, table: 'branch_location' | 'link' | 'node', beat: () => void): void {
  const last = writer.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${identifier(table)}`)?.id ?? 0
  const remove = writer.prepare(`DELETE FROM ${identifier(table)} WHERE id <= ?`)
  for (let upTo = ROWS_AT_ONCE; upTo < last + ROWS_AT_ONCE; upTo += ROWS_AT_ONCE) {
    remove(upTo)
    beat()
  }
}
