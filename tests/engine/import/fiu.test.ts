import { expect, test } from 'vitest'
import { listIssues } from '../../../electron/engine/import/index.ts'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const SIGNALS = [
  'Signaalnummer;Afdeling;Soort signaal;Adres;Postcode;Woonplaats;Inhoud',
  'S-1;Toezicht;overlast;Markerkant 12;1315AB;Almere;Geur in het trapportaal.',
  'S-2;FIU-Nederland;verdachte transactie;Markerkant 14;1315AB;Almere;Stortingen van drie ton.',
  'S-3;FIU;verdachte transactie;nergens;;;Stortingen van vier ton.',
].join('\r\n')

test('what comes from the FIU is told of and kept nowhere, not even as a row that was refused', async () => {
  const store = emptyStore()
  const report = await takeIn(contextOn(store), fileWith('meldingen.csv', SIGNALS))
  expect(report.sheets).toMatchObject([{ kind: 'signal', rowsRead: 3, accepted: 1, refused: 0, ignored: 2 }])
  expect(listIssues(store, 1, 0, 10).issues.map(({ row, severity, value, reason }) => [row, severity, value, reason])).toEqual([[3, 'ignored', '', reasons.fiu], [4, 'ignored', '', reasons.fiu]])
  expect(store.all('SELECT content FROM signal_content')).toEqual([{ content: 'Geur in het trapportaal.' }])
  expect(store.all('SELECT * FROM refused_row')).toEqual([])
})
