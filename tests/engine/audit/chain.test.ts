import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyChain, type Anchor } from '../../../electron/engine/audit/chain.ts'
import { chainHash } from '../../../electron/engine/audit/chainHash.ts'
import { keyedHash, withoutBsn } from '../../../electron/engine/audit/redact.ts'
import { passesElfproef } from '../../../electron/engine/normalise/elfproef.ts'
import { appendLine, type LogEntry } from '../../../electron/engine/store/log.ts'
import { migrate, readMigrations } from '../../../electron/engine/store/migrate.ts'
import { openDatabase, type Store } from '../../../electron/engine/store/database.ts'
import { NOW, temporaryFolder } from '../../fixtures/vault.ts'
import { onTestFinished } from 'vitest'
import { join } from 'node:path'

function entry(object: string): LogEntry {
  return { at: NOW, account: 'toets', name: 'Toetser', action: 'search', object, purpose: 'riec-casus', caseNumber: 'T-1', result: 'done', origin: 'werkplek' }
}

function logWith(lines: number): Store {
  const log = openDatabase(join(temporaryFolder(), 'log'), new Uint8Array(48), 'window')
  onTestFinished(() => log.close())
  migrate(log, readMigrations('log'))
  for (let i = 1; i <= lines; i += 1) appendLine(log, entry(`zoekvraag ${i}`), chainHash)
  return log
}

const verify = (log: Store, anchor: Anchor | null = null) => verifyChain(log, { anchor, vouches: () => false }, () => undefined)

describe('the chain of the log', () => {
  test('holds when nothing was touched', () => {
    expect(verify(logWith(25))).toMatchObject({ lines: 25, intact: true, brokenAt: null })
  })

  test.each([
    ['a changed object', "UPDATE event SET object = 'iets anders' WHERE seq = 7", 7],
    ['a changed name', "UPDATE event SET name = 'Een ander' WHERE seq = 3", 3],
    ['a removed line', 'DELETE FROM event WHERE seq = 12', 12],
    ['a changed hash', "UPDATE event SET hash = x'00' WHERE seq = 25", 25],
  ])('breaks at %s', (_what, sql, line) => {
    const log = logWith(25)
    log.write((writer) => writer.run(sql))
    expect(verify(log)).toMatchObject({ intact: false, brokenAt: line })
  })

  test.each(['at', 'account', 'name', 'action', 'object', 'purpose', 'case_number', 'result', 'origin'])('covers %s', (column) => {
    const log = logWith(9)
    log.write((writer) => writer.run(`UPDATE event SET ${column} = ${column} || '0' WHERE seq = 4`))
    expect(verify(log)).toMatchObject({ intact: false, brokenAt: 4 })
  })

  test('breaks behind a line that was written anew with a check number of its own', () => {
    const log = logWith(9)
    log.write((writer) => {
      const before = writer.get<{ hash: Uint8Array }>('SELECT hash FROM event WHERE seq = 3')?.hash ?? null
      writer.run("UPDATE event SET object = 'iets anders', hash = ? WHERE seq = 4", chainHash(before, 4, entry('iets anders')))
    })
    expect(verify(log)).toMatchObject({ intact: false, brokenAt: 5 })
  })

  test('gives every line the number it had in earlier versions, so that what was noted elsewhere still fits', () => {
    const [first, second] = [chainHash(null, 1, entry('zoekvraag 1')), chainHash(new Uint8Array(32), 2, entry('zoekvraag 2'))]
    expect([first, second].map((hash) => Buffer.from(hash).toString('hex').slice(0, 16))).toEqual(['3b13dbff63073dea', 'eb87efc59fd56c6a'])
  })

  test('tells where a clock was set back, which makes it no less whole; that of another workstation may be some minutes behind', () => {
    const log = logWith(2)
    const at = (moment: string) => appendLine(log, { ...entry('zoekvraag'), at: moment }, chainHash)
    at('2026-11-21T08:56:00.000Z')
    expect(verify(log)).toMatchObject({ intact: true, clockBackAt: null })
    at('2026-11-20T23:00:00.000Z')
    at('2026-11-21T09:01:00.000Z')
    expect(verify(log)).toMatchObject({ intact: true, clockBackAt: 4 })
  })

  test('shows that its end was cut off, because the vault remembers the last line', () => {
    const log = logWith(10)
    const anchor = { seq: 10, hash: verify(log).lastHash }
    log.write((writer) => writer.run('DELETE FROM event WHERE seq > 8'))
    expect(verify(log, anchor)).toMatchObject({ intact: false, anchor: 'log-shorter' })
  })

  test('shows that it was written anew from some line on', () => {
    const log = logWith(10)
    const anchor = { seq: 10, hash: verify(log).lastHash }
    log.write((writer) => writer.run('DELETE FROM event WHERE seq > 8'))
    for (const text of ['a', 'b', 'c']) appendLine(log, entry(text), chainHash)
    expect(verify(log, anchor)).toMatchObject({ intact: false, brokenAt: null, anchor: 'differs' })
  })
})

