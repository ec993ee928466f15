import { MOST_IN_BLOCK } from '../candidates.ts'
import { MOST_RECORDS, type RuleIndex } from '../ruleIndex.ts'
import { placeOf } from '../packedCounts.ts'
import { placesOf, type Kept } from './kept.ts'

/** A blocking key of units that are joined anew, beside all others that have it. */
export interface Block {
  rule: number
  /** the units that have it: entries of the index of the rule, from one up to another */
  start: number
  end: number
  /** first rows of units that are left alone */
  outside: readonly number[]
  /** how many units had it before */
  before: number
}

/** What is asked of what is kept: which units have a key. */
type Keys = Pick<Kept, 'rules' | 'writtenIn'>

/** First rows of the units that have a key. */
function unitsWith({ rules, writtenIn }: Keys, rule: number, hash: number): number[] {
  const units: number[] = []
  for (const [part, indexes] of rules.entries()) {
    const index = indexes[rule]
    for (const place of index ? placesOf(index, hash) : []) if (writtenIn[place] === part) units.push(place)
  }
  return units
}

/** How many units of the whole vault have a key, of which some are joined anew. @param isInside whether a row, by place, is joined anew */
export function sizesBeside(kept: Keys, isInside: Uint8Array): (rule: number, hash: number, own: number) => number {
  return (rule, hash, own) => own + unitsWith(kept, rule, hash).filter((place) => isInside[place] !== 1).length
}

/** The keys of units that are joined anew, as far as units that are left alone have them too, or had. @param indexes by rule */
export function blocksBeside(kept: Keys, isInside: Uint8Array, indexes: readonly RuleIndex[]): Block[] {
  return indexes.flatMap((index, rule) => blocksOfRule(kept, isInside, rule, index))
}

function blocksOfRule(kept: Keys, isInside: Uint8Array, rule: number, index: RuleIndex): Block[] {
  const blocks: Block[] = []
  for (let start = 0, end = 0; start < index.length; start = end) {
    const hash = Math.floor((index[start] ?? 0) / MOST_RECORDS)
    end = start + 1
    while (end < index.length && Math.floor((index[end] ?? 0) / MOST_RECORDS) === hash) end += 1
    const units = unitsWith(kept, rule, hash)
    const outside = units.filter((place) => isInside[place] !== 1)
    if (outside.length > 0) blocks.push({ rule, start, end, outside, before: units.length })
  }
  return blocks
}

/**
 * First rows of units that are left alone, in blocks that now come to say something, or cease to: what they have in common with each
 * other counts otherwise than before.
 */
export function turnedBlocks(kept: Keys, isInside: Uint8Array, indexes: readonly RuleIndex[], blocks: readonly Block[]): Set<number> {
  const turned = new Set<number>()
  const look = (before: number, now: number, outside: readonly number[]): void => {
    if ((before > MOST_IN_BLOCK) !== (now > MOST_IN_BLOCK)) for (const place of outside) turned.add(place)
  }
  for (const { start, end, outside, before } of blocks) look(before, end - start + outside.length, outside)
  // keys that units had before, and now perhaps have no more
  for (const [rule, index] of indexes.entries()) {
    for (const hash of crowdedHashes(kept, rule)) {
      const units = unitsWith(kept, rule, hash)
      const outside = units.filter((place) => isInside[place] !== 1)
      if (outside.length < units.length) look(units.length, ownWith(index, hash) + outside.length, outside)
    }
  }
  return turned
}

/** How many units joined anew have a key. */
function ownWith(index: RuleIndex, hash: number): number {
  return placeOf(index, (hash + 1) * MOST_RECORDS) - placeOf(index, hash * MOST_RECORDS)
}

/** Hashes that may stand more than {@link MOST_IN_BLOCK} times in all parts together. Only every so many-th is looked at: there are millions. */
function crowdedHashes({ rules }: Keys, rule: number): Set<number> {
  const crowded = new Set<number>()
  // then they stand in one of the parts so many times
  const least = Math.ceil((MOST_IN_BLOCK + 1) / rules.length)
  const step = Math.max(1, Math.floor(least / 2))
  for (const parts of rules) {
    const hashes = parts[rule]?.hashes ?? new Uint32Array()
    for (let i = 0; i < hashes.length; i += step) {
      const hash = hashes[i] ?? 0
      if (least === 1 || hashes[i + step] === hash) crowded.add(hash)
    }
  }
  return crowded
}
