import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync } from 'node:fs'
import { countedTable, noteChanges } from './tableChange.ts'

export type Value = string | number | bigint | null | Uint8Array
/** A prepared statement that writes, for loops over many rows. */
export type Runner = (...values: Value[]) => { changes: number; lastId: number }

/** Reading half of the store; functions that take a `Reader` cannot write. */
export interface Reader {
  all<Row>(sql: string, ...values: Value[]): Row[]
  get<Row>(sql: string, ...values: Value[]): Row | undefined
  each<Row>(sql: string, ...values: Value[]): IterableIterator<Row>
  /** makes, fills or drops a temporary table: in memory, of this connection only, never in the file */
  scratch(sql: string, ...values: Value[]): void
}

/** Writing half; only reachable inside {@link Store.write}. */
export interface Writer extends Reader {
  run: (sql: string, ...values: Value[]) => { changes: number; lastId: number }
  prepare: (sql: string) => Runner
  /** calls `beat` now and then during statements that say `heardAt`; it may throw, and so end them */
  heeding<T>(beat: () => void, work: () => T): T
}

/** One encrypted database file. All or nothing per `write`. */
export interface Store extends Reader {
  readonly file: string
  /** whether a transaction runs that writes: what it wrote another connection does not see yet */
  isWriting(): boolean
  /** runs `work` in one transaction; anything thrown undoes it */
  write<T>(work: (writer: Writer) => T): T
  /** the same for work that awaits; only for a connection nobody else uses meanwhile (a job's own) */
  writeAsync<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** moves what was written from the log into the file; it is safe already, and nobody has to wait for this */
  tidy(): void
  /** Puts all that was written into the file, which then is the whole database by itself. @returns false when another connection has it open */
  standAlone(): boolean
  close(): void
}

/** What a connection is for. */
type Use = 'window' | 'job' | 'scan'

/** How much of the file a connection keeps in memory, in KiB. */
const CACHE = { window: 65_536, job: 196_608, scan: 4096 }
/** So many pages of 4 KiB may stand in the log before whoever writes moves them himself; a job does that when it has answered. */
const LOGGED = { window: 1000, job: 65_536, scan: 1000 }

/**
 * Opens a SQLCipher 4 file with a raw key.
 * @param key 32-byte key followed by the 16-byte salt that stands at the start of the file
 * @param use `window` for the connection that answers, `job` for a long writer, `scan` for reading much once
 * @throws SQLITE_NOTADB when the key does not fit or the file is damaged
 */
export function openDatabase(file: string, key: Uint8Array, use: Use): Store {
  if (!existsSync(file)) makeForOwner(file)
  const db = unlocked(file, key)
  try {
    db.pragma(`cache_size=-${CACHE[use]}`)
    db.pragma('temp_store=MEMORY')
    db.pragma('journal_mode=WAL')
    db.pragma('synchronous=FULL')
    db.pragma(`wal_autocheckpoint=${LOGGED[use]}`)
    db.pragma('foreign_keys=ON')
    db.pragma(`busy_timeout=${use === 'job' ? 10_000 : 250}`)
  } catch (error) {
    db.close()
    throw error
  }
  return wrap(db, file)
}

/**
 * Keeps others from writing in a file that stands alone (see {@link Store.standAlone}) while it goes on being read.
 * @returns the way to let go of it
 * @throws SQLITE_BUSY when somebody else writes in it
 */
export function holdStill(file: string, key: Uint8Array): () => void {
  const db = unlocked(file, key)
  try {
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    db.close()
    throw error
  }
  return () => void db.close()
}

/** Reads in a file that nobody works in. @throws SQLITE_NOTADB when the key does not fit */
export function lookInto(file: string, key: Uint8Array): void {
  const db = unlocked(file, key)
  try {
    db.pragma('schema_version')
  } finally {
    db.close()
  }
}

function unlocked(file: string, key: Uint8Array): Database.Database {
  const db = new Database(file)
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.key(rawKey(key))
  return db
}

function rawKey(key: Uint8Array): Buffer {
  return Buffer.from(`x'${Buffer.from(key).toString('hex')}'`)
}

/** An empty file that its owner alone may read; the database and what it keeps beside it take these rights over. */
function makeForOwner(file: string): void {
  closeSync(openSync(file, 'wx', 0o600))
}

/** The transactions of a connection. */
function wrap(db: Database.Database, file: string): Store {
  const { writer, note } = writerOn(db)
  return {
    file,
    all: writer.all,
    get: writer.get,
    each: writer.each,
    scratch: writer.scratch,
    isWriting: () => db.inTransaction,
    write: (work) =>
      db
        .transaction(() => {
          const value = work(writer)
          note()
          return value
        })
        .immediate(),
    writeAsync: async (work) => {
      db.exec('BEGIN IMMEDIATE')
      try {
        const value = await work(writer)
        note()
        db.exec('COMMIT')
        return value
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    tidy: () => void db.pragma('wal_checkpoint(PASSIVE)'),
    standAlone: () => isAlone(db),
    close: () => db.close(),
  }
}

function isAlone(db: Database.Database): boolean {
  try {
    return db.pragma('journal_mode=DELETE', { simple: true }) === 'delete'
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

/** The statements of a connection, each prepared once. `note` notes, in the transaction that changed them, the tables that are counted from. */
function writerOn(db: Database.Database): { writer: Writer; note: () => void } {
  const prepare = keptBySql((sql) => db.prepare<Value[]>(sql))
  const changed = new Set<string>()
  const runner = keptBySql((sql): Runner => {
    const [statement, table] = [prepare(sql), countedTable(sql)]
    return (...values) => {
      const done = result(statement.run(...values))
      if (table !== null && done.changes > 0) changed.add(table)
      return done
    }
  })
  const writer: Writer = {
    all: <Row>(sql: string, ...values: Value[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: Value[]) => prepare(sql).get(...values) as Row | undefined,
    each: <Row>(sql: string, ...values: Value[]) => prepare(sql).iterate(...values) as IterableIterator<Row>,
    // not kept as statements: a prepared one would look for a table that was dropped since
    scratch: (sql, ...values) => void db.prepare<Value[]>(sql).run(...values),
    run: (sql, ...values) => runner(sql)(...values),
    prepare: runner,
    heeding: heedingOn(db),
  }
  const note = () => {
    noteChanges(writer, changed)
    changed.clear()
  }
  return { writer, note }
}

/** Makes what belongs to a statement once. */
function keptBySql<T>(make: (sql: string) => T): (sql: string) => T {
  const kept = new Map<string, T>()
  return (sql) => {
    const known = kept.get(sql)
    if (known !== undefined) return known
    const made = make(sql)
    kept.set(sql, made)
    return made
  }
}

/** Gives the connection the word by which a statement lets itself be heard, see `heardAt.ts`. */
function heedingOn(db: Database.Database): Writer['heeding'] {
  let hear: (() => void) | null = null
  db.function('heard', () => {
    hear?.()
    return 1
  })
  return (beat, work) => {
    hear = beat
    try {
      return work()
    } finally {
      hear = null
    }
  }
}

function result(info: Database.RunResult): { changes: number; lastId: number } {
  return { changes: info.changes, lastId: Number(info.lastInsertRowid) }
}
