import type { Unit } from './compose.ts'
import { drawnPlaces, type Draws, type PlaceBounds } from './simulate.ts'

/** Where a unit stands, and between which places it lies over the draws. */
export interface Place {
  rank: number
  rankLower: number
  rankUpper: number
}

/** Between which places units lie over the draws, per code. */
export type Places = ReadonlyMap<string, PlaceBounds>

/** Looks for the places of units within what may be compared: one level, one version of the SBI. */
export function placesOf(draws: readonly Draws[]): Places {
  const kinds = Map.groupBy(draws, ({ profile }) => kindOf(profile.unit))
  return new Map([...kinds.values()].flatMap((of) => drawnPlaces(of.map(({ scores }) => scores)).map((bounds, i) => [of[i]?.profile.unit.code ?? '', bounds] as const)))
}

/** Places from the highest score down, equal scores sharing one, within what may be compared. A place lies within its own bounds. */
export function rank(scored: readonly { unit: Unit; score: number }[], places: Places): Map<string, Place> {
  const kinds = Map.groupBy(scored, ({ unit }) => kindOf(unit))
  return new Map([...kinds.values()].flatMap((of) => rankAlike(of, places)))
}

/** The last group of a unit holds everything of its kind. */
function kindOf({ groups }: Unit): string {
  return groups.at(-1)?.key ?? ''
}

function rankAlike(scored: readonly { unit: Unit; score: number }[], places: Places): [string, Place][] {
  const placeOf = new Map<number, number>()
  Float64Array.from(scored, ({ score }) => score).sort().forEach((score, below) => placeOf.set(score, scored.length - below))
  return scored.map(({ unit, score }) => {
    const place = placeOf.get(score) ?? 1
    const { lower, upper } = places.get(unit.code) ?? { lower: place, upper: place }
    return [unit.code, { rank: place, rankLower: Math.min(lower, place), rankUpper: Math.max(upper, place) }]
  })
}
