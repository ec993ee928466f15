import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '../problem.ts'
import type { Store } from './database.ts'

interface Migration {
  version: number
  name: string
  sql: string
}

/** The numbered steps of one family (`vault` or `log`), read from `migrations/<family>/<number>-<what>.sql`. */
export function readMigrations(family: 'vault' | 'log', folder = join(import.meta.dirname, 'migrations')): Migration[] {
  const path = join(folder, family)
  return readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ version: Number.parseInt(name, 10), name, sql: readFileSync(join(path, name), 'utf8') }))
    .sort((a, b) => a.version - b.version)
}

/**
 * Brings a file to the newest version: each step in a transaction of its own, stopping at the first that fails.
 * @throws ProblemError `vault-newer` when a newer application wrote the file
 */
export function migrate(store: Store, migrations: readonly Migration[]): void {
  const current = store.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) throw new ProblemError('vault-newer', { version: current, known: newest })
  for (const step of migrations.filter((m) => m.version > current)) {
    store.write((writer) => {
      for (const statement of splitStatements(step.sql)) writer.run(statement)
      writer.run(`PRAGMA user_version = ${step.version}`)
    })
  }
}

/** Migration files hold plain statements, each ended by a semicolon at the end of a line; no triggers with bodies. */
function splitStatements(sql: string): string[] {
  return sql
    .split(/;\s*$/m)
    .map((part) => part.replace(/^\s*--.*$/gm, '').trim())
    .filter((part) => part !== '')
}
