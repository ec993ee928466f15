import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AuditAction } from '#shared/model/audit.ts'
import { chainHash } from '../../../electron/engine/audit/chainHash.ts'
import { exportLog } from '../../../electron/engine/export/index.ts'
import { ProblemError } from '../../../electron/engine/problem.ts'
import { appendLine, lastLine } from '../../../electron/engine/store/log.ts'
import { contextOn, emptyLog, emptyStore, NOW, temporaryFolder } from '../../fixtures/vault.ts'

function prepared(lines: readonly string[]) {
  const log = emptyLog()
  for (const object of lines) {
    appendLine(log, { at: NOW, account: 'a.analist', name: 'A. Analist', action: 'network-expand', object, purpose: 'riec-casus', caseNumber: 'T-1', result: 'done', origin: 'werkplek-7' }, chainHash)
  }
  return { log, context: contextOn(emptyStore(), { log }), file: join(temporaryFolder(), 'Logboek.json') }
}

test('every line is one processing with the attributes of GEMMA; persons have a pseudonym that stays the same', () => {
  const { log, context, file } = prepared(['person:12 address:0034200000000007', 'person:12', 'person:1'])
  expect(exportLog(context, file)).toEqual({ file: 'Logboek.json', lines: 3, lastHash: lastLine(log)?.hash })
  const written: { regels: number; laatsteControlegetal: string; verwerkingen: Record<string, unknown>[] } = JSON.parse(readFileSync(file, 'utf8'))
  expect(written).toMatchObject({ regels: 3, laatsteControlegetal: lastLine(log)?.hash })
  const [first, second, third] = written.verwerkingen
  const person = { objecttype: 'persoon', soortObjectId: 'pseudoniem', objectId: expect.stringMatching(/^[0-9a-f]{16}$/) }
  expect(first).toEqual({
    regel: 1, tijdstip: NOW, tijdstipRegistratie: NOW, actieNaam: 'Netwerk uitgebreid', handelingNaam: 'Netwerk onderzoeken', verwerkingNaam: 'RIEC-casus voorbereiden', verwerkingId: 'riec-casus',
    zaaknummer: 'T-1', resultaat: 'uitgevoerd', vertrouwelijkheid: 'vertrouwelijk', bewaartermijn: 'P3Y', systeem: 'Signaleringstool Ondermijning', gebruiker: 'a.analist', werkplek: 'werkplek-7',
    onderwerp: expect.stringMatching(/^persoon [0-9a-f]{16} adres 0034200000000007$/), verwerkteObjecten: [person, { objecttype: 'adres', soortObjectId: 'BAG nummeraanduiding', objectId: '0034200000000007' }],
    controlegetal: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(first?.['onderwerp']).toContain(String(second?.['onderwerp']))
  expect(third?.['onderwerp']).not.toBe(second?.['onderwerp'])
  expect(readFileSync(file, 'utf8')).not.toContain('person:')
})

test('no code of an action is left in what goes out, also not of one that was denied', () => {
  const { log, context, file } = prepared([])
  for (const action of AuditAction.options) {
    for (const line of [{ action, object: '' }, { action: 'access-denied', object: `${action} company:12` } as const]) {
      appendLine(log, { ...line, at: NOW, account: 'a.analist', name: 'A. Analist', purpose: 'riec-casus', caseNumber: 'T-1', result: 'done', origin: 'werkplek-7' }, chainHash)
    }
  }
  exportLog(context, file)
  const written = readFileSync(file, 'utf8')
  expect(AuditAction.options.filter((action) => new RegExp(`"${action}\\b`).test(written))).toEqual([])
})

test('an empty log is a whole file, and a cancelled run leaves none', () => {
  const { context, file } = prepared([])
  exportLog(context, file)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ regels: 0, verwerkingen: [] })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  const many = prepared(Array.from({ length: 1000 }, (_, i) => `company:${i + 1}`))
  const cancelled = { ...many.context, checkCancelled: () => { throw new ProblemError('cancelled') } }
  expect(() => exportLog(cancelled, many.file)).toThrow('cancelled')
  expect(readdirSync(join(many.file, '..'))).toEqual([])
})
