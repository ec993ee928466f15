import { describe, expect, test } from 'vitest'
import { dottedInitials, looksLikeCompany, mortgageeKind, splitPersonName, type PersonName } from '../../../electron/engine/normalise/partyName.ts'

const name = (parts: Partial<PersonName>): PersonName => ({ givenNames: '', initials: '', prefix: '', familyName: '', ...parts })

describe('splitPersonName', () => {
  const cases: [string, PersonName | null][] = [
    ['Jansen, P.A. van', name({ initials: 'P.A.', prefix: 'van', familyName: 'Jansen' })],
    ['Jansen, P.A.', name({ initials: 'P.A.', familyName: 'Jansen' })],
    ['van der Berg, Piet', name({ givenNames: 'Piet', prefix: 'van der', familyName: 'Berg' })],
    ['Berg, Piet van der', name({ givenNames: 'Piet', prefix: 'van der', familyName: 'Berg' })],
    ['P.A. van der Berg', name({ initials: 'P.A.', prefix: 'van der', familyName: 'Berg' })],
    ['Piet van der Berg', name({ givenNames: 'Piet', prefix: 'van der', familyName: 'Berg' })],
    ['Piet Jansen', name({ givenNames: 'Piet', familyName: 'Jansen' })],
    ['P Jansen', name({ initials: 'P.', familyName: 'Jansen' })],
    ['PA Jansen', name({ initials: 'P.A.', familyName: 'Jansen' })],
    ['dhr. P. Jansen', name({ initials: 'P.', familyName: 'Jansen' })],
    ['Mevr. drs. Th.J. de Wit', name({ initials: 'Th.J.', prefix: 'de', familyName: 'Wit' })],
    ['De Wit', name({ prefix: 'de', familyName: 'Wit' })],
    ['Ben Jansen', name({ givenNames: 'Ben', familyName: 'Jansen' })],
    ['P. Jansen - de Wit', name({ initials: 'P.', familyName: 'Jansen - de Wit' })],
    ['PIET JANSEN', name({ givenNames: 'PIET', familyName: 'JANSEN' })],
    ['P.J.M. JANSEN', name({ initials: 'P.J.M.', familyName: 'JANSEN' })],
    ['VAN DER BERG, PIET', name({ givenNames: 'PIET', prefix: 'van der', familyName: 'BERG' })],
    ['Vries, de, J.P.', name({ initials: 'J.P.', prefix: 'de', familyName: 'Vries' })],
    ['Meer, van der, Th.J.', name({ initials: 'Th.J.', prefix: 'van der', familyName: 'Meer' })],
    ['Vries J.P. de', name({ initials: 'J.P.', prefix: 'de', familyName: 'Vries' })],
    ['Vries,J.P.de', name({ initials: 'J.P.', prefix: 'de', familyName: 'Vries' })],
    ['J.P.M.de Vries', name({ initials: 'J.P.M.', prefix: 'de', familyName: 'Vries' })],
    ['J.P.Vries', name({ initials: 'J.P.', familyName: 'Vries' })],
    ['Th.J.C. van Vries', name({ initials: 'Th.J.C.', prefix: 'van', familyName: 'Vries' })],
    ['Meer, Th.J. v.d.', name({ initials: 'Th.J.', prefix: 'v.d.', familyName: 'Meer' })],
    ['Jansen', null],
  ]
  test.each(cases)('%s', (text, expected) => expect(splitPersonName(text)).toEqual(expected))
})

test.each([
  ['PA', 'P.A.'], ['P. A.', 'P.A.'], ['p.a.', 'P.A.'], ['Th.J.', 'Th.J.'], ['Piet', 'Piet'],
])('dottedInitials %s', (text, expected) => expect(dottedInitials(text)).toBe(expected))

test.each([
  ['Polderglas B.V.', true], ['BV Polderglas', true], ['Stichting Het Gooi', true], ['Jansen Holding', true], ['VvE Markerkant', true], ['Test VOF Guus', true],
  ['P. Jansen', false], ['Jansen, P.', false], ['B. Vos', false], ['N. Vink', false],
  ['Grillroom Anatolia', true], ['Café De Proef', true], ['Eetcafe ’t Hoekje', true], ['Bakkerij Jansen', true], ['Schildersbedrijf De Vries', true],
  ['P. Bakker', false], ['A. te Winkel', false], ['Slager, J.', false], ['C. Hotelling', false],
])('%s looks like a company: %s', (text, expected) => expect(looksLikeCompany(text)).toBe(expected))

test.each([
  ['ING Bank N.V.', 'bank'], ['Coöperatieve Rabobank', 'bank'], ['Polderglas B.V.', 'rechtspersoon'], ['P. Jansen', 'natuurlijk-persoon'],
])('mortgagee %s', (text, expected) => expect(mortgageeKind(text)).toBe(expected))
