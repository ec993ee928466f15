import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Actor } from '#shared/model/access.ts'
import { ProblemError } from '../problem.ts'
import { openDatabase, type Store, type Value } from './database.ts'
import { anyPageFits, deriveKey, hasWholePages, readSalt } from './key.ts'
import { readMeta, saveUser, writeMeta } from './meta.ts'
import { migrate, readMigrations } from './migrate.ts'

/** An open vault: the data, the log beside it, and the keys both were opened with. */
export interface Vault {
  store: Store
  log: Store
  key: Uint8Array
}

/** The log stands beside the vault in a file of its own, so that it can be written while a delivery is taken in. */
export function logFile(file: string): string {
  return `${file}-logboek`
}

/**
 * Makes an empty vault and its log. Nothing is left behind when it fails.
 * @throws ProblemError `vault-exists`, `vault-folder-unsuitable`
 */
export async function createVault(file: string, passphrase: string, actor: Actor, now: string): Promise<Vault> {
  if (existsSync(file) || existsSync(logFile(file))) throw new ProblemError('vault-exists')
  if (!existsSync(dirname(file))) throw new ProblemError('vault-folder-unsuitable')
  const key = await deriveKey(passphrase, randomBytes(16))
  try {
    return withKey(file, key, (store) => {
      store.write((writer) => {
        writeMeta(writer, 'created-at', now)
        writeMeta(writer, 'log-key', randomBytes(48).toString('hex'))
        writeMeta(writer, 'hash-key', randomBytes(32).toString('hex'))
        saveUser(writer, actor, now)
      })
    })
  } catch (error) {
    removeVault(file)
    throw isForbidden(error) ? new ProblemError('vault-folder-unsuitable') : error
  }
}

/**
 * Opens a vault and its log, bringing both to the newest version.
 * @throws ProblemError `vault-missing`, `vault-not-a-vault`, `vault-wrong-passphrase`, `vault-damaged`, `vault-newer`, `log-damaged`,
 * `vault-forbidden`, `file-is-folder`
 */
export async function openVault(file: string, passphrase: string): Promise<Vault> {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || found.size === 0) throw new ProblemError('vault-missing')
  if (found.isDirectory()) throw new ProblemError('file-is-folder')
  const salt = readable(() => readSalt(file))
  if (!salt || Buffer.from(salt).toString('latin1').startsWith('SQLite format 3')) throw new ProblemError('vault-not-a-vault')
  const key = await deriveKey(passphrase, salt)
  try {
    return withKey(file, key, () => undefined)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    if (anyPageFits(file, key)) throw new ProblemError('vault-damaged')
    throw new ProblemError(hasWholePages(file) ? 'vault-wrong-passphrase' : 'vault-not-a-vault')
  }
}

/** Opens vault and log with a key that was derived before; for a job's own connection and for tests. */
export function openWithKey(file: string, key: Uint8Array, use: 'window' | 'job'): Vault {
  const store = openDatabase(file, key, use)
  try {
    return { store, key, log: openLog(file, readMeta(store, 'log-key')) }
  } catch (error) {
    store.close()
    throw error
  }
}

export function closeVault(vault: Vault): void {
  vault.log.close()
  vault.store.close()
}

function withKey(file: string, key: Uint8Array, prepare: (store: Store) => void): Vault {
  const store = openDatabase(file, key, 'window')
  try {
    migrate(store, readMigrations('vault'))
    prepare(store)
    return { store, key, log: openLog(file, readMeta(store, 'log-key')) }
  } catch (error) {
    store.close()
    throw error
  }
}

function openLog(file: string, keyText: string | null): Store {
  if (!keyText) throw new ProblemError('vault-damaged')
  return orDamaged(() => {
    const log = openDatabase(logFile(file), Buffer.from(keyText, 'hex'), 'window')
    migrate(log, readMigrations('log'))
    return tellingDamage(log)
  })
}

/** A page that cannot be read shows when it is read, long after opening perhaps; it is the log that is damaged then, and not the vault. */
function tellingDamage(log: Store): Store {
  return {
    ...log,
    all: (sql, ...values) => orDamaged(() => log.all(sql, ...values)),
    get: (sql, ...values) => orDamaged(() => log.get(sql, ...values)),
    *each<Row>(sql: string, ...values: Value[]) {
      const rows = log.each<Row>(sql, ...values)
      try {
        for (let row = orDamaged(() => rows.next()); row.done !== true; row = orDamaged(() => rows.next())) yield row.value
      } finally {
        // whoever stops half-way leaves no statement open, with which the log would not close
        rows.return?.()
      }
    },
    write: (work) => orDamaged(() => log.write(work)),
  }
}

function orDamaged<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isUnreadable(error) ? new ProblemError('log-damaged') : error
  }
}

/** Looks into the file before the database does. @throws ProblemError `vault-forbidden` */
function readable<T>(look: () => T): T {
  try {
    return look()
  } catch (error) {
    throw isForbidden(error) ? new ProblemError('vault-forbidden') : error
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(String(error.code))
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))
}

function removeVault(file: string): void {
  const paths = [file, logFile(file)].flatMap((base) => ['', '-wal', '-shm', '-journal'].map((tail) => base + tail))
  // looked for first: in a folder without rights even removing what is not there fails
  for (const path of paths) if (existsSync(path)) rmSync(path)
}
