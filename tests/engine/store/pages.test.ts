import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { openSync, closeSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { writeCopy } from '../../../electron/engine/store/rekey.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'

/** A file of a few thousand pages, some of them free and some that a large value runs over. */
function aFile() {
  const file = join(temporaryFolder(), 'bladen.db')
  const key = randomBytes(48)
  const store = openDatabase(file, key, 'window')
  store.write((writer) => {
    writer.run('CREATE TABLE text (id INTEGER PRIMARY KEY, words TEXT)')
    for (let id = 0; id < 300; id += 1) writer.run('INSERT INTO text VALUES (?, ?)', id, 'blad '.repeat(id * 40))
    writer.run('DELETE FROM text WHERE id % 3 = 0')
  })
  const [rows, pages] = [store.all('SELECT * FROM text'), store.get<{ page_count: number }>('SELECT page_count FROM pragma_page_count')?.page_count ?? 0]
  expect(store.standAlone()).toBe(true)
  store.close()
  return { file, copy: `${file}.nieuw`, key, next: randomBytes(48), rows, pages }
}

function integrityOf(file: string, key: Uint8Array): unknown {
  const db = new Database(file)
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.key(Buffer.from(`x'${Buffer.from(key).toString('hex')}'`))
  try {
    return db.pragma('integrity_check', { simple: true })
  } finally {
    db.close()
  }
}

test('every page comes over: the database itself reads the copy with the other key, and finds all as it was', () => {
  const { file, copy, key, next, rows, pages } = aFile()
  const heard: [number, number][] = []
  writeCopy({ file, copy, key, next }, (...beat) => heard.push(beat))
  expect(pages).toBeGreaterThan(512)
  expect(heard.map(([done]) => done)).toEqual([...Array.from({ length: Math.ceil(pages / 256) }, (_none, at) => at * 256 * 4096), pages * 4096])
  expect(integrityOf(copy, next)).toBe('ok')
  expect(codeOf(() => integrityOf(copy, key))).toBe('vault-damaged')
  const store = openDatabase(copy, next, 'window')
  expect(store.all('SELECT * FROM text')).toEqual(rows)
  store.close()
})

test('a page that is not as it was written is not copied as if it were', () => {
  const { file, copy, key, next } = aFile()
  const handle = openSync(file, 'r+')
  writeSync(handle, 'scheef', 300 * 4096 + 100)
  closeSync(handle)
  expect(codeOf(() => writeCopy({ file, copy, key, next }, () => undefined))).toBe('vault-damaged')
})
