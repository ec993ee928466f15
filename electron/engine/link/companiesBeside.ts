import { companyNameKey } from '../normalise/company.ts'
import type { Reader } from '../store/database.ts'
import { namesBeside, rowsBeside, type NameBeside } from '../store/namesBeside.ts'
import { companyName, companyNameLevels, compareCompanyNames } from './companyNames.ts'
import { running } from './offices.ts'

/** By row that names a person and gives a company's name without its number: the KVK number of the company of that name he runs. */
export type CompaniesBeside = ReadonlyMap<number, number>

/** Names less alike than this do not tell which of somebody's companies is meant. */
const LEAST = companyNameLevels.indexOf('lijkt')

/**
 * An application mostly names the company and somebody who speaks for it. Beside him a name without a number is known where he runs a company
 * that goes by it; that there are more of that name elsewhere does not matter. Not where he runs several that are equally alike.
 * @param persons beside whom; null for everybody
 */
export function companiesBeside(reader: Reader, persons: readonly number[] | null): CompaniesBeside {
  const byRow = Map.groupBy(namesBeside(reader, running, persons), ({ id }) => id)
  return new Map([...byRow].flatMap(([id, named]): [number, number][] => {
    const ranked = named.map((one) => ({ kvk: one.kvk, rank: rankOf(one) })).filter(({ rank }) => rank <= LEAST)
    const best = Math.min(...ranked.map(({ rank }) => rank))
    const [kvk, ...others] = new Set(ranked.flatMap((one) => (one.rank === best ? [one.kvk] : [])))
    return kvk === undefined || others.length > 0 ? [] : [[id, kvk]]
  }))
}

/** The same for everybody, of which only what stands beside these persons is read: the rest is as it was before. */
export function companiesBesideNow(reader: Reader, before: CompaniesBeside, persons: readonly number[]): CompaniesBeside {
  const theirs = new Set(rowsBeside(reader, persons))
  if (theirs.size === 0) return before
  return new Map([...[...before].filter(([row]) => !theirs.has(row)), ...companiesBeside(reader, persons)])
}

/** How alike the names are, best first; of another legal form it is another company. */
function rankOf({ name, registered, tradeName, legalForm }: NameBeside): number {
  const [form, own] = [companyNameKey(name).form, legalForm || companyNameKey(registered).form]
  if (form !== '' && own !== '' && form !== own) return Infinity
  return Math.min(...[registered, tradeName].map((one) => companyNameLevels.indexOf(compareCompanyNames(companyName(name), companyName(one)))))
}
