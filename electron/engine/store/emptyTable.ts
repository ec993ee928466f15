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
  // establishments go by the number of their row, which leaves gaps of billions: by number of rows, not by range
  const remove = writer.prepare(`DELETE FROM ${identifier(table)} WHERE id IN (SELECT id FROM ${identifier(table)} ORDER BY id LIMIT ?)`)
  while (remove(ROWS_AT_ONCE).changes > 0) beat()
}
