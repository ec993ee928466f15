import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyChain, type Anchor } from '../../../electron/engine/audit/chain.ts'
import { chainHash } from '../../../electron/engine/audit/chainHash.ts'
import { shortenLog, type Ending } from '../../../electron/engine/audit/head.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { appendLine, hashOf, lastLine, type LogEntry } from '../../../electron/engine/store/log.ts'
import { lastOldLine, readHead, type HeadRow } from '../../../electron/engine/store/logHead.ts'
import { emptyLog } from '../../fixtures/vault.ts'

const who = { account: 'toets', name: 'Toetser', purpose: '', caseNumber: '', origin: 'werkplek' }
const line = (seq: number): LogEntry => ({ ...who, at: `2020-01-${String(seq).padStart(2, '0')}T09:00:00.000Z`, action: seq % 5 === 0 ? 'case-destruction' : 'search', object: `regel ${seq}`, result: 'done' })
const ending: Ending = { until: 12, keptSince: '2010-01-01', askedBy: 'Toetser', endedBy: 'A. Ander', endedAt: '2024-01-01T09:00:00.000Z' }

/** Twenty lines, the fifth, tenth, … of a destruction, of which the first twelve were ended. */
function ended(): Store {
  const log = emptyLog()
  for (let seq = 1; seq <= 20; seq += 1) appendLine(log, line(seq), chainHash)
  shortenLog(log, ending, { ...who, at: ending.endedAt })
  return log
}

/** The vault has the proof of an end there. */
const vouchesFor = (until: number) => (head: HeadRow) => head.until === until
const verify = (log: Store, anchor: Anchor | null = null, until = 12) => verifyChain(log, { anchor, vouches: vouchesFor(until) }, () => undefined)
const numbers = (log: Store) => log.all<{ seq: number }>('SELECT seq FROM event ORDER BY seq').map(({ seq }) => seq)

describe('a log of which the oldest lines were ended', () => {
  test('keeps what proves a destruction, goes on with a line that says so, and is verified from its head on', () => {
    const log = ended()
    expect(numbers(log)).toEqual([5, 10, 13, 14, 15, 16, 17, 18, 19, 20, 21])
    expect(verify(log)).toMatchObject({ intact: true, lines: 9, brokenAt: null, isHeadSound: true, head: { until: 12, gone: 10, kept: 2, askedBy: 'Toetser', endedBy: 'A. Ander', endedAt: ending.endedAt, untilAt: '2020-01-12T09:00:00.000Z' } })
    expect(log.get('SELECT action, object FROM event WHERE seq = 21')).toMatchObject({ action: 'log-shorten', object: expect.stringMatching(/^begin [0-9a-f]{64}, 10 regels tot en met regel 12$/) })
  })

  test('is ended once more: what was kept stays until its own term, and its chain still holds', () => {
    const log = ended()
    expect(shortenLog(log, { ...ending, until: 21, keptSince: '2020-01-06' }, { ...who, at: '2027-06-01T09:00:00.000Z' })).toBe(7)
    expect(numbers(log)).toEqual([10, 15, 20, 21, 22])
    expect(verify(log, null, 21)).toMatchObject({ intact: true, lines: 1, head: { until: 21, gone: 17, kept: 4 } })
    shortenLog(log, { ...ending, until: 22, keptSince: '2030-01-01' }, { ...who, at: '2041-01-01T09:00:00.000Z' })
    expect([numbers(log), verify(log, null, 22).intact]).toEqual([[23], true])
  })

  test('fits what the vault remembers of its end, also where that is a line before the head', () => {
    const log = ended()
    const hash = (seq: number) => Buffer.from(hashOf(log, seq) ?? []).toString('hex')
    expect(verify(log, { seq: 18, hash: hash(18) }).intact).toBe(true)
    expect(verify(log, { seq: 12, hash: hash(12) }).intact).toBe(true)
    expect(verify(log, { seq: 3, hash: 'gone' }).intact).toBe(true)
    // without the proof an old end proves nothing
    expect(verify(log, { seq: 3, hash: 'gone' }, 0)).toMatchObject({ intact: false, anchor: 'differs', isHeadSound: false })
    expect(verify(log, { seq: 25, hash: '' })).toMatchObject({ intact: false, anchor: 'log-shorter' })
  })

  test('from a line on that was verified before, its head is verified all the same', () => {
    const log = ended()
    const from = (seq: number) => verifyChain(log, { anchor: lastLine(log), vouches: vouchesFor(12) }, () => undefined, seq).intact
    expect([from(1), from(13), from(18)]).toEqual([true, true, true])
    log.write((writer) => writer.run("UPDATE event SET object = 'iets anders' WHERE seq = 5"))
    expect([from(1), from(13), from(18)]).toEqual([false, false, false])
  })
})

