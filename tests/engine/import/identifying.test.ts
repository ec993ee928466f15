import { expect, test } from 'vitest'
import { describeSets } from '../../../electron/engine/import/kindChoice.ts'
import { kindOf } from '../../../electron/engine/import/kinds.ts'
import { fileWith, takeIn } from '../../fixtures/delivery.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

test.each([
  ['company', 'KVK-nummer, of Vestigingsnummer, of RSIN'],
  ['person', 'BSN of naam met geboortedatum, of Persoonsnummer van de bron en Achternaam'],
])('what tells of which %s a row is names everything once', (id, words) => {
  const kind = kindOf(id)
  expect(describeSets(kind, kind.identifiedBy)).toBe(words)
})

test('a row that is about nobody says which cells stand for nothing; what could not be read has its own line', async () => {
  const rows = [
    'Jan;Proefman;01-01-1900;', 'Piet;Onbekend;01-02-1970;', 'Els;onbekend;00-00-0000;', 'Kees;;01-02-1970;', 'Truus;Testveld;31-31-1970;', ';Voorbeeld;;12345',
  ]
  const report = await takeIn(contextOn(emptyStore()), fileWith('brp.csv', ['Voornamen;Achternaam;Geboortedatum;BSN', ...rows].join('\n')))
  const needed = 'Niet te herkennen waar de rij over gaat; nodig is BSN of naam met geboortedatum, of Persoonsnummer van de bron en Achternaam'
  expect(report.sheets[0]?.issues.filter(({ severity }) => severity === 'refused').map(({ row, reason }) => [row, reason])).toEqual([
    [2, `${needed}; Geboortedatum ‘01-01-1900’ telt niet mee`],
    [3, `${needed}; Achternaam ‘Onbekend’ telt niet mee`],
    [4, `${needed}; Achternaam ‘onbekend’ en Geboortedatum ‘00-00-0000’ tellen niet mee`],
    [5, needed], [6, needed], [7, needed],
  ])
})
