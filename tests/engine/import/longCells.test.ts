import { expect, test } from 'vitest'
import { reasons } from '../../../shared/text/reasons.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

/** A page of text where a value belongs, as when columns were shifted; each sort takes long to read as an address, a name or a number. */
const PAGE = ['A1 ', '1 ', ')', '0', ' 1', 'B.V. ', '1/'].map((part) => part.repeat(90_000 / part.length))

test('a page of text in the column of an address, a name or a number is left out unread, and the import does not hang on it', async () => {
  const store = emptyStore()
  const headings = 'Zaaknummer;Datum controle;Uitkomst;Straat;Huisnummer;Postcode;Plaats;Adres'
  const rows = PAGE.map((page, i) => `Z${i};01-05-2024;akkoord;${page};12;${page};Almere;${page}`)
  const report = await takeIn(contextOn(store), fileWith('controles.csv', [headings, ...rows].join('\n')))
  expect(report.sheets[0]).toMatchObject({ accepted: PAGE.length, refused: 0 })
  const issues = store.all('SELECT max(length(value)) AS longest, reason, count(*) AS n FROM row_issue GROUP BY reason')
  expect(issues).toEqual([{ longest: 301, reason: reasons.tooLong, n: 3 * PAGE.length }])
}, 60_000)

test('what is written of a signal may be a page', async () => {
  const store = emptyStore()
  const file = fileWith('signalen.csv', `Signaalnummer;Soort signaal;Waarnemingsdatum;Adres;Omschrijving\nS1;overlast;2025-01-02;Kade 1;${'woord '.repeat(2000)}\n`)
  const report = await takeIn(contextOn(store), file)
  expect(report.sheets[0]).toMatchObject({ accepted: 1, groups: [] })
})
