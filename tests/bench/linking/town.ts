import type { DemoAddress } from '../../../electron/engine/demo/world/addresses.ts'
import { makeWorld } from '../../../electron/engine/demo/world/world.ts'
import { addDays } from '../../../electron/engine/demo/world/dates.ts'
import { makeRandom, weighted, type Random } from '../../../electron/engine/demo/world/random.ts'
import { mistype, withoutMarks } from './mistakes.ts'
import { officersOf, writeCompanies, type CompanyTownRow, type OfficerTownRow } from './townCompanies.ts'
import nicknames from '../../../resources/linking/nicknames.json' with { type: 'json' }

/** A row of a register that names a person; the truth beside it. */
export interface PersonTownRow {
  table: 'person_record' | 'office_record' | 'ownership_record' | 'permit_record'
  bsn: number | null
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
  addressId: number | null
  /** of a row of the population register: where an earlier delivery of it had the person */
  formerly: readonly number[]
  truth: number
}

export interface Town {
  addresses: DemoAddress[]
  persons: PersonTownRow[]
  companies: CompanyTownRow[]
  officers: OfficerTownRow[]
}

/** Twins: the same family, day and house, another name. */
const TWINS = 0.012
/** Parent and child of one name in one house; one in so many of the parents stands in other registers only. */
const NAMESAKES = 0.01
const UNREGISTERED = 0.1
/** One row in so many of other registers went through a file that lost letters with marks (`Ay?e`). */
const LETTERS_LOST = 0.04
/** Moved in the years of which other registers still hold rows; how often an earlier delivery of the BRP tells from where; and of rows elsewhere how many are there. */
const MOVED = 0.3
const MOVE_KNOWN = 0.8
const AT_FORMER = 4 / 7
/** How often a register that is not the BRP gives the BSN. */
const BSN_GIVEN = 0.55

/**
 * The people and companies of the demo municipality as several registers write them down, with the mistakes people make: initials for
 * given names, call names, married names, letters mistyped or lost, days and months swapped, dates not known or filled in, moves, twins, and
 * parents and children of one name in one house. Companies: see {@link writeCompanies}.
 * @param addresses about 1.2 persons and a quarter of a company each
 * @param namesakes share of the people that has a parent of the same name; none in the town the weights were counted on
 */
export function makeTown(addresses: number, seed: number, namesakes = NAMESAKES): Town {
  const world = makeWorld(addresses, seed)
  const random = makeRandom(`registers ${seed} ${addresses}`)
  const moves = makeRandom(`moves of persons ${seed} ${addresses}`)
  const persons: PersonTownRow[] = []
  const houses = world.addresses.map(({ bag }) => bag)
  const people = world.people.flatMap((person) => {
    const twin = random.chance(TWINS) ? [{ ...person, index: -1, bsn: '', givenNames: random.pick(world.words.names.given) }] : []
    return [person, ...twin]
  })
  for (const [truth, person] of people.entries()) {
    const home = person.home?.bag ?? random.pick(houses)
    const known = { bsn: truth, givenNames: person.givenNames, initials: '', prefix: person.prefix, familyName: person.familyName, birthDate: person.birthDate, addressId: home, formerly: [], truth }
    const former = moves.chance(MOVED) ? moves.pick(houses) : null
    persons.push({ ...known, table: 'person_record', bsn: random.chance(0.97) ? truth : null, formerly: former !== null && moves.chance(MOVE_KNOWN) ? [former] : [] })
    for (let others = extraRows(random); others > 0; others -= 1) {
      const partner = random.pick(people).familyName
      const elsewhere = random.chance(0.6) ? null : random.pick(houses)
      const place = elsewhere !== null && former !== null && moves.chance(AT_FORMER) ? former : (elsewhere ?? home)
      persons.push(writeDown(known, partner, place, random))
    }
  }
  persons.push(...parentsOf(persons.filter(({ table, birthDate }) => table === 'person_record' && birthDate !== null), people.length, makeRandom(`namesakes ${seed} ${addresses}`), namesakes))
  const officers = officersOf(world.offices, new Map(people.map((person, truth) => [person, truth])))
  const homeOf = new Map(persons.flatMap(({ table, addressId, truth }): [number, number][] => (table === 'person_record' && addressId !== null ? [[truth, addressId]] : [])))
  const companies = writeCompanies(world.companies, { houses, officers, homeOf }, random, makeRandom(`moves ${seed} ${addresses}`))
  const lost = makeRandom(`lost letters ${seed} ${addresses}`)
  return {
    addresses: world.addresses, officers,
    persons: persons.map((row) => (row.table !== 'person_record' && lost.chance(LETTERS_LOST) ? { ...row, ...withoutMarks(row, ['givenNames', 'initials', 'familyName']) } : row)),
    companies: companies.map((row, i) => (row.truth === companies[i - 1]?.truth && lost.chance(LETTERS_LOST) ? { ...row, ...withoutMarks(row, ['name', 'tradeName']) } : row)),
  }
}

