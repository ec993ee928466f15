import { MOST_IN_BLOCK } from '../candidates.ts'
import { likeness, likenessCeiling } from '../linkPersons.ts'
import { firstRow, type PersonGroups } from '../personGroups.ts'
import { MOST_RECORDS, type RuleIndex } from '../ruleIndex.ts'
import type { Block } from './blocks.ts'
import { hasBsn, traitsAt, type Kept } from './kept.ts'
import { byPlace, whoMayBeLike, type MayBeLike } from './mayBeLike.ts'
import type { News } from './news.ts'
import { EVERY, NOTHING } from './traits.ts'
import { unitsIn, type Surroundings, type Units } from './units.ts'

/** A changed unit, and the first row of a unit left alone that it shares keys with and is worth comparing with. */
export interface Partner {
  unit: number
  place: number
  /** the rules of those keys, a bit for each; 0 of a unit that shares one of a name and place with too many */
  rules: number
}

/** @param likeWhom of the changed units, see {@link News} */
export function partnersOf(kept: Pick<Kept, 'unitAt' | 'units' | 'traits'>, { units }: { units: Pick<PersonGroups, 'bsnOf'> }, indexes: readonly RuleIndex[], blocks: readonly Block[], likeWhom: News['likeWhom']): Partner[] {
  // by unit, then place
  const partners: Map<number, Partner>[] = []
  const crowded = new Set<number>()
  const add = (unit: number, place: number, rule: number): void => {
    if (units.bsnOf[unit] !== -1 && hasBsn(kept, place)) return
    if (likeWhom[unit] !== EVERY && (traitsAt(kept, place).places & (likeWhom[unit] ?? NOTHING)) === 0) return
    const own = (partners[unit] ??= new Map())
    const known = own.get(place)
    if (known) known.rules |= 1 << rule
    else own.set(place, { unit, place, rules: 1 << rule })
  }
  const eachChanged = ({ rule, start, end }: Block, visit: (unit: number) => void): void => {
    for (const entry of indexes[rule]?.subarray(start, end) ?? []) {
      const unit = entry % MOST_RECORDS
      if (likeWhom[unit] !== NOTHING) visit(unit)
    }
  }
  for (const block of blocks) {
    if (block.end - block.start + block.outside.length <= MOST_IN_BLOCK) eachChanged(block, (unit) => block.outside.forEach((place) => add(unit, place, block.rule)))
    else if ((byPlace & (1 << block.rule)) !== 0) eachChanged(block, (unit) => crowded.add(unit))
  }
  return partners.flatMap((own, unit) => Array.from(own.values(), (partner) => (crowded.has(unit) ? { ...partner, rules: 0 } : partner)))
}

/** First rows of units left alone so far that the changed units are alike enough to, so that they link, are proposed or refused. */
export function alikeOutside(around: Surroundings, near: Units, partners: readonly Partner[]): Set<number> {
  const { kept, gather } = around
  const possible = possiblePartners(kept, near, partners)
  around.beat()
  const far = unitsIn(around, gather(possible.map(({ place }) => place), 'keys').rows)
  around.beat()
  const isAlike = likeness(kept)
  const alike = new Set<number>()
  for (const { unit, place } of possible) {
    const other = far.unitAt(place)
    if (far.places[firstRow(far.units, other)] !== place) continue
    // the earlier record is the left one, as in every comparison
    const isEarlier = (near.columns.record[firstRow(near.units, unit)] ?? 0) < kept.records.at(place)
    const [one, two] = isEarlier ? [near.at(unit), far.at(other)] : [far.at(other), near.at(unit)]
    if (isAlike(one, two)) alike.add(place)
  }
  return alike
}

/** Without those of which what is kept tells that they are not alike enough. */
function possiblePartners(kept: Kept, near: Units, partners: readonly Partner[]): Partner[] {
  const ceiling = likenessCeiling(kept)
  const asked: MayBeLike[] = []
  return partners.filter(({ unit, place, rules }) => (asked[unit] ??= whoMayBeLike(near.at(unit), ceiling))(traitsAt(kept, place), rules))
}
