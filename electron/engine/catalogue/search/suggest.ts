import type { SearchHit } from '#shared/contract/catalogue.ts'
import type { Purpose } from '#shared/model/access.ts'
import type { EntityKind } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import type { Reader } from '../../store/database.ts'
import { findAddresses } from './findAddresses.ts'
import { findCompanies, findPersons } from './findParties.ts'
import { scopeOf, type SearchScope } from './searchScope.ts'
import { byRank, tierOrder, type RankedHit } from './tier.ts'
import { readTyped, type Typed } from './typed.ts'

const finders: Record<EntityKind, (reader: Reader, typed: Typed, wanted: number, scope: SearchScope) => RankedHit[]> = {
  address: findAddresses,
  company: findCompanies,
  person: findPersons,
}
const allKinds: readonly EntityKind[] = ['address', 'company', 'person']

/** The kinds that may be searched under a purpose, of those asked for: persons only where it opens them. @param asked all when empty */
export function kindsOpenTo({ compartments }: Pick<Purpose, 'compartments'>, asked: readonly EntityKind[]): EntityKind[] {
  return allKinds.filter((kind) => (asked.length === 0 || asked.includes(kind)) && (kind !== 'person' || compartments.includes('person')))
}

/**
 * What somebody who types this may mean: addresses, companies and persons, exact above normalised above fuzzy.
 * @param kinds what to look for; all when empty
 * @param area code of the buurt or wijk it must have an address in; everywhere when empty
 */
export function suggest(
  { store }: Pick<CallContext, 'store'>,
  { text, kinds, limit, area }: { text: string; kinds: readonly EntityKind[]; limit: number; area: string },
): SearchHit[] {
  const typed = readTyped(text)
  if (typed.words.length === 0) return []
  const scope = scopeOf(store, area)
  const asked = allKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind))
  const found = asked.map((kind) => firstOfEach(finders[kind](store, typed, limit, scope).sort(byRank)).slice(0, limit))
  return fairShare(found, limit)
    .sort((first, second) => tierOrder.indexOf(first.tier) - tierOrder.indexOf(second.tier))
    .map(({ hit }) => hit)
}

/** One thing can be found in several ways; the best counts. */
function firstOfEach(sorted: readonly RankedHit[]): RankedHit[] {
  const seen = new Set<string>()
  return sorted.filter(({ hit }) => !seen.has(hit.key) && seen.add(hit.key))
}

/** Room for every kind: in turns each takes one, until there is no room or nothing left. Kinds stay in their order. */
function fairShare(lists: readonly RankedHit[][], limit: number): RankedHit[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat()
  const taken = new Set(turns.slice(0, limit))
  return lists.flat().filter((hit) => taken.has(hit))
}
