import { spawnSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { computeScores } from '../../electron/engine/score/run.ts'
import type { Reader, Store, Value } from '../../electron/engine/store/database.ts'
import { best, timed } from './clock.ts'

const RUNS = 2

interface Statement {
  sql: string
  values: Value[]
}

/**
 * Counts all indicators in a vault, and the same statements once more over a plain copy of the same tables: with the `sqlite3` command
 * line where there is one, else in this process.
 */
export async function countingTwice(store: Store, file: string): Promise<{ own: number; plain: number; name: string }> {
  const statements: Statement[] = []
  const own = await best(RUNS, () => {
    statements.length = 0
    countOnly(recording(store, statements))
  })
  copyPlain(store, file, new Set(statements.flatMap(({ sql }) => sql.match(/\w+/g) ?? [])))
  const script = ['PRAGMA temp_store = MEMORY', 'PRAGMA cache_size = -262144', ...statements.map(inlined)].map((sql) => `${sql};`).join('\n')
  const found = spawnSync('sqlite3', ['-version']).status === 0
  const plain = await best(RUNS, () => (found ? byCommand(file, script) : byProcess(file, script)))
  return { own, plain, name: found ? 'sqlite3, onversleuteld' : 'SQLite in dit proces, onversleuteld' }
}

/** Stops where the counts are in: what comes after is no work of the database. */
function countOnly(reader: Reader): void {
  const stop = new Error('counted')
  try {
    computeScores(reader, '2026-11-21T09:00:00.000Z', {
      checkCancelled: () => undefined,
      report: ({ step }) => {
        if (step !== 'Tellen') throw stop
      },
    })
  } catch (error) {
    if (error !== stop) throw error
  }
}

function recording(store: Store, into: Statement[]): Reader {
  const note = (sql: string, values: Value[]) => void into.push({ sql, values })
  return {
    ...store,
    all: <Row>(sql: string, ...values: Value[]) => (note(sql, values), store.all<Row>(sql, ...values)),
    get: <Row>(sql: string, ...values: Value[]) => (note(sql, values), store.get<Row>(sql, ...values)),
    scratch: (sql, ...values) => (note(sql, values), store.scratch(sql, ...values)),
  }
}

/** Copies every table that is named. */
function copyPlain(store: Store, file: string, named: ReadonlySet<string>): void {
  store.scratch("ATTACH DATABASE ? AS plain KEY ''", file)
  const made = store.all<{ type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type = 'index'", JSON.stringify([...named]),
  )
  for (const { type, name, sql } of made) {
    if (type === 'table') {
      store.scratch(sql.replace(/^CREATE TABLE /, 'CREATE TABLE plain.').replaceAll(/REFERENCES \w+ \(\w+\)/g, ''))
      store.scratch(`INSERT INTO plain."${name}" SELECT * FROM main."${name}"`)
    } else store.scratch(sql.replace(/^CREATE (UNIQUE )?INDEX /, (start) => `${start}plain.`))
  }
  store.scratch('DETACH DATABASE plain')
}

function inlined({ sql, values }: Statement): string {
  const rest = [...values]
  return sql.replaceAll('?', () => {
    const value = rest.shift()
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
  })
}

function byCommand(file: string, script: string): void {
  const ran = spawnSync('sqlite3', ['-bail', file], { input: `.output /dev/null\n${script}\n`, maxBuffer: 1 << 28 })
  if (ran.status !== 0) throw new Error(`sqlite3: ${String(ran.stderr)}`)
}

async function byProcess(file: string, script: string): Promise<void> {
  const database = new Database(file)
  await timed(() => database.exec(script))
  database.close()
}
