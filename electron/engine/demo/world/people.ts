import { passesElfproef } from '../../normalise/elfproef.ts'
import type { DemoAddress } from './addresses.ts'
import { addDays, daysAgo, randomDay } from './dates.ts'
import type { Plan } from './plan.ts'
import { weighted, type Random } from './random.ts'
import type { WordLists } from './words.ts'

/** An invented person. */
export interface DemoPerson {
  index: number
  /** number of the person in the population register of the demo; not a BSN */
  number: string
  /** nine digits that fail the elfproef, so that they can be nobody's */
  bsn: string
  givenNames: string
  prefix: string
  familyName: string
  birthDate: string
  /** where he is registered; null for people from elsewhere, who stand in other registers only */
  home: DemoAddress | null
  registered: string
}

/** Adults registered at a dwelling; where hennep was planted, more often nobody is. */
const householdSize = {
  usual: weighted([[0, 6], [1, 52], [2, 38], [3, 4]] as const),
  planted: weighted([[0, 26], [1, 44], [2, 27], [3, 3]] as const),
}
const YEAR = 365.25
/** Days from birth to the eighteenth birthday. */
const MINORITY = 6575

/** Makes people; the register holds those who live in the municipality. */
export interface Population {
  people: DemoPerson[]
  /** residents per address index */
  residents: ReadonlyMap<number, DemoPerson[]>
  /** somebody from elsewhere */
  outsider(): DemoPerson
}

export function makePopulation(addresses: readonly DemoAddress[], words: WordLists, plan: Plan, random: Random): Population {
  const people: DemoPerson[] = []
  const residents = new Map<number, DemoPerson[]>()
  const add = (home: DemoAddress | null, familyOf?: DemoPerson): DemoPerson => {
    const person = makePerson(people.length, home, familyOf, words, random)
    people.push(person)
    return person
  }
  for (const address of addresses) {
    if (address.place !== 'woning' || !address.status.startsWith('Verblijfsobject in gebruik')) continue
    const size = householdSize[plan.factor('hennep', address) > 1 ? 'planted' : 'usual'](random)
    const household = Array.from({ length: size })
    const first = household.length > 0 ? add(address) : undefined
    const others = household.slice(1).map(() => add(address, random.chance(0.4) ? first : undefined))
    if (first) residents.set(address.index, [first, ...others])
  }
  return { people, residents, outsider: () => add(null) }
}

function makePerson(index: number, home: DemoAddress | null, familyOf: DemoPerson | undefined, words: WordLists, random: Random): DemoPerson {
  const [prefix, familyName] = familyOf ? [familyOf.prefix, familyOf.familyName] : drawFamilyName(words, random)
  // people from elsewhere appear in old records as well, so they are older
  const youngest = home ? 18 : 42
  const birthDate = daysAgo(Math.floor((youngest + (80 - youngest) * Math.pow(random.next(), 1.15)) * YEAR))
  return {
    index,
    number: `P${String(1_000_001 + index)}`,
    bsn: impossibleBsn(index),
    givenNames: givenNames(words, random),
    prefix,
    familyName,
    birthDate,
    home,
    registered: home ? registration(birthDate, random) : '',
  }
}

function givenNames(words: WordLists, random: Random): string {
  const first = random.pick(words.names.given)
  if (random.chance(0.45)) return first
  const second = random.pick(words.names.given)
  return random.chance(0.05) ? `${first}-${second}` : `${first} ${second}${random.chance(0.25) ? ` ${random.pick(words.names.given)}` : ''}`
}

/** A family name, now and then a double one as married people may carry it. */
function drawFamilyName(words: WordLists, random: Random): [string, string] {
  const [prefix, name] = random.pick(words.names.family)
  if (!random.chance(0.05)) return [prefix, name]
  const [secondPrefix, second] = random.pick(words.names.family)
  return [prefix, `${name}-${secondPrefix === '' ? '' : `${secondPrefix} `}${second}`]
}

function registration(birthDate: string, random: Random): string {
  const moved = randomDay(random, 20, 9000)
  return moved > adultSince({ birthDate }) ? moved : adultSince({ birthDate })
}

/** Another number for everybody; of the last digits 0 and 1 at most one passes the elfproef. */
function impossibleBsn(index: number): string {
  const digits = String(910_000_000 + index * 10)
  return passesElfproef(digits) ? String(Number(digits) + 1) : digits
}

export function adultSince({ birthDate }: Pick<DemoPerson, 'birthDate'>): string {
  return addDays(birthDate, MINORITY)
}
