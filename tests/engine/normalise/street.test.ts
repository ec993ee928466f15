import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cityKey } from '../../../electron/engine/normalise/city.ts'
import { abbreviates, shortStreetName, streetKey } from '../../../electron/engine/normalise/street.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

describe('one spelling for a street', () => {
  const same: [string, ...string[]][] = [
    ['Burgemeester van Nispenstraat', 'Burg. van Nispenstr.', 'burgem. v. Nispen straat', 'BURG VAN NISPENSTR'],
    ['Jan van der Heijdenstraat', 'Jan v.d. Heijdenstraat', 'Jan vd Heydenstr', 'JAN VAN DEN HEIJDENSTRAAT'],
    ['Eerste Dwarsweg', '1e Dwarsweg', '1ste dwarsweg', '1e Dwarswg'],
    ['Belgiëlaan', 'Belgielaan', 'BELGIËLN'],
    ['Karveel 04', 'karveel 4'],
    ["Plein '40-'45", 'Plein 40-45', 'plein 40 45'],
    ['Sint Annastraat', 'St. Annastraat', 'St Annastr'],
    ['Maas-Waalweg', 'Maas Waalweg', 'Maaswaalweg'],
    ["Van 't Hoffstraat", 'van het Hoffstraat', "v. 't Hoffstr"],
    ['Professor Zeemanlaan', 'Prof. Zeemanlaan', 'prof Zeemanln'],
  ]
  test.each(same)('%s', (name, ...others) => expect(others.map(streetKey)).toEqual(others.map(() => streetKey(name))))

  test('different streets stay apart', () => {
    const names = ['Markerkant 10', 'Markerkant 11', 'Markerkant', 'Markerkant 1', 'Eerste Dwarsweg', 'Tweede Dwarsweg', 'Kerkstraat', 'Kerklaan', 'Kerkweg', 'Plein 1940', 'Plein 1945', 'Plein 40-45', 'Plein 4045', 'De Orpsteeg', 'Dorpsteeg', 'De Dorpsteeg']
    expect(new Set(names.map(streetKey)).size).toBe(names.length)
  })

  test.skipIf(!hasSharedData)(`185 streets that end in a number: one key only where they are one name written twice${whySkipped}`, () => {
    const names = readFileSync(sharedData('dutch_address_parse', 'streets_ending_in_number.txt'), 'utf8').trim().split('\n')
    const plain = (name: string) => name.replace(/[^a-z\d]/g, '').replace('ij', 'y')
    const groups = [...Map.groupBy(names, streetKey).values()]
    expect(groups.length).toBe(new Set(names.map(plain)).size)
    for (const group of groups) expect(new Set(group.map(plain)).size, group.join(', ')).toBe(1)
  })

  test('case, spaces and hyphens never matter, digits always do', () => {
    const word = fc.constantFrom('burgemeester', 'van', 'der', 'jan', 'kerk', 'straat', 'plein', 'zeedijk', '10', '45', 'a20')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const key = streetKey(words.join(' '))
        expect(streetKey(words.join(' - ').toUpperCase())).toBe(key)
        expect(key.replace(/\D/g, '')).toBe(words.join('').replace(/\D/g, ''))
      }),
    )
  })
})

describe('short names of at most 24 characters', () => {
  test.each([
    ['Annelien Kappeyne van de Coppellostraat', 'A K vd Coppellostr'],
    ['Burgemeester van Nispen van Sevenaerstraat', 'Burg v N v Sevenaerstr'],
    ['Haaldersbroekerdwarsstraat', 'Haaldersbroekerdwstr'],
    ['Markerkant', 'Markerkant'],
    ['Zorgvlietstraat', 'Zorgvlietstraat'],
  ])('%s', (name, short) => expect(shortStreetName(name)).toBe(short))

  test('never longer, and a name that fits stays', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Burgemeester', 'van', 'de', 'Jan', 'Kerkstraat', 'Plantsoen', 'Nieuwe', 'Wibautlaan'), { minLength: 1, maxLength: 7 }), (words) => {
        const name = words.join(' ')
        expect(shortStreetName(name).length).toBeLessThanOrEqual(24)
        if (name.length <= 24) expect(shortStreetName(name)).toBe(name)
      }),
    )
  })
})

test('a shortened name is recognised, another one is not', () => {
  const pairs: [string, string, boolean][] = [
    ['Walt Disneyplts.', 'Walt Disneyplantsoen', true],
    ['Alb. Cuypstr', 'Albert Cuypstraat', true],
    ['A K vd Coppellostr', 'Annelien Kappeyne van de Coppellostraat', true],
    ['Paal', 'De Paal', true],
    ['Kerkstraat', 'Kerklaan', false],
    ['Cuypstraat', 'Albert Cuypstraat', false],
    ['Markerkant 10', 'Markerkant 11', false],
    ['A', 'Albert Cuypstraat', false],
  ]
  expect(pairs.filter(([given, full, is]) => abbreviates(given, full) !== is)).toEqual([])
})

describe('one spelling for a city', () => {
  test.each([
    ['Almere', 'ALMERE', 'Almere-Buiten', 'Almere Buiten', 'almere stad', 'Almere (Haven)'],
    ["'s-Gravenhage", 'Den Haag', "'S-GRAVENHAGE", 's Gravenhage'],
    ['Capelle aan den IJssel', 'CAPELLE A/D YSSEL', 'Capelle a.d. IJssel'],
    ['Sint Maartensbrug', 'ST MAARTENSBRUG', 'St. Maartensbrug'],
    ["'t Zand", 'T ZAND'],
  ])('%s', (name, ...others) => expect(others.map(cityKey)).toEqual(others.map(() => cityKey(name))))

  test('places of one name in other provinces are not made one', () => {
    expect(cityKey('Hengelo Gld')).not.toBe(cityKey('Hengelo Ov'))
    expect(cityKey('Bergen (L.)')).not.toBe(cityKey('Bergen (NH.)'))
  })

  test.skipIf(!hasSharedData)(`spellings of the postcode table${whySkipped}`, () => {
    const lines = readFileSync(sharedData('postcode_4pp', '4pp.csv'), 'utf8').trim().split('\n').slice(1)
    const pairs = new Set(lines.flatMap((line) => {
      const cells = [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map((match) => match[1] ?? match[2] ?? '')
      return (cells[3] ?? '').split(',').map((other) => `${cells[2]}\n${other.trim()}`).filter((pair) => !pair.endsWith('\n'))
    }))
    const same = [...pairs].filter((pair) => new Set(pair.split('\n').map(cityKey)).size === 1)
    // the others are other places, Frisian names, or names with a province behind them
    expect([pairs.size, same.length]).toEqual([493, 332])
  })
})
