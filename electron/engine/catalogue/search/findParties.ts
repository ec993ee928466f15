import { entityKey } from '#shared/model/entity.ts'
import { kvkOrNone, legalFormLabel, personLabel } from '#shared/text/names.ts'
import type { Reader } from '../../store/database.ts'
import { companiesById, companiesByKvk, companiesByNumber, personsById, type FoundCompany, type FoundPerson } from '../../store/search.ts'
import { findWorded } from './findWorded.ts'
import type { SearchScope } from './searchScope.ts'
import { byNumber, compareRanks, rankOf, type Rank, type RankedHit } from './tier.ts'
import type { Typed, TypedWord } from './typed.ts'

const KVK_LENGTH = 8
const SHORTEST_KVK = 3
/** of a vestigingsnummer */
const LONGEST_NUMBER = 12
const YEAR = /^(?:19|20)\d\d$/

/** Companies by KVK number (also its beginning, or without its leading zeros), RSIN or vestigingsnummer, and by the words of their names. */
export function findCompanies(reader: Reader, typed: Typed, wanted: number, scope: SearchScope): RankedHit[] {
  const allowed = scope.allowed('company')
  const isAllowed = ({ id }: FoundCompany): boolean => allowed === null || allowed.has(id)
  const found = numbered(reader, typed.digits, allowed === null ? wanted : EVERY)
    .filter(({ company }) => isAllowed(company))
    .map(({ company, isWhole }) => companyHit(company, { ...byNumber, begun: isWhole ? 0 : 1 }))
  if (found.length > 0) return found
  const { sure, fuzzy } = findWorded(reader, 'company', typed.words, wanted, allowed)
  return companiesById(reader, [...sure, ...fuzzy]).map((company) => {
    const ranked = namesOf(company).map((name) => ({ name, rank: rank(name, typed.words, fuzzy.includes(company.id)) }))
    const best = ranked.reduce((one, other) => (compareRanks(other.rank, one.rank) < 0 ? other : one))
    return companyHit(company, best.rank, best.name === company.name ? '' : best.name)
  })
}

/** Before they are held against an area. */
const EVERY = 5000

function numbered(reader: Reader, digits: string, wanted: number): { company: FoundCompany; isWhole: boolean }[] {
  if (digits.length < SHORTEST_KVK || digits.length > LONGEST_NUMBER) return []
  const whole = companiesByNumber(reader, Number(digits)).map((company) => ({ company, isWhole: true }))
  const size = 10 ** (KVK_LENGTH - digits.length)
  if (size < 10) return whole
  const begun = companiesByKvk(reader, Number(digits) * size, Number(digits) * size + size - 1, wanted).map((company) => ({ company, isWhole: false }))
  return [...whole, ...begun.filter(({ company }) => !whole.some((one) => one.company.id === company.id))]
}

/** Persons by the words of their name; a year among them is that of birth. */
export function findPersons(reader: Reader, typed: Typed, wanted: number, scope: SearchScope): RankedHit[] {
  const year = typed.words.find(({ literal }) => YEAR.test(literal))?.literal ?? ''
  const words = typed.words.filter(({ literal }) => !/^\d+$/.test(literal))
  const { sure, fuzzy } = findWorded(reader, 'person', words, wanted, scope.allowed('person'))
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
  const kvk = kvkOrNone(company.kvk)
  const subtitle = [tradeName === '' ? '' : `handelsnaam ${tradeName}`, kvk, legalFormLabel[company.legalForm] ?? '', company.city].filter((part) => part !== '').join(' · ')
  return { ...ranked, hit: { key: entityKey('company', company.id), kind: 'company', title: company.name, subtitle, tier: ranked.tier }, order: `${company.name} ${kvk}` }
}

function personHit(person: FoundPerson, ranked: Rank): RankedHit {
  const title = personLabel(person)
  const subtitle = person.birthDate === null ? '' : `geboren ${person.birthDate.slice(0, 4)}`
  const order = `${person.familyName} ${person.givenNames} ${person.initials} ${person.birthDate ?? ''}`
  return { ...ranked, hit: { key: entityKey('person', person.id), kind: 'person', title, subtitle, tier: ranked.tier }, order }
}
