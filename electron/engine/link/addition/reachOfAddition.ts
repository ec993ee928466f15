import { rangesOf } from '../../beside/claims.ts'
import { firstRow } from '../personGroups.ts'
import { indexRules, RECORDS_AT_ONCE } from '../ruleIndex.ts'
import { blocksBeside, turnedBlocks } from './blocks.ts'
import { newsOf } from './news.ts'
import { alikeOutside, partnersOf } from './partners.ts'
import type { Reach } from './reach.ts'
import { repeatsIn, type Repeat } from './repeats.ts'
import { NOTHING } from './traits.ts'
import { unitsIn, type Surroundings } from './units.ts'

/** How far an addition reaches. */
export interface ReachOfAddition extends Reach {
  /** rows that came in beside it */
  repeats: Repeat[]
}

/**
 * All rows that can come out otherwise because of those that came in or were decided on: their own units and what hangs together with
 * these, the units they are alike enough to, and units in blocks that grew too large to say anything, or no longer are. The last say what
 * they said: whom they are alike to by other blocks is known, and all of their own block are among them. Rows that only repeat what was
 * said of somebody stay outside, unless what they repeat is reached.
 */
export function reachOfAddition(around: Surroundings, decided: readonly number[]): ReachOfAddition {
  const { kept, rows, gather, memory, beat } = around
  const joined = gather([...rows.came.map(({ at }) => at), ...decided], 'keys')
  const own = unitsIn(around, joined.rows)
  const news = newsOf(kept, own)
  for (const at of decided) news.repeats[own.unitAt(at)] = 0
  beat()
  const loud = joined.rows.map(({ at }) => at).filter((at) => news.repeats[own.unitAt(at)] !== 1)
  const together = gather(loud, 'pairs')
  const { isInside } = together
  const near = unitsIn(around, together.rows)
  const indexes = indexRules({ count: near.units.count, at: near.at }, memory.rules, rangesOf(near.units.count, RECORDS_AT_ONCE), { beat })
  const blocks = blocksBeside(kept, isInside, indexes)
  const turned = turnedBlocks(kept, isInside, indexes, blocks)
  beat()
  const likeWhom = Uint32Array.from({ length: near.units.count }, (_, unit) => news.likeWhom[own.unitAt(near.places[firstRow(near.units, unit)] ?? -1)] ?? NOTHING)
  const partners = partnersOf(kept, near, indexes, blocks, likeWhom)
  const reach = gather([...turned, ...alikeOutside(around, near, partners)], 'pairs', together)
  return { ...reach, repeats: repeatsIn(own, rows, reach) }
}
