import { expect, test } from 'vitest'
import { describeSets } from '../../../electron/engine/import/kindChoice.ts'
import { kindOf } from '../../../electron/engine/import/kinds.ts'

test.each([
  ['company', 'KVK-nummer, of Vestigingsnummer, of RSIN'],
  ['person', 'BSN of naam met geboortedatum, of Persoonsnummer van de bron en Achternaam'],
])('what tells of which %s a row is names everything once', (id, words) => {
  const kind = kindOf(id)
  expect(describeSets(kind, kind.identifiedBy)).toBe(words)
})
