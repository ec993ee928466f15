import { describe, expect, test } from 'vitest'
import { whoMayBeLike, type MayBeLike } from '../../../electron/engine/link/addition/mayBeLike.ts'
import { traitsOf } from '../../../electron/engine/link/addition/traits.ts'
import { countPersons } from '../../../electron/engine/link/countedPersons.ts'
import { likeness, likenessCeiling } from '../../../electron/engine/link/linkPersons.ts'
import { personRules, type PersonEvidence } from '../../../electron/engine/link/personEvidence.ts'
import { personEvidenceOf } from '../../bench/linking/evidence.ts'
import { makeTown, type PersonTownRow } from '../../bench/linking/town.ts'
import { townColumns } from '../../fixtures/townColumns.ts'

const TODAY = '2026-11-01'
const { persons: town } = makeTown(700, 5)

/** What several rows of one person say together. */
function together(rows: readonly PersonTownRow[]): PersonEvidence {
  const said = rows.map(personEvidenceOf)
  const names = said.flatMap((one) => one.names).filter((name, i, all) => all.findIndex(({ written, given }) => written === name.written && given.join(' ') === name.given.join(' ')) === i)
  return { bsn: -1, names, births: [...new Set(said.flatMap(({ births }) => births))], places: [...new Set(said.flatMap(({ places }) => places))] }
}

/** By which rules two share a key, a bit for each. */
function rulesOf(one: PersonEvidence, other: PersonEvidence): number {
  return personRules.reduce((bits, { keys }, rule) => {
    const own = new Set(keys(one))
    return keys(other).some((key) => own.has(key)) ? bits | (1 << rule) : bits
  }, 0)
}

/** Holds people against each other, and what is kept of them against how alike they are. */
function makeMeeting() {
  const ground = countPersons(townColumns(town, TODAY))
  const [isAlike, ceiling] = [likeness(ground), likenessCeiling(ground)]
  const asked = new Map<PersonEvidence, MayBeLike>()
  const met = { alike: 0, others: 0, refused: 0 }
  const meet = (person: PersonEvidence, other: PersonEvidence): void => {
    const rules = rulesOf(person, other)
    if (other === person || rules === 0) return
    const mayBeLike = asked.get(person) ?? whoMayBeLike(person, ceiling)
    asked.set(person, mayBeLike)
    const may = mayBeLike(traitsOf(other), rules)
    if (isAlike(person, other)) {
      met.alike += 1
      expect(may).toBe(true)
    } else {
      met.others += 1
      if (!may) met.refused += 1
    }
  }
  return { met, meet }
}

/** Somebody, and others who have his names in each other's cell: as they are, written as one word or as several, beside another name, or besides his own name with another half. */
function swapped(row: PersonTownRow): [PersonEvidence, PersonEvidence][] {
  const { givenNames, familyName } = row
  const turned = { ...row, givenNames: familyName, familyName: givenNames }
  const [asOne, asSeveral] = [givenNames.replaceAll(' ', ''), givenNames.replaceAll(' ', '-')]
  return [
    [together([row]), together([turned])],
    [together([row]), together([{ ...turned, familyName: asOne }])],
    [together([{ ...row, givenNames: asOne }]), together([{ ...turned, familyName: asSeveral }])],
    [together([row]), together([{ ...turned, givenNames: `Wessel ${familyName}` }])],
    [together([row]), together([turned, { ...row, familyName: 'Roodenburg' }])],
    [together([row]), together([turned, { ...row, initials: '', givenNames: `${givenNames.slice(0, 1)}ebedeus` }])],
  ]
}

describe('what is kept of a unit, to tell whom it is not like', () => {
  test('never refuses whom the comparison finds alike, and refuses more than half of the others', () => {
    const nicknamed = town.filter((_, i) => i % 9 === 0).map((row, i) => [...['Wessel', 'Ybo'].slice(i % 2), row.givenNames].map((givenNames) => ({ ...row, givenNames })))
    const people = [...town.map((row) => together([row])), ...[...Map.groupBy(town, ({ truth }) => truth).values(), ...nicknamed].filter((rows) => rows.length > 1).map(together)]
    const { met, meet } = makeMeeting()
    const byName = Map.groupBy(people, ({ names }) => names.flatMap(({ sounds, given }) => [...sounds, given[0]?.slice(0, 3) ?? '']).sort()[0])
    for (const block of byName.values()) {
      for (const person of block) for (const other of block) meet(person, other)
    }
    expect(met.alike).toBeGreaterThan(400)
    expect(met.refused / met.others).toBeGreaterThan(0.5)
  })

  test('never refuses him either where names stand in each other’s cell, whoever of the two has them so', () => {
    const { met, meet } = makeMeeting()
    for (const [i, row] of town.filter(({ givenNames }, place) => place % 3 === 0 && givenNames.length > 1).entries()) {
      const birthDate = [null, row.birthDate, row.birthDate && `${row.birthDate.slice(0, 4)}-01-01`][i % 3] ?? null
      const person = { ...row, birthDate, addressId: i % 2 > 0 ? row.addressId : null, formerly: [] }
      for (const [one, other] of swapped(person)) {
        meet(one, other)
        meet(other, one)
      }
    }
    expect(met.alike).toBeGreaterThan(1_000)
  })

  test('asks for the rows of whom it cannot tell: names in each other’s cell, several birth dates', () => {
    const [givenNames, familyName] = [mostCommon(town.map((row) => row.givenNames)), mostCommon(town.map((row) => row.familyName))]
    const row = (parts: Partial<PersonTownRow>): PersonTownRow => ({ table: 'permit_record', bsn: null, givenNames, initials: '', prefix: '', familyName, birthDate: '1961-04-23', addressId: -1, formerly: [], truth: 0, ...parts })
    const person = personEvidenceOf(row({}))
    const mayBeLike = whoMayBeLike(person, likenessCeiling(countPersons(townColumns(town, TODAY))))
    const says = (...rows: Partial<PersonTownRow>[]): boolean => {
      const other = together(rows.map(row))
      return mayBeLike(traitsOf(other), rulesOf(person, other))
    }
    const elsewhere = { birthDate: '1980-11-02', addressId: -2 }
    expect(says(elsewhere)).toBe(false)
    expect(says({ ...elsewhere, givenNames: familyName, familyName: givenNames })).toBe(true)
    expect(says(elsewhere, { addressId: -2 })).toBe(true)
    expect(says({ ...elsewhere, birthDate: '1980' })).toBe(false)
    expect(says({ ...elsewhere, birthDate: '1980-05' })).toBe(true)
  })
})

function mostCommon(texts: readonly string[]): string {
  const [first = ['']] = [...Map.groupBy(texts.filter((text) => /^\p{Lu}\p{Ll}+$/u.test(text)), (text) => text).values()].sort((one, other) => other.length - one.length)
  return first[0] ?? ''
}
