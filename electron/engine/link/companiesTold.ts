import type { Reader } from '../store/database.ts'
import { placesTold, placesToTell } from '../store/companyPlaces.ts'
import type { CompanyMention } from '../store/entitiesCompany.ts'
import type { CompanyGroup } from './companyGroups.ts'
import { compareCompanyNames, companyName, namesNobody } from './companyNames.ts'
import { running } from './offices.ts'

/** By address: the names of companies without a number that stand there. */
export type AskedPlaces = ReadonlyMap<number, readonly string[]>

/** Where a company with a number is, was or is run from, by another row than those of the trade register. */
export interface ToldPlace {
  kvk: number
  /** as in {@link CompanyRow} of store/entitiesCompany.ts */
  place: string
  isHome: boolean
  /** a name the company has or had */
  name: string
}

/** The addresses at which it is of use to know who else is known there. */
export function askedPlaces(groups: readonly CompanyGroup[]): AskedPlaces {
  const asked = new Map<number, Set<string>>()
  const ask = (place: string, names: readonly string[]): void => {
    if (!place.startsWith('a')) return
    const address = addressOf(place)
    const known = asked.get(address) ?? new Set()
    asked.set(address, known)
    for (const name of names) if (!namesNobody(companyName(name))) known.add(name)
  }
  for (const { kvk, rows, named } of groups) {
    if (kvk !== null) continue
    for (const { row } of rows) ask(row.place, [row.name, row.tradeName])
    for (const { mention } of named) for (const place of [mention.place, ...homesOf(mention)]) ask(place, [mention.name])
  }
  return new Map([...asked].map(([address, names]) => [address, [...names]]))
}

/** Where the company stands that an officer without a number runs. */
export function homesOf({ homes }: Pick<CompanyMention, 'homes'>): string[] {
  return homes === '' ? [] : homes.split(',')
}

/** The address of a place that is one in the BAG. */
export function addressOf(place: string): number {
  return Number(place.slice(1))
}

/**
 * What is told now at addresses of which it was told before. Only those are read again at which rows that came since, or came to be
 * another person's, may tell otherwise.
 * @param lastRecord rows that came stand after this one
 */
export function toldNow(reader: Reader, { asked, told, lastRecord }: { asked: AskedPlaces; told: readonly ToldPlace[]; lastRecord: number }): ToldPlace[] {
  const places = placesToTell(reader, lastRecord, running)
  const companies = new Set(places.map(({ kvk }) => kvk))
  const again = new Set([...places.flatMap(({ addressId }) => addressId ?? []), ...told.filter(({ kvk }) => companies.has(kvk)).map(({ place }) => addressOf(place))])
  const stands = told.filter(({ place }) => !again.has(addressOf(place)))
  const found = toldPlaces(reader, new Map([...asked].filter(([address]) => again.has(address))))
  // of an address all is from one of the two, so that its names keep their order
  return [...stands, ...found].sort((one, other) => one.kvk - other.kvk || addressOf(one.place) - addressOf(other.place))
}

/** What is told of companies at these addresses, as far as their name is like one that is asked about there; always in the same order. */
export function toldPlaces(reader: Reader, asked: AskedPlaces): ToldPlace[] {
  if (asked.size === 0) return []
  return placesTold(reader, [...asked.keys()], running).flatMap(({ kvk, addressId, isHome, name }): ToldPlace[] => {
    const isAlike = (asked.get(addressId) ?? []).some((other) => compareCompanyNames(companyName(name), companyName(other)) !== 'anders')
    return isAlike ? [{ kvk, place: `a${addressId}`, isHome: isHome === 1, name }] : []
  })
}