/** Rows of the parents some of these people were named after. @param first the truth of the first of them */
function parentsOf(children: readonly PersonTownRow[], first: number, random: Random, share: number): PersonTownRow[] {
  return children.filter(() => random.chance(share)).flatMap((child, i): PersonTownRow[] => {
    const years = random.between(22, 40)
    const truth = first + i
    const parent: PersonTownRow = { ...child, truth, bsn: truth, birthDate: (child.birthDate ?? '').replace(/^\d+/, (year) => `${Number(year) - years}`) }
    const others = Array.from({ length: Math.max(1, extraRows(random)) }, () => writeDown(parent, random.pick(children).familyName, parent.addressId ?? 0, random))
    return random.chance(UNREGISTERED) ? others : [parent, ...others]
  })
}

const extraRows = weighted([[0, 55], [1, 25], [2, 13], [3, 7]] as const)
const tables = ['office_record', 'ownership_record', 'permit_record'] as const

function writeDown(known: Omit<PersonTownRow, 'table' | 'formerly'>, partner: string, addressId: number, random: Random): PersonTownRow {
  const table = random.pick(tables)
  const givenNames = writeGiven(known.givenNames, random)
  const isShort = /^(?:\p{Lu}\.)+$/u.test(givenNames)
  const family = writeFamily(known.familyName, partner, random)
  const swapsCells = random.chance(0.002)
  return {
    table, truth: known.truth, formerly: [],
    bsn: random.chance(BSN_GIVEN) ? known.bsn : null,
    givenNames: swapsCells ? family : isShort ? '' : givenNames, initials: isShort ? givenNames : '', prefix: random.chance(0.04) ? '' : known.prefix,
    familyName: swapsCells ? givenNames : family,
    birthDate: writeBirth(known.birthDate ?? '', random),
    addressId: table === 'office_record' ? null : addressId,
  }
}

function writeGiven(given: string, random: Random): string {
  const names = given.split(/[ -]/)
  const [first = ''] = names
  const how = random.next()
  if (how < 0.55) return random.chance(0.05) ? given.toUpperCase() : given
  if (how < 0.72) return first
  if (how < 0.86) return names.map((name) => `${name.slice(0, 1)}.`).join('')
  if (how < 0.9) return callName(first, random)
  if (how < 0.92) return mistype(first, random)
  return given
}

function callName(name: string, random: Random): string {
  const forms = Object.entries(nicknames.forms).filter(([long, short]) => long === name.toLowerCase() || short.includes(name.toLowerCase()))
  if (forms.length === 0) return name
  const [long, short] = random.pick(forms)
  const form = random.pick([long, ...short])
  return form.slice(0, 1).toUpperCase() + form.slice(1)
}

function writeFamily(family: string, partner: string, random: Random): string {
  const how = random.next()
  if (how < 0.05) return `${family}-${partner}`
  if (how < 0.07) return `${partner}-${family}`
  if (how < 0.09) return mistype(family, random)
  if (how < 0.12) return family.toUpperCase()
  if (how < 0.14) return family.normalize('NFD').replace(/\p{M}/gu, '').replace(/ij/g, 'y')
  return family
}

function writeBirth(birth: string, random: Random): string | null {
  const how = random.next()
  const [year = '', month = '', day = ''] = birth.split('-')
  if (how < 0.05) return null
  if (how < 0.058) return Number(day) <= 12 ? `${year}-${day}-${month}` : birth
  if (how < 0.066) return addDays(birth, random.pick([-10, -1, 1, 10, 365]))
  if (how < 0.07) return '1900-01-01'
  if (how < 0.074) return `${year}-01-01`
  if (how < 0.078) return year
  return birth
}