describe('tampering shows:', () => {
  const rewritten = (log: Store, seq: number) => {
    const before = log.get<{ before: Uint8Array }>('SELECT before FROM kept_line WHERE seq = ?', seq)?.before ?? null
    const changed = { ...line(seq), object: 'iets anders' }
    log.write((writer) => writer.run('UPDATE event SET object = ?, hash = ? WHERE seq = ?', changed.object, chainHash(before, seq, changed), seq))
  }
  const run = (sql: string) => (log: Store) => log.write((writer) => writer.run(sql))

  test.each<[string, (log: Store) => unknown, Partial<ReturnType<typeof verify>>]>([
    ['who decided', run("UPDATE head SET ended_by = 'Niemand'"), { isHeadSound: false }],
    ['when', run("UPDATE head SET ended_at = '2025-01-01T09:00:00.000Z'"), { isHeadSound: false }],
    ['how many were kept', run('UPDATE head SET kept = 1'), { isHeadSound: false }],
    ['a line more that went', run('DELETE FROM event WHERE seq = 13'), { brokenAt: 13 }],
    ['a line more that went, and the head moved behind it', (log) => log.write((writer) => {
      writer.run('UPDATE head SET until = 13, until_hash = ?', hashOf(log, 13) ?? new Uint8Array())
      writer.run('DELETE FROM event WHERE seq = 13')
    }), { isHeadSound: false, brokenAt: null }],
    ['more lines ended as a log is, without two people', (log) => shortenLog(log, { ...ending, until: 16 }, { ...who, at: ending.endedAt }), { isHeadSound: false, brokenAt: null }],
    ['no head any more', run('DELETE FROM head'), { head: null, brokenAt: 1 }],
    ['a kept line that went', run('DELETE FROM event WHERE seq = 10'), { isHeadSound: false }],
    ['a kept line that went with what is known of it', (log) => log.write((writer) => {
      writer.run('DELETE FROM event WHERE seq = 10')
      writer.run('DELETE FROM kept_line WHERE seq = 10')
    }), { isHeadSound: false }],
    ['a kept line that says something else', run("UPDATE event SET object = 'iets anders' WHERE seq = 10"), { isHeadSound: false }],
    ['a kept line written anew with a check number of its own', (log) => rewritten(log, 10), { isHeadSound: false }],
    ['a line put before the head', (log) => log.write((writer) => {
      const made = line(7)
      writer.run(
        'INSERT INTO event (seq, at, account, name, action, object, purpose, case_number, result, origin, hash) VALUES (7, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        made.at, made.account, made.name, made.action, made.object, '', '', made.result, made.origin, chainHash(null, 7, made),
      )
    }), { isHeadSound: false }],
    ['the line that names the head', run("UPDATE event SET object = 'begin 00' WHERE seq = 21"), { isHeadSound: false, brokenAt: 21 }],
    ['the line behind the head', run("UPDATE event SET object = 'iets anders' WHERE seq = 13"), { isHeadSound: true, brokenAt: 13 }],
  ])('%s', (_what, tamper, seen) => {
    const log = ended()
    tamper(log)
    expect(verify(log)).toMatchObject({ ...seen, intact: false })
  })
})

describe('the last line that is too old', () => {
  test('stands behind older ones only, whatever clocks said', () => {
    const moments = fc.array(fc.integer({ min: 2020, max: 2035 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(moments, (years) => {
        const log = emptyLog()
        for (const year of years) appendLine(log, { ...line(1), at: `${year}-06-01T09:00:00.000Z` }, chainHash)
        const until = lastOldLine(log, 1, '2025-01-01', '2030-01-01T09:00:00.000Z')
        const first = years.findIndex((year) => year >= 2025 && year < 2030)
        const expected = first < 0 ? -1 : years.slice(0, first).findLastIndex((year) => year < 2025)
        expect(until).toBe(expected < 0 ? null : expected + 1)
      }),
      { numRuns: 25, seed: 3 },
    )
  })

  test('is looked for behind the head', () => {
    const log = ended()
    expect(readHead(log)?.until).toBe(12)
    expect(lastOldLine(log, 13, '2020-01-16', '2024-06-01T09:00:00.000Z')).toBe(15)
  })
})
