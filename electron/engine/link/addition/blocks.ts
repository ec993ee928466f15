import { MOST_RECORDS, type RuleIndex, type SizeOfBlock } from '../candidates.ts'
import { MOST_IN_BLOCK } from '../linkSet.ts'
import { unitsWith, type Kept, type KeptIndex } from './kept.ts'

/** Blocking keys of units that are joined anew, beside those of all others. */
export interface Blocks {
  /** of a key: first rows of the units that are left alone */
  outside(rule: number, hash: number): number[]
  sizeOfBlock: SizeOfBlock
}

/** @param isInside whether a row, by place, is joined anew */
export function blocksBeside(kept: Kept, isInside: Uint8Array): Blocks {
  const outside = (rule: number, hash: number): number[] => unitsWith(kept, rule, hash).filter((place) => isInside[place] !== 1)
  return { outside, sizeOfBlock: (rule, hash, own) => own + outside(rule, hash).length }
}

/**
 * First rows of units that are left alone, in blocks that now come to say something, or cease to: what they have in common with each
 * other counts otherwise than before.
 * @param indexes of the units joined anew, by rule
 */
export function turnedBlocks(kept: Kept, isInside: Uint8Array, indexes: readonly RuleIndex[]): Set<number> {
  const turned = new Set<number>()
  const look = (rule: number, hash: number, own: number): void => {
    const before = unitsWith(kept, rule, hash)
    if (before.length + own <= MOST_IN_BLOCK) return
    const others = before.filter((place) => isInside[place] !== 1)
    if ((before.length > MOST_IN_BLOCK) !== (own + others.length > MOST_IN_BLOCK)) for (const place of others) turned.add(place)
  }
  for (const [rule, index] of indexes.entries()) {
    const now = sizesIn(index)
    for (const hash of hashesBefore(kept, isInside, rule)) if (!now.has(hash)) now.set(hash, 0)
    for (const [hash, own] of now) look(rule, hash, own)
  }
  return turned
}

/** By hash, how many units have it. */
export function sizesIn(index: RuleIndex): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const entry of index) {
    const hash = Math.floor(entry / MOST_RECORDS)
    sizes.set(hash, (sizes.get(hash) ?? 0) + 1)
  }
  return sizes
}

/** Keys that the units joined anew had in the run before. */
function hashesBefore({ rules, writtenIn }: Kept, isInside: Uint8Array, rule: number): Set<number> {
  const found = new Set<number>()
  for (const [part, indexes] of rules.entries()) {
    const index = indexes[rule]
    if (index) addHashes(index, (place) => isInside[place] === 1 && writtenIn[place] === part, found)
  }
  return found
}

function addHashes({ hashes, places }: KeptIndex, isOne: (place: number) => boolean, found: Set<number>): void {
  for (let i = 0; i < places.length; i += 1) if (isOne(places[i] ?? 0)) found.add(hashes[i] ?? 0)
}
