import { spawnSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { timed } from './clock.ts'

export interface PlainImport {
  /** what did it, for the line of the bench */
  name: string
  ms: number
}

/**
 * Takes a CSV with headings into a plain SQLite file: with the `sqlite3` command line where there is one, else with a bare loop.
 * @param indexes columns that get an index of their own afterwards
 */
export async function importPlain(csv: string, file: string, separator: string, indexes: readonly string[]): Promise<PlainImport> {
  const found = spawnSync('sqlite3', ['-version']).status === 0
  const { ms } = await timed(() => (found ? byCommand(csv, file, separator, indexes) : byLoop(csv, file, separator, indexes)))
  return { name: found ? 'sqlite3 .import, onversleuteld' : 'kale lus over regels in SQLite, onversleuteld', ms }
}

function byCommand(csv: string, file: string, separator: string, indexes: readonly string[]): void {
  const script = [`.mode csv`, `.separator "${separator}" "\\n"`, `.import "${csv}" rij`, ...indexes.map((column) => `CREATE INDEX "op_${column}" ON rij ("${column}");`)].join('\n')
  const ran = spawnSync('sqlite3', [file], { input: script })
  if (ran.status !== 0) throw new Error(`sqlite3: ${String(ran.stderr)}`)
}

function byLoop(csv: string, file: string, separator: string, indexes: readonly string[]): void {
  const database = new Database(file)
  const [headings = '', ...lines] = readFileSync(csv, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/)
  const columns = headings.split(separator)
  database.exec(`CREATE TABLE rij (${columns.map((column) => `"${column}" TEXT`).join(', ')})`)
  const insert = database.prepare(`INSERT INTO rij VALUES (${columns.map(() => '?').join(', ')})`)
  database.transaction(() => {
    for (const line of lines) if (line !== '') insert.run(...line.split(separator))
  })()
  for (const column of indexes) database.exec(`CREATE INDEX "op_${column}" ON rij ("${column}")`)
  database.close()
}
