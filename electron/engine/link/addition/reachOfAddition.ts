import { indexRules, MOST_RECORDS, type RuleIndex } from '../candidates.ts'
import { likeness } from '../linkPersons.ts'
import { MOST_IN_BLOCK } from '../linkSet.ts'
import type { PersonColumns, PlacedRow } from '../personColumns.ts'
import { personRules, type PersonEvidence } from '../personEvidence.ts'
import { pairsOfRows } from '../pairsOfRows.ts'
import { firstRow, groupPersons, takeApart, type PersonGroups } from '../personGroups.ts'
import { personKeys } from '../personKeys.ts'
import { evidenceOfUnits } from '../unitEvidence.ts'
import { blocksBeside, sizesIn, turnedBlocks } from './blocks.ts'
import type { Kept } from './kept.ts'
import { columnsIn, placesOfRows, type Gatherer, type Reach } from './reach.ts'

/** Where an addition is made: what stands, what humans decided to keep apart, and the day. */
export interface Surroundings {
  kept: Kept
  apart: readonly [number, number][]
  /** ISO day */
  today: string
}

/**
 * All rows that can come out otherwise because of those that came in or were decided on: their own units and what hangs together with
 * these, the units they are alike enough to, and units in blocks that grew too large to say anything, or no longer are.
 */
export function reachOfAddition(surroundings: Surroundings, changed: readonly PlacedRow[], gatherer: Gatherer): Reach {
  const { kept } = surroundings
  const { gather, find } = gatherer
  const rowsAt = (places: Iterable<number>): PlacedRow[] => [...places].flatMap((place) => find(kept.record[place] ?? 0) ?? [])
  const seeds = [...changed]
  for (;;) {
    const near = unitsIn(surroundings, gather(seeds, 'pairs'))
    const indexes = indexRules({ count: near.units.count, at: near.at }, personRules)
    const turned = turnedBlocks(kept, near.isInside, indexes)
    if (turned.size === 0) {
      const partners = partnersOf(kept, near, indexes, changedUnits(near, gather(seeds, 'keys').rows))
      return gather([...seeds, ...rowsAt(alikeOutside(surroundings, near, partners, gatherer))], 'pairs')
    }
    seeds.push(...rowsAt(turned))
  }
}

/** Rows put together to units, as far as their hard keys tell. */
interface Units {
  columns: PersonColumns
  units: PersonGroups
  at(unit: number): PersonEvidence
  isInside: Uint8Array
  placeOf(row: number): number
}

function unitsIn({ kept, apart, today }: Surroundings, { rows }: Reach): Units {
  const columns = columnsIn(rows.values(), today)
  const keys = personKeys(columns)
  const units = takeApart(columns, groupPersons(columns, keys), pairsOfRows(columns, apart))
  const at = evidenceOfUnits(columns, units, (row) => keys.fillerNames.has(columns.nameAndBirth[row] ?? -1))
  return { columns, units, at, ...placesOfRows(kept, columns) }
}

/** First rows of units left alone so far that the changed units are alike enough to, so that they link, are proposed or refused. */
function alikeOutside(surroundings: Surroundings, near: Units, partners: readonly Partner[], { gather, find }: Gatherer): Set<number> {
  const { kept } = surroundings
  const far = unitsIn(surroundings, gather([...new Set(partners.map(({ place }) => place))].flatMap((place) => find(kept.record[place] ?? 0) ?? []), 'keys'))
  const unitAt = new Map(Array.from({ length: far.units.count }, (_, unit) => [far.placeOf(firstRow(far.units, unit)), unit]))
  const isAlike = likeness(kept)
  const alike = new Set<number>()
  for (const { unit, place } of partners) {
    const other = unitAt.get(place)
    if (other === undefined) continue
    // the earlier record is the left one, as in every comparison
    const isEarlier = (near.columns.record[firstRow(near.units, unit)] ?? 0) < (kept.record[place] ?? 0)
    const [one, two] = isEarlier ? [near.at(unit), far.at(other)] : [far.at(other), near.at(unit)]
    if (isAlike(one, two)) alike.add(place)
  }
  return alike
}

/** Units with a row that came in, or that shares a hard key with one, directly or by others. */
function changedUnits({ columns, units }: Units, changed: Reach['rows']): Uint8Array {
  const isChanged = new Uint8Array(units.count)
  for (const [row, unit] of units.groupOf.entries()) if (unit !== -1 && changed.has(columns.record[row] ?? 0)) isChanged[unit] = 1
  return isChanged
}

/** A changed unit, and the first row of a unit left alone that it shares a key with and is worth comparing with. */
interface Partner {
  unit: number
  place: number
}

function partnersOf(kept: Kept, { units, isInside }: Units, indexes: readonly RuleIndex[], isChanged: Uint8Array): Partner[] {
  const { outside } = blocksBeside(kept, isInside)
  const partners = new Map<number, Partner>()
  const add = (unit: number, place: number): void => {
    if (units.bsnOf[unit] === -1 || kept.hasBsn[place] !== 1) partners.set(unit * MOST_RECORDS + place, { unit, place })
  }
  const look = (rule: number, entry: number, own: number): void => {
    const others = outside(rule, Math.floor(entry / MOST_RECORDS))
    if (own + others.length <= MOST_IN_BLOCK) for (const place of others) add(entry % MOST_RECORDS, place)
  }
  for (const [rule, index] of indexes.entries()) {
    const sizes = sizesIn(index)
    for (const entry of index) if (isChanged[entry % MOST_RECORDS] === 1) look(rule, entry, sizes.get(Math.floor(entry / MOST_RECORDS)) ?? 0)
  }
  return [...partners.values()]
}
