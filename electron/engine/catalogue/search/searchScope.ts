import type { OutputOf } from '#shared/contract/index.ts'
import type { Reader } from '../../store/database.ts'
import { areaIdsOf, listAreaNames } from '../../store/areas.ts'
import { keptUntilChange } from '../../store/kept.ts'
import { listInAreas, type InAreas, type WordedKind } from '../../store/search.ts'

/** Where is looked: everywhere, or among what has an address in an area. */
export interface SearchScope {
  areas: InAreas
  /** ids of this kind that may be found; null for all */
  allowed(kind: WordedKind): ReadonlySet<number> | null
}

export const everywhere: SearchScope = { areas: null, allowed: () => null }

const keptScope = keptUntilChange(scopeOfArea)

/** The scope of a buurt or wijk by its code; the last one is kept, because each letter that is typed asks for it again. */
export function scopeOf(reader: Reader, code: string): SearchScope {
  return code === '' ? everywhere : keptScope(reader, code)
}

function scopeOfArea(reader: Reader, code: string): SearchScope {
  const areas = areaIdsOf(reader, code)
  const sets = new Map<WordedKind, ReadonlySet<number>>()
  const allowed = (kind: WordedKind): ReadonlySet<number> => {
    const set = sets.get(kind) ?? new Set(listInAreas(reader, kind, areas))
    sets.set(kind, set)
    return set
  }
  return { areas, allowed }
}

/** What one can search within: every wijk, each followed by its buurten. */
export function listSearchAreas(reader: Reader): OutputOf<'search.areas'> {
  return listAreaNames(reader)
}
