import { formatNumber } from '#shared/text/format.ts'
import type { JoinedKind } from '../store/entities.ts'
import type { Records } from './blockingRules.ts'

/** An entity of more rows than this may be right, but somebody should look. */
const MOST_ROWS = 200

const nouns: Record<JoinedKind, readonly [string, string]> = { person: ['Eén persoon bestaat', 'personen bestaan elk'], company: ['Eén bedrijf bestaat', 'bedrijven bestaan elk'] }

/** A sentence about entities of very many rows; none when there are none. @param sizes how many entities consist of how many rows */
export function largeRemark(party: JoinedKind, sizes: ReadonlyMap<number, number>): string[] {
  const large = [...sizes].reduce((sum, [rows, count]) => sum + (rows > MOST_ROWS ? count : 0), 0)
  const [one, several] = nouns[party]
  return large === 0 ? [] : [`${large === 1 ? one : `${formatNumber(large)} ${several}`} uit meer dan ${MOST_ROWS} rijen; controleer of die bij elkaar horen.`]
}

/** How many values stand with more than `most` entities. */
export function countAbove<Evidence>({ count, at }: Records<Evidence>, valuesOf: (one: Evidence) => readonly string[], most: number): number {
  const counts = new Map<string, number>()
  for (let place = 0; place < count; place += 1) for (const value of valuesOf(at(place))) counts.set(value, (counts.get(value) ?? 0) + 1)
  let above = 0
  for (const own of counts.values()) if (own > most) above += 1
  return above
}
