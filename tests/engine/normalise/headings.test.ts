import { expect, test } from 'vitest'
import { columnLetter, matchHeading, normaliseHeading } from '../../../electron/engine/normalise/headings.ts'

test.each([
  ['KvK-nr.', 'kvk nr'], ['Huis_Nummer', 'huis nummer'], ['Coöperatie', 'cooperatie'], ['  BSN  ', 'bsn'], ['% aandelen', '% aandelen'], ['kvkNummer', 'kvk nummer'],
])('normaliseHeading %s', (text, expected) => expect(normaliseHeading(text)).toBe(expected))

test.each([
  ['huisnummer', 'huisnummer', 'exact'],
  ['huis nummer', 'huisnummer', 'compact'],
  ['datum van besluit', 'datum besluit', 'words'],
  ['kvk nummer bedrijf', 'kvk nummer', 'words'],
  ['kv k nummer bedrijf', 'kvk nummer', null],
  ['huisnumer', 'huisnummer', 'close'],
  ['plaats', 'plaat', null],
  ['postcode verzender nummer oud', 'postcode', null],
  ['nummer', 'kvk nummer', null],
  ['meldnr', 'meldnummer', 'compact'],
  ['kvk nummer aanvrager', 'kvk nr aanvrager', 'compact'],
  ['nummer', 'nr', null],
])('%s against %s: %s', (heading, synonym, expected) => expect(matchHeading(heading, synonym)).toBe(expected))

test('column letters', () => expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
