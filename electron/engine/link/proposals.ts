import { personNameKeys } from '../normalise/person.ts'
import type { Writer } from '../store/database.ts'
import { addProposal, clearProposals, countProposals } from '../store/entities.ts'
import { eachKeyedPerson, eachUnkeyedPerson, personsWithIds, unkeyedAtOneAddress, type LikenessRow } from '../store/entitiesPerson.ts'
import { unkeyedNamesakes } from '../store/entitiesCompany.ts'
import type { Pace } from './pace.ts'

/** A person as the likenesses see him. */
interface Likeness {
  id: number
  hasBsn: boolean
  initials: string
  /** first given name in one spelling; empty when only initials are known */
  givenName: string
  /** a day that was only filled in (1 January) counts as its year; empty when not known */
  birthDate: string
}

/** Groups of more people than this say nothing: a very common name. */
const LARGEST_GROUP = 12
/** An address with more people than this says nothing: a care home, a prison, a collecting office. */
const LARGEST_ADDRESS = 40
/** given names that agree so far may be short forms of each other */
const SHORTEST_NAME = 3

const reasons = {
  sameYear: 'zelfde naam en geboortejaar',
  swapped: 'zelfde naam; dag en maand van de geboortedatum verwisseld',
  sameAddress: 'zelfde naam op hetzelfde adres',
  company: 'zelfde bedrijfsnaam, één zonder KVK-nummer',
  companyAtAddress: 'zelfde bedrijfsnaam op hetzelfde adres, één zonder KVK-nummer',
} as const

/** Writes down who may be the same, for a human to decide; two BSNs or two KVK numbers are never proposed. Returns how many. */
export function proposeLikenesses(writer: Writer, pace: Pace): number {
  pace.start('Mogelijk dezelfden zoeken')
  clearProposals(writer)
  const add = addProposal(writer)
  for (const group of groupsOfOneYear(writer)) {
    for (const [first, second] of pairsOf(group)) {
      const reason = first.hasBsn && second.hasBsn ? null : likeness(first, second)
      if (reason !== null) add('person', first.id, second.id, reason)
    }
  }
  pace.advance(0)
  proposeAtOneAddress(writer, add)
  for (const { firstId, secondId, isNeighbour } of unkeyedNamesakes(writer, LARGEST_GROUP)) {
    add('company', firstId, secondId, isNeighbour === 1 ? reasons.companyAtAddress : reasons.company)
  }
  return countProposals(writer)
}

/** Persons with the initials, family name and year of birth of somebody without a BSN, in groups small enough to mean something. */
function groupsOfOneYear(writer: Writer): Likeness[][] {
  const groups = new Map<string, Likeness[]>()
  for (const row of eachUnkeyedPerson(writer)) {
    const person = toLikeness(row)
    const key = yearKey(person)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), person].slice(0, LARGEST_GROUP + 1))
  }
  if (groups.size === 0) return []
  for (const row of eachKeyedPerson(writer)) {
    const person = toLikeness(row)
    const group = groups.get(yearKey(person))
    if (group && group.length <= LARGEST_GROUP) group.push(person)
  }
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= LARGEST_GROUP)
}

function toLikeness(row: LikenessRow): Likeness {
  const { initials, full } = personNameKeys(row)
  return { id: row.id, hasBsn: row.hasBsn === 1, initials, givenName: full.split(/[ |]/)[0] ?? '', birthDate: row.birthDate?.replace(/-01-01$/, '') ?? '' }
}

function yearKey({ initials, birthDate }: Likeness): string {
  return initials === '' || birthDate === '' ? '' : `${initials} ${birthDate.slice(0, 4)}`
}

function pairsOf(group: readonly Likeness[]): [Likeness, Likeness][] {
  return group.flatMap((first, i) => group.slice(i + 1).map((second): [Likeness, Likeness] => [first, second]))
}

function proposeAtOneAddress(writer: Writer, add: ReturnType<typeof addProposal>): void {
  const pairs = unkeyedAtOneAddress(writer, LARGEST_ADDRESS)
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const persons = new Map(personsWithIds(writer, ids).map((row) => [row.id, toLikeness(row)]))
  for (const { firstId, secondId } of pairs) {
    const first = persons.get(firstId)
    const second = persons.get(secondId)
    if (first && second && first.initials !== '' && first.initials === second.initials && likeness(first, second) !== null) {
      add('person', firstId, secondId, reasons.sameAddress)
    }
  }
}

/** Other given names, and birth dates that cannot be the same day, forbid; null then, else in what way they agree. */
function likeness(first: Likeness, second: Likeness): string | null {
  const [one, other] = [first.givenName, second.givenName].map((name) => name.slice(0, SHORTEST_NAME))
  if (one !== '' && other !== '' && one !== other) return null
  if (first.birthDate.startsWith(second.birthDate) || second.birthDate.startsWith(first.birthDate)) return reasons.sameYear
  return first.birthDate === swapDay(second.birthDate) ? reasons.swapped : null
}

function swapDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}-${day}-${month}`
}
