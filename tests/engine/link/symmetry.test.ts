import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCompanies, type CompanyEvidence } from '../../../electron/engine/link/companyEvidence.ts'
import { companyName } from '../../../electron/engine/link/companyNames.ts'
import { readLinkModel, thresholds } from '../../../electron/engine/link/linkModel.ts'
import { nameParts } from '../../../electron/engine/link/nameParts.ts'
import { comparePersons, type PersonEvidence } from '../../../electron/engine/link/personEvidence.ts'
import { makeScorer, type Compare } from '../../../electron/engine/link/scorePair.ts'
import { jaroWinkler, typingDistance } from '../../../electron/engine/link/similarity.ts'

/** Few enough that they often meet; some are given name and family name both. */
const words = fc.constantFrom('Jan', 'Johannes', 'Jan Pieter', 'Janpieter', 'Maria', 'Willem', 'Willems', 'Vries', 'Vreis', 'Jansen', 'Janssen', 'Jansen-Willem', 'J?n', '?ansen', 'Jans?n-W?llem', 'Ay', '')
const name = fc.record({ givenNames: words, initials: fc.constantFrom('', '', 'J.P.', 'M.'), prefix: fc.constantFrom('', '', 'de'), familyName: words })
const few = <One>(one: fc.Arbitrary<One>) => fc.array(one, { maxLength: 3 })
const place = fc.constantFrom('a1', 'a2', 'a3')
const person: fc.Arbitrary<PersonEvidence> = fc.record({
  bsn: fc.constant(-1), names: few(name.map(nameParts)), births: few(fc.constantFrom('1980-05-07', '1980-07-05', '1980-05', '1980', '1981-05-07', '1951-11-02')), places: few(place),
})
const company: fc.Arbitrary<CompanyEvidence> = fc.record({
  kvk: fc.constant(null), rsin: fc.constant(null), names: few(fc.constantFrom('Jansen Vastgoed Beheer B.V.', 'JVB', 'Jansen Vastgoed', 'Janssen Vastgoed BV', 'Vastgoed Jansen', 'J?nsen Vastgoed', 'Polderglas', 'Polderglas?', 'Polderglas B.V.', 'PolderglasB.V.').map(companyName)),
  forms: few(fc.constantFrom('bv', 'vof')), places: few(place), homes: few(place), divisions: few(fc.constantFrom('41', '68')),
})
/** Every value is as common as its letters say, so that it shows which one counted. */
const frequencies = { count: (_: string, value: string) => ({ count: Array.from(value).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 97, 1), of: 10_000 }) }

function isSymmetric<Evidence>(compare: Compare<Evidence>, model: string): (left: Evidence, right: Evidence) => void {
  const score = makeScorer(readLinkModel(model), compare, frequencies, thresholds)
  return (left, right) => {
    const [one, other] = [score(left, right), score(right, left)]
    expect({ ...other, parts: other.parts.map((part) => ({ ...part, left: part.right, right: part.left })) }).toEqual(one)
  }
}

test('two persons are as alike in the one order as in the other', () => fc.assert(fc.property(person, person, isSymmetric(comparePersons, 'persons')), { numRuns: 3000 }))

test('two companies likewise', () => fc.assert(fc.property(company, company, isSymmetric(compareCompanies, 'companies')), { numRuns: 1000 }))

test('and two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(fc.property(text, text, (one, other) => {
    expect([jaroWinkler(one, other), typingDistance(one, other)]).toEqual([jaroWinkler(other, one), typingDistance(other, one)])
  }), { numRuns: 3000 })
})

test('given name and family name in the wrong cell are seen on either side, also when one side has only letters', () => {
  const swapped = { names: [nameParts({ givenNames: 'Proefman', initials: '', prefix: '', familyName: 'Willem' })], births: [], places: [], bsn: -1 }
  const right = { names: [nameParts({ givenNames: 'Willem', initials: 'W.', prefix: '', familyName: 'Proefman' })], births: [], places: [], bsn: -1 }
  const said = (left: PersonEvidence, other: PersonEvidence): string[] => {
    const levels: string[] = []
    comparePersons(left, other, (comparison, level) => void levels.push(`${comparison} ${level}`))
    return levels
  }
  expect(said(swapped, right)).toEqual(['order verwisseld', 'given-names gelijk', 'family-name gelijk'])
  expect(said(right, swapped)).toEqual(said(swapped, right))
})
