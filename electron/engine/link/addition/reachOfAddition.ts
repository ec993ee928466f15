import { indexRules, MOST_RECORDS, type RuleIndex } from '../candidates.ts'
import { likeness, likenessCeiling, type PersonMemory } from '../linkPersons.ts'
import { MOST_IN_BLOCK } from '../linkSet.ts'
import { pairsOfRows } from '../pairsOfRows.ts'
import type { NumberedRow, PersonColumns, RowNumberer } from '../personColumns.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import { firstRow, groupPersons, takeApart, type PersonGroups } from '../personGroups.ts'
import { personKeys } from '../personKeys.ts'
import { rememberedEvidence } from '../unitEvidence.ts'
import { blocksBeside, turnedBlocks, type Block } from './blocks.ts'
import { hasBsn, traitsAt, type Kept } from './kept.ts'
import { byFamilyAndPlace, whoMayBeLike, type MayBeLike } from './mayBeLike.ts'
import { newsOf } from './news.ts'
import { columnsIn, placesOfRows, type Gather, type Reach } from './reach.ts'
import type { RowReader } from './readRows.ts'
import { EVERY, NOTHING } from './traits.ts'

/** Where an addition is made: what stands, what humans decided to keep apart, and how rows are got at. */
export interface Surroundings {
  kept: Kept
  apart: readonly [number, number][]
  gather: Gather
  find: RowReader['find']
  numberer: RowNumberer
  memory: PersonMemory
  /** called now and then; may throw to stop */
  beat(): void
}

/**
 * All rows that can come out otherwise because of those that came in or were decided on: their own units and what hangs together with
 * these, the units they are alike enough to, and units in blocks that grew too large to say anything, or no longer are. The last say what
 * they said: whom they are alike to by other blocks is known, and all of their own block are among them.
 */
export function reachOfAddition(around: Surroundings, changed: readonly NumberedRow[]): Reach {
  const { kept, gather, memory, beat } = around
  const near = unitsIn(around, gather(changed, 'pairs'))
  const indexes = indexRules({ count: near.units.count, at: near.at }, memory.rules, beat)
  const blocks = blocksBeside(kept, near.isInside, indexes)
  const turned = turnedBlocks(kept, near.isInside, indexes, blocks)
  beat()
  const partners = partnersOf(kept, near, indexes, blocks, newsOfChanged(kept, near, gather(changed, 'keys').rows))
  return gather([...changed, ...rowsAt(around, [...turned, ...alikeOutside(around, near, partners)])], 'pairs')
}

function rowsAt({ kept, find }: Pick<Surroundings, 'kept' | 'find'>, places: readonly number[]): NumberedRow[] {
  return find(places.map((place) => kept.record[place] ?? 0))
}

/** Rows put together to units, as far as their hard keys tell. */
interface Units {
  columns: PersonColumns
  units: PersonGroups
  isFiller(row: number): boolean
  at(unit: number): PersonEvidence
  isInside: Uint8Array
  placeOf(row: number): number
}

function unitsIn({ kept, apart, numberer, memory }: Surroundings, { rows }: Reach): Units {
  const columns = columnsIn(rows.values(), numberer)
  const keys = personKeys(columns)
  const units = takeApart(columns, groupPersons(columns, keys), pairsOfRows(columns, apart))
  const isFiller = (row: number): boolean => keys.fillerNames.has(columns.nameAndBirth[row] ?? -1)
  return { columns, units, isFiller, at: rememberedEvidence(memory.evidence, columns, units, isFiller), ...placesOfRows(kept, columns) }
}

/** First rows of units left alone so far that the changed units are alike enough to, so that they link, are proposed or refused. */
function alikeOutside(around: Surroundings, near: Units, partners: readonly Partner[]): Set<number> {
  const { kept, gather } = around
  const possible = possiblePartners(kept, near, partners)
  around.beat()
  const far = unitsIn(around, gather(rowsAt(around, possible.map(({ place }) => place)), 'keys'))
  const unitAt = new Map(Array.from({ length: far.units.count }, (_, unit) => [far.placeOf(firstRow(far.units, unit)), unit]))
  around.beat()
  const isAlike = likeness(kept)
  const alike = new Set<number>()
  for (const { unit, place } of possible) {
    const other = unitAt.get(place)
    if (other === undefined) continue
    // the earlier record is the left one, as in every comparison
    const isEarlier = (near.columns.record[firstRow(near.units, unit)] ?? 0) < (kept.record[place] ?? 0)
    const [one, two] = isEarlier ? [near.at(unit), far.at(other)] : [far.at(other), near.at(unit)]
    if (isAlike(one, two)) alike.add(place)
  }
  return alike
}

/** Without those of which what is kept tells that they are not alike enough. */
function possiblePartners(kept: Kept, near: Units, partners: readonly Partner[]): Partner[] {
  const ceiling = likenessCeiling(kept)
  const asked = new Map<number, MayBeLike>()
  const ask = (unit: number): MayBeLike => {
    const made = whoMayBeLike(near.at(unit), ceiling)
    asked.set(unit, made)
    return made
  }
  return partners.filter(({ unit, place, rules }) => (asked.get(unit) ?? ask(unit))(traitsAt(kept, place), rules))
}

/** As {@link newsOf}, of units with a row that came in or that shares a hard key with one, directly or by others; the others have none. */
function newsOfChanged(kept: Kept, near: Units, changed: Reach['rows']): Uint32Array {
  const isChanged = new Uint8Array(near.units.count)
  for (const [row, unit] of near.units.groupOf.entries()) if (unit !== -1 && changed.has(near.columns.record[row] ?? 0)) isChanged[unit] = 1
  return newsOf(kept, near).map((news, unit) => (isChanged[unit] === 1 ? news : NOTHING))
}

/** A changed unit, and the first row of a unit left alone that it shares keys with and is worth comparing with. */
interface Partner {
  unit: number
  place: number
  /** the rules of those keys, a bit for each; 0 of a unit that shares one of family name and place with too many */
  rules: number
}

/** @param news by unit, see {@link newsOf} */
function partnersOf(kept: Kept, { units }: Units, indexes: readonly RuleIndex[], blocks: readonly Block[], news: Uint32Array): Partner[] {
  const partners = new Map<number, Partner>()
  const crowded = new Set<number>()
  const add = (unit: number, place: number, rule: number): void => {
    if (units.bsnOf[unit] !== -1 && hasBsn(kept, place)) return
    if (news[unit] !== EVERY && (traitsAt(kept, place).places & (news[unit] ?? NOTHING)) === 0) return
    const key = unit * MOST_RECORDS + place
    const known = partners.get(key)
    if (known) known.rules |= 1 << rule
    else partners.set(key, { unit, place, rules: 1 << rule })
  }
  const eachChanged = ({ rule, start, end }: Block, visit: (unit: number) => void): void => {
    for (const entry of indexes[rule]?.subarray(start, end) ?? []) {
      const unit = entry % MOST_RECORDS
      if (news[unit] !== NOTHING) visit(unit)
    }
  }
  for (const block of blocks) {
    if (block.end - block.start + block.outside.length <= MOST_IN_BLOCK) eachChanged(block, (unit) => block.outside.forEach((place) => add(unit, place, block.rule)))
    else if (byFamilyAndPlace === 1 << block.rule) eachChanged(block, (unit) => crowded.add(unit))
  }
  return Array.from(partners.values(), (partner) => (crowded.has(partner.unit) ? { ...partner, rules: 0 } : partner))
}
