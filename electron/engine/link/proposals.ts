import { companyNameKey } from '../normalise/company.ts'
import type { Writer } from '../store/database.ts'
import { addProposal, clearProposals, countProposals } from '../store/entities.ts'
import { unkeyedNeighbours } from '../store/links.ts'
import type { JoinedPersons } from './joinPersons.ts'
import type { Pace } from './pace.ts'

/** A person as the likenesses see him. */
interface Likeness {
  id: number
  bsnHash: string
  initials: string
  /** first given names in one spelling; empty when only initials are known */
  givenName: string
  /** a day that was only filled in (1 January) counts as its year */
  birthDates: readonly string[]
  addresses: ReadonlySet<number>
}

/** Groups of more people than this say nothing: a care home, a prison, a very common name. */
const LARGEST_GROUP = 12

/** given names that agree so far may be short forms of each other */
const SHORTEST_NAME = 3

const reasons = {
  sameYear: 'zelfde voorletters, achternaam en geboortejaar',
  swapped: 'zelfde naam; dag en maand van de geboortedatum verwisseld',
  sameAddress: 'zelfde naam op hetzelfde adres',
  company: 'zelfde naam op hetzelfde adres, één zonder KVK-nummer',
} as const

/** Writes down who may be the same, for a human to decide. Nobody is proposed whose BSN or birth date says otherwise. */
export function proposeLikenesses(writer: Writer, pace: Pace, { persons }: JoinedPersons): number {
  pace.start('Mogelijk dezelfden zoeken')
  clearProposals(writer)
  const add = addProposal(writer)
  const likenesses = persons.map(toLikeness).filter((person) => person.initials !== '')
  const byYear = pairsWithin(likenesses, (person) => years(person).map((year) => `${person.initials} ${year}`))
  const byAddress = pairsWithin(likenesses, (person) => [...person.addresses].map((address) => `${person.initials} ${address}`))
  for (const [first, second] of byYear) {
    const reason = mayBeSame(first, second)
    if (reason !== null) add('person', first.id, second.id, reason)
  }
  for (const [first, second] of byAddress) if (mayBeSame(first, second) !== null) add('person', first.id, second.id, reasons.sameAddress)
  proposeCompanies(writer, add)
  return countProposals(writer)
}

function toLikeness({ id, group }: JoinedPersons['persons'][number]): Likeness {
  const rows = group.rows.map(({ row }) => row)
  return {
    id,
    bsnHash: group.bsnHash,
    initials: rows.find((row) => row.keys.initials !== '')?.keys.initials ?? '',
    givenName: rows.find((row) => row.keys.full !== '')?.keys.full.split(/[ |]/)[0] ?? '',
    birthDates: [...new Set(rows.flatMap((row) => row.birthDate?.replace(/-01-01$/, '') ?? []))],
    addresses: new Set(rows.flatMap((row) => row.addressId ?? [])),
  }
}

function years({ birthDates }: Likeness): string[] {
  return [...new Set(birthDates.map((date) => date.slice(0, 4)))]
}

/** Every pair that shares a key, from groups small enough to mean something. */
function pairsWithin(all: readonly Likeness[], keysOf: (person: Likeness) => readonly string[]): [Likeness, Likeness][] {
  const groups = new Map<string, Likeness[]>()
  for (const person of all) for (const key of keysOf(person)) groups.set(key, [...(groups.get(key) ?? []), person].slice(0, LARGEST_GROUP + 1))
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.length <= LARGEST_GROUP)
    .flatMap((group) => group.flatMap((first, i) => group.slice(i + 1).map((second): [Likeness, Likeness] => [first, second])))
}

/** Two BSNs forbid, and so do other given names and birth dates that cannot be the same day; null then, else in what way they agree. */
function mayBeSame(first: Likeness, second: Likeness): string | null {
  if (first.bsnHash !== '' && second.bsnHash !== '') return null
  const [one, other] = [first.givenName, second.givenName].map((name) => name.slice(0, SHORTEST_NAME))
  if (one !== '' && other !== '' && one !== other) return null
  if (first.birthDates.length === 0 || second.birthDates.length === 0) return reasons.sameYear
  const pairs = first.birthDates.flatMap((one) => second.birthDates.map((other) => ({ one, other })))
  if (pairs.some(({ one, other }) => one.startsWith(other) || other.startsWith(one))) return reasons.sameYear
  return pairs.some(({ one, other }) => one === swapDay(other)) ? reasons.swapped : null
}

function swapDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}-${day}-${month}`
}

/** Companies of one name at one address, where at least one has no KVK number; two KVK numbers are two companies. */
function proposeCompanies(writer: Writer, add: ReturnType<typeof addProposal>): void {
  for (const pair of unkeyedNeighbours(writer)) {
    if (companyNameKey(pair.firstName).name === companyNameKey(pair.secondName).name) add('company', pair.firstId, pair.secondId, reasons.company)
  }
}