describe('BSNs in the log', () => {
  const key = 'ab'.repeat(32)

  test('are replaced by a keyed hash, however they are written', () => {
    for (const text of ['111222333', '111.222.333', '111 222 333', '1112.22.333', '111-222-333', '1112-22-333', '111\u00a0222\u00a0333']) {
      const line = withoutBsn(`zoek ${text} nu`, key)
      expect(line).toMatch(/^zoek bsn#[0-9a-f]{12} nu$/)
      expect(line).toBe(withoutBsn('zoek 111222333 nu', key))
    }
    expect(withoutBsn('111222333', 'cd'.repeat(32))).not.toBe(withoutBsn('111222333', key))
  })

  test('are found between other numbers', () => {
    for (const text of ['111222333 1985', '12 111222333', 'pand 12 111.222.333 1315', '2026 111-222-333', '111222333 111222333']) {
      const line = withoutBsn(text, key)
      expect(line).toMatch(/bsn#[0-9a-f]{12}/)
      expect(line.replace(/\D/g, '')).not.toContain('111222333')
    }
  })

  test('are hidden where they are a case number too, by which lines of one case still find each other', () => {
    const [bare, lettered] = ['111222333', 'Z-111222333'].map((number) => withoutBsn(number, key))
    expect(bare).toMatch(/^bsn#[0-9a-f]{12}$/)
    expect(lettered).toBe(`Z-${bare}`)
  })

  test('other numbers stay readable', () => {
    // the eight digits of this date pass the elfproef
    for (const text of ['terugblik 2026-01-06', '28-03-2026', 'Z-2026-0117']) expect(withoutBsn(text, key)).toBe(text)
    expect(withoutBsn('1315 AB 12, KVK 68750110', key)).toContain('1315 AB 12')
    expect(withoutBsn('0034200000012345', key)).toBe('0034200000012345')
    expect(withoutBsn('111252333', key)).toBe('111252333')
  })

  test('never survive (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.string({ maxLength: 12 }), (number, around) => {
        const digits = String(number).padStart(9, '0')
        fc.pre(passesElfproef(digits) && !/^\d|\d$/.test(around))
        expect(withoutBsn(`${around}${digits}${around}`, key)).not.toContain(digits)
      }),
    )
  })

  test('hash the same number to the same value under one key', () => {
    expect(keyedHash('111222333', key)).toEqual(keyedHash('111222333', key))
    expect(keyedHash('111222333', key)).toHaveLength(32)
  })
})

test('the elfproef agrees with the published numbers', () => {
  for (const valid of ['111222333', '123456782', '999990019', '40645678', '040645678', '001855013', '1855013'.padStart(9, '0')]) {
    expect(passesElfproef(valid), valid).toBe(true)
  }
  for (const invalid of ['002455799', '111252333', '000000000', '00000000', '12345', '1234567890']) expect(passesElfproef(invalid), invalid).toBe(false)
})
