import { entityKey } from '#shared/model/entity.ts'
import { kvkLabel, legalFormLabel, personLabel } from '#shared/text/names.ts'
import type { Reader } from '../store/database.ts'
import {
  companiesByBranchNumber, companiesById, companiesByKvk, companiesByRsin, personsById, type FoundCompany, type FoundPerson,
} from '../store/search.ts'
import { findWorded } from './findWorded.ts'
import { byNumber, compareRanks, rankOf, type Rank, type RankedHit } from './tier.ts'
import type { Typed, TypedWord } from './typed.ts'

const KVK_LENGTH = 8
const SHORTEST_KVK = 3
const YEAR = /^(?:19|20)\d\d$/

/** Companies by (the beginning of) their KVK number, by RSIN or vestigingsnummer, and by the words of their names. */
export function findCompanies(reader: Reader, typed: Typed, wanted: number): RankedHit[] {
  const found = numbered(reader, typed.digits, wanted).map((company) => companyHit(company, byNumber))
  if (found.length > 0) return found
  const { sure, fuzzy } = findWorded(reader, 'company', typed.words, wanted)
  return companiesById(reader, [...sure, ...fuzzy]).map((company) => {
    const ranked = namesOf(company).map((name) => ({ name, rank: rank(name, typed.words, fuzzy.includes(company.id)) }))
    const best = ranked.reduce((one, other) => (compareRanks(other.rank, one.rank) < 0 ? other : one))
    return companyHit(company, best.rank, best.name === company.name ? '' : best.name)
  })
}

function numbered(reader: Reader, digits: string, wanted: number): FoundCompany[] {
  if (digits.length === 12) return companiesByBranchNumber(reader, Number(digits))
  if (digits.length === 9) return companiesByRsin(reader, Number(digits))
  if (digits.length < SHORTEST_KVK || digits.length > KVK_LENGTH) return []
  const size = 10 ** (KVK_LENGTH - digits.length)
  return companiesByKvk(reader, Number(digits) * size, Number(digits) * size + size - 1, wanted)
}

/** Persons by the words of their name; a year among them is that of birth. */
export function findPersons(reader: Reader, typed: Typed, wanted: number): RankedHit[] {
  const year = typed.words.find(({ literal }) => YEAR.test(literal))?.literal ?? ''
  const words = typed.words.filter(({ literal }) => !/^\d+$/.test(literal))
  const { sure, fuzzy } = findWorded(reader, 'person', words, wanted)
  return personsById(reader, [...sure, ...fuzzy])
    .filter((person) => year === '' || person.birthDate?.startsWith(year))
    .map((person) => personHit(person, rank([person.givenNames, person.initials, person.prefix, person.familyName].join(' '), words, fuzzy.includes(person.id))))
}

function rank(name: string, words: readonly TypedWord[], isMended: boolean): Rank {
  const found = rankOf(name, words)
  return isMended ? { ...found, tier: 'fuzzy' } : found
}

/** The name of the register first, so that it wins from a trade name that answers as well. */
function namesOf({ name, tradeNames }: FoundCompany): string[] {
  return [name, ...new Set(tradeNames.split('\n'))].filter((one, i) => i === 0 || one !== '')
}

/** @param tradeName the name it was found by, when that is another than its own */
function companyHit(company: FoundCompany, ranked: Rank, tradeName = ''): RankedHit {
  const kvk = company.kvk === null ? '' : kvkLabel(company.kvk)
  const subtitle = [tradeName === '' ? '' : `handelsnaam ${tradeName}`, kvk, legalFormLabel[company.legalForm] ?? '', company.city].filter((part) => part !== '').join(' · ')
  return { ...ranked, hit: { key: entityKey('company', company.id), kind: 'company', title: company.name, subtitle, tier: ranked.tier }, order: `${company.name} ${kvk}` }
}

function personHit(person: FoundPerson, ranked: Rank): RankedHit {
  const title = personLabel(person)
  const subtitle = person.birthDate === null ? '' : `geboren ${person.birthDate.slice(0, 4)}`
  const order = `${person.familyName} ${person.givenNames} ${person.initials} ${person.birthDate ?? ''}`
  return { ...ranked, hit: { key: entityKey('person', person.id), kind: 'person', title, subtitle, tier: ranked.tier }, order }
}
