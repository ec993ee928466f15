import { expect, test } from 'vitest'
import { personRules } from '../../../electron/engine/link/personEvidence.ts'
import { levels, named } from '../../fixtures/names.ts'

test.each([
  ['Müller', 'Mueller'], ['Öztürk', 'Oeztuerk'], ['Jørgensen', 'Joergensen'], ['Ågård', 'Aagaard'],
])('%s and %s, with the letters written out, sound alike and are compared', (family, other) => {
  expect(levels({ givenNames: 'Jan', familyName: family }, { givenNames: 'Jan', familyName: other })).toEqual({ 'given-names': 'gelijk', 'family-name': 'klinkt' })
  const keys = [family, other].map((familyName) => personRules.find(({ id }) => id === 'family-birth')?.keys({ bsn: -1, names: [named({ givenNames: 'Jan', familyName })], births: ['1980-05-17'], places: [] }) ?? [])
  expect(keys[0]?.filter((key) => keys[1]?.includes(key))).not.toEqual([])
})

test.each([
  [{ givenNames: 'JP', familyName: 'Vries' }, { givenNames: 'Jan Pieter', familyName: 'Vries' }, { 'given-names': 'letters', 'family-name': 'gelijk' }],
  [{ initials: 'J.P.', familyName: 'Vries (de)' }, { initials: 'JP', prefix: 'de', familyName: 'Vries' }, { 'given-names': 'letters', 'family-name': 'genormaliseerd' }],
  [{ givenNames: 'Jan', familyName: 'Vries-Jansen' }, { givenNames: 'Jan', familyName: 'Jansen e/v de Vries' }, { 'given-names': 'gelijk', 'family-name': 'genormaliseerd' }],
  [{ givenNames: 'Vries', familyName: 'Jan' }, { givenNames: 'Jan', familyName: 'Vries' }, { order: 'verwisseld', 'given-names': 'gelijk', 'family-name': 'gelijk' }],
])('%j and %j', (left, right, expected) => expect(levels(left, right)).toEqual(expected))
