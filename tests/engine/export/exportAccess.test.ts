import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chainHash } from '../../../electron/engine/audit/chainHash.ts'
import { shortenLog } from '../../../electron/engine/audit/head.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import { exportAccess } from '../../../electron/engine/export/index.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { appendLine } from '../../../electron/engine/store/log.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { unpack } from '../../fixtures/unpack.ts'
import { contextOn, emptyLog, emptyStore, NOW, temporaryFolder } from '../../fixtures/vault.ts'

const here = { given_street: 'Zandpad', given_number: 8, given_postcode: '1314AN', given_city: 'Almere' }
const jan = { given_names: 'Jan Pieter', initials: 'J.P.', prefix: 'de', family_name: 'Vries', birth_date: '1980-05-17' }
const piet = { given_names: 'Piet', initials: 'P.', prefix: '', family_name: 'Ander', birth_date: '1971-02-03' }

/** Two persons in a vault, and a log in which both were looked at. */
function prepared() {
  const store = emptyStore()
  store.write((writer) => {
    for (const id of [1, 2, 3]) addDelivery(writer, id)
    addAddress(writer, 1, { id: 34_200_000_000_001, street: 'Zandpad', number: 8, postcode: '1314AN' })
    addRecord(writer, 'person_record', 2, 2, { ...jan, started: '2010', ...here })
    addRecord(writer, 'person_record', 2, 3, { ...piet, started: '2001', ...here })
    addRecord(writer, 'ownership_record', 3, 2, { ...jan, share_part: 1, share_whole: 2, price: 310000, started: '2012-06-01', ...here })
  })
  runLink(contextOn(store))
  const log = emptyLog()
  const line = (object: string, result: 'done' | 'denied' | 'started') => appendLine(log, { at: NOW, account: 'x', name: 'M. Medewerker', action: 'person-view', object, purpose: 'riec-casus', caseNumber: 'T-1', result, origin: 'w' }, chainHash)
  line('person:1', 'done')
  line('person:12', 'done')
  line('address:0034200000000001 person:1', 'denied')
  line('person:1', 'started')
  return { context: contextOn(store, { log, logLine: 9, purpose: { id: 'inzage', label: 'Inzageverzoek behandelen', ground: 'art. 15 AVG', compartments: ['index', 'person'], caseNumber: 'I-2026-3' } }), log }
}

/** The words of the report. */
async function reported(context: CallContext): Promise<string> {
  const file = join(temporaryFolder(), 'Inzagerapport.docx')
  expect(await exportAccess(context, 'person:1', file)).toEqual({ file: 'Inzagerapport.docx', logLine: 9 })
  const xml = (await unpack(readFileSync(file))).get('word/document.xml') ?? ''
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}

test('a person gets all and only what is about him, with the rows it came from and every time somebody looked', async () => {
  const { context } = prepared()
  const named = context.store.get<{ id: number }>("SELECT id FROM person WHERE family_name = 'Vries'")
  expect(named?.id).toBe(1)
  const text = await reported(context)
  for (const told of ['17-05-1980', 'ingeschreven', 'eigendom 1/2', 'I-2026-3', 'RIEC-casus voorbereiden', 'geweigerd']) expect(text).toContain(told)
  for (const hidden of ['Ander', '03-02-1971', 'M. Medewerker']) expect(text).not.toContain(hidden)
  expect(text.match(/Persoon bekeken/g)).toHaveLength(2)
})

test('where old lines of the log went it says until when, and not that nobody looked', async () => {
  const { context, log } = prepared()
  shortenLog(log, { until: 4, keptSince: '2020-01-01', askedBy: 'A.', endedBy: 'B.', endedAt: NOW }, { at: NOW, account: 'b', name: 'B.', purpose: '', caseNumber: '', origin: 'w' })
  const text = await reported(context)
  expect(text).toContain('De regels tot en met 21-11-2026 zijn na hun bewaartermijn vernietigd')
  expect(text).toContain('Sindsdien is niet naar deze persoon gekeken.')
})

test('somebody who is not there has no report', async () => {
  await expect(exportAccess(prepared().context, 'person:77', join(temporaryFolder(), 'x.docx'))).rejects.toMatchObject({ problem: { code: 'not-found' } })
})
