import type { Reader, Writer } from './database.ts'

/** The tables that are counted from. Of these it is kept how often they were written to; see `database.ts`. */
export const COUNTED_FROM = [
  'address', 'branch_location', 'company', 'inspection_record', 'measure_record', 'office_record', 'ownership_record', 'permit_record', 'person_record', 'signal_record',
] as const

const WRITTEN = /\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(?:main\.)?"?(\w+)/i

/** Which of the tables that are counted from a statement writes to, if any. */
export function countedTable(sql: string): string | null {
  const name = WRITTEN.exec(sql)?.[1]
  return COUNTED_FROM.find((one) => one === name) ?? null
}

/** Notes that tables were written to, in the same transaction. */
export function noteChanges(writer: Writer, tables: ReadonlySet<string>): void {
  if (tables.size === 0 || !isKept(writer)) return
  for (const table of tables) writer.run('INSERT INTO table_change VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET changes = changes + 1', table)
}

/** A vault that is being brought up to date from long ago does not keep it yet. */
function isKept(reader: Reader): boolean {
  return reader.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'table_change'") !== undefined
}

/** Whether of two states, as {@link stateOf} gives them of the same tables, at most that of one table differs. */
export function differsOnlyIn(table: (typeof COUNTED_FROM)[number], one: string, other: string): boolean {
  const rest = (state: string): string => {
    const parts: unknown[] = JSON.parse(state)
    return JSON.stringify(parts.filter((part) => !String(part).startsWith(`${table} `)))
  }
  return rest(one) === rest(other)
}

/** The tables a statement may read, of those that are counted from: every one it names. */
export function tablesNamed(sql: string): string[] {
  const words = new Set(sql.match(/\w+/g))
  return COUNTED_FROM.filter((name) => words.has(name))
}

/** The state of some tables as one text: another one as soon as a row of one of them may have changed, or the vault was made anew. */
export function stateOf(reader: Reader, tables: readonly string[]): string {
  const version = reader.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const changes = reader.all<{ name: string; changes: number }>('SELECT name, changes FROM table_change WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name', JSON.stringify(tables))
  return JSON.stringify([version, ...changes.map(({ name, changes: n }) => `${name} ${n}`)])
}
