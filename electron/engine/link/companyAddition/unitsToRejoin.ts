import type { Reader } from '../../store/database.ts'
import { companyRecordsAt } from '../../store/entitiesCompany.ts'
import { addressOf, type ToldPlace } from '../companiesTold.ts'
import type { DecidedPairs } from '../decidedPairs.ts'
import { MOST_IN_BLOCK } from '../candidates.ts'
import { alikeUnits, unitOfRecord, type CompaniesKept } from './companiesKept.ts'

/** Of more units than this all companies are joined anew: it costs no more. */
const MOST_UNITS = 2000

/**
 * The companies of which is told otherwise where those live who run them, the companies without a number at those addresses, and all that
 * is alike enough to one of them or was decided on with one, directly or by others. Null when some other may come out otherwise too.
 * @param changed what is told now and was not, or no longer is
 */
export function unitsToRejoin(reader: Reader, kept: CompaniesKept, changed: readonly ToldPlace[], { told, decided }: { told: readonly ToldPlace[]; decided: DecidedPairs }): ReadonlySet<number> | null {
  if (changed.some(({ isHome }) => !isHome)) return null
  const addresses = [...new Set(changed.map(({ place }) => addressOf(place)))]
  const records = companyRecordsAt(reader, addresses)
  if (isCrowded([...records.map(({ addressId }) => addressId), ...[...told, ...changed].map(({ place }) => addressOf(place))], addresses)) return null
  const numbers = new Set(changed.map(({ kvk }) => kvk))
  const there = records.flatMap(({ id }) => unitOfRecord(kept, id) ?? []).filter((unit) => kept.kvk[unit] === 0)
  const own: number[] = []
  kept.kvk.forEach((kvk, unit) => {
    if (numbers.has(kvk)) own.push(unit)
  })
  const decidedWith = unitsDecided(kept, decided)
  const wanted = new Set([...there, ...own])
  for (const unit of wanted) {
    for (const other of [...alikeUnits(kept, unit), ...(decidedWith.get(unit) ?? [])]) wanted.add(other)
    if (wanted.size > MOST_UNITS) return null
  }
  return wanted
}

/** Whether so much is at one of these addresses that a key there may be, or have been, that of too many. */
function isCrowded(known: readonly number[], addresses: readonly number[]): boolean {
  const counts = new Map(addresses.map((address) => [address, 0]))
  for (const address of known) if (counts.has(address)) counts.set(address, (counts.get(address) ?? 0) + 1)
  return Math.max(...counts.values()) > MOST_IN_BLOCK
}

function unitsDecided(kept: CompaniesKept, { same, apart }: DecidedPairs): Map<number, number[]> {
  const pairs = [...same, ...apart].flatMap(([left, right]): [number, number][] => {
    const [one, other] = [unitOfRecord(kept, left), unitOfRecord(kept, right)]
    return one === undefined || other === undefined ? [] : [[one, other], [other, one]]
  })
  return new Map([...Map.groupBy(pairs, ([unit]) => unit)].map(([unit, own]) => [unit, own.map(([, other]) => other)]))
}
