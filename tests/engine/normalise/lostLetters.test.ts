import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyNameKey } from '../../../electron/engine/normalise/company.ts'
import { foldText } from '../../../electron/engine/normalise/fold.ts'
import { fits, hasLost, markLost, possibleNames } from '../../../electron/engine/normalise/lostLetters.ts'
import { familyWords, initialsOf, nameWords } from '../../../electron/engine/normalise/person.ts'

const name = (given: string, initials = ''): { givenNames: string; initials: string } => ({ givenNames: given, initials })

describe('a letter that a file lost', () => {
  test.each([
    ['Ay?e', 'Ayşe'], ['Ay\ufffde', 'Ayşe'], ['?zlem', 'Özlem'], ['Andr?', 'André'], ['Zo?', 'Zoë'], ['Y?ld?z', 'Yıldız'], ['M?ller', 'Müller'], ['M?ller', 'Mueller'],
    ['Wei?', 'Weiß'], ['Petrovi?', 'Petrović'], ['Bar??can', 'Barışcan'], ['B??ld', 'Bøld'], ['d?Ancona', "d'Ancona"], ['Gro?mann', 'Großmann'], ['Jansen?', 'Jansen'], ['ay?e', 'AY?E'],
  ])('%s can be %s', (written, meant) => {
    expect([fits(familyWords(written), familyWords(meant)), fits(familyWords(meant), familyWords(written))]).toEqual([true, true])
  })

  test.each([['Ay?e', 'Ayla'], ['Ay?e', 'Aysel'], ['Jos?', 'Josef'], ['?an', 'Jean'], ['I??k', 'Işık'], ['?i?', 'Tim'], ['Jansen', 'Janssen']])('%s cannot be %s, or tells too little', (one, other) => {
    expect(fits(familyWords(one), familyWords(other))).toBe(false)
  })

  test('however many letters were lost, each place is tried once', () => {
    // the ways to fill in forty letters at the same places in both are more than a thousand billion
    expect(fits(`${'ab?'.repeat(40)}k`, `${'ab?'.repeat(40)}l`)).toBe(false)
  })

  test.each([['in ?t Veld', "in 't Veld"], ['van ?t Hoff', 'van ’t Hoff'], ["?s-Gravesande", "'s-Gravesande"]])('%s has an apostrophe, as in %s', (written, meant) => expect(nameWords(written)).toEqual(nameWords(meant)))

  test.each(['?', '??', '???', '\ufffd', 'onbekend?', '- ?'])('%j is no name', (text) => expect([familyWords(text), companyNameKey(text).name.replace('onbekend?', '')]).toEqual(['', '']))

  test('is the first letter of a name too, and a question mark alone is no letter', () => {
    expect([initialsOf(name('?zlem')), initialsOf(name('?zlem', '?.')), initialsOf(name('?zlem Ayşe', '?.A.')), initialsOf(name('', '?')), initialsOf(name('Jan', '?'))]).toEqual(['?', '?', '?a', '', 'j'])
  })

  test('stays within its word in the name of a company', () => {
    expect(['Caf? De Zon B.V.', 'Waarom niet ?', 'Bakker?s Brood'].map((written) => companyNameKey(written).name)).toEqual(['caf?dezon', 'waaromniet', 'bakker?sbrood'])
    expect(fits('bakker?s', 'bakkers')).toBe(true)
  })
})

describe('whichever letters are lost', () => {
  const letters = fc.string({ unit: fc.constantFrom('é', 'ö', 'ş', 'ç', 'a', 'b', 'n', 't', 'r', 'e'), minLength: 3, maxLength: 9 })
  const spelled = (text: string): string => markLost(foldText(text))
  const lossy = letters.map((text) => ({ lost: spelled(text.replace(/[^a-z]/g, '?')), whole: foldText(text) })).filter(({ lost }) => 2 * lost.split('?').length - 2 < lost.length)

  test('the name can be the whole one, in either order', () => fc.assert(fc.property(lossy, ({ lost, whole }) => {
    expect([fits(lost, whole), fits(whole, lost)]).toEqual([true, true])
  })))

  test('two names can be one in the one order as in the other', () => fc.assert(fc.property(lossy, lossy, (one, other) => {
    expect(fits(one.lost, other.lost)).toBe(fits(other.lost, one.lost))
    expect(fits(one.lost, other.whole)).toBe(fits(other.whole, one.lost))
  })))

  test('names without lost letters are one only when they are equal', () => fc.assert(fc.property(letters, letters, (one, other) => {
    expect(fits(foldText(one), foldText(other))).toBe(foldText(one) === foldText(other))
  })))

  test('with one or two, the whole name is among those it is looked for under', () => fc.assert(fc.property(lossy.filter(({ lost }) => lost.split('?').length <= 3), ({ lost, whole }) => {
    expect(possibleNames(lost)).toContain(whole)
    expect(possibleNames(lost).some(hasLost)).toBe(false)
  })))
})
