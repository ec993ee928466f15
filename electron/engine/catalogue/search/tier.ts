import type { SearchHit } from '#shared/contract/catalogue.ts'
import type { TypedWord } from './typed.ts'

/** How well a text answers what was typed; lower is better. */
export interface Rank {
  tier: SearchHit['tier']
  /** typed words that are only the beginning of a word */
  begun: number
  /** whether the first typed word stands further on in the text */
  isInside: boolean
}

/** Exact when every typed word stands in the text as it was typed, perhaps cut off; else it was found in another spelling. */
export function rankOf(text: string, typed: readonly TypedWord[]): Rank {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const isLiteral = typed.every(({ literal }) => words.some((word) => word.startsWith(literal)))
  const begun = typed.filter(({ literal, spellings }) => !words.some((word) => word === literal || spellings.includes(word))).length
  const [first] = typed
  const isInside = first !== undefined && ![first.literal, ...first.spellings].some((word) => words.find((one) => one !== '')?.startsWith(word))
  return { tier: isLiteral ? 'exact' : 'normalised', begun, isInside }
}

const collator = new Intl.Collator('nl', { numeric: true })

export const tierOrder: readonly SearchHit['tier'][] = ['exact', 'normalised', 'fuzzy']

/** Of something that was found by its number. */
export const byNumber: Rank = { tier: 'exact', begun: 0, isInside: false }

export function compareRanks(first: Rank, second: Rank): number {
  return tierOrder.indexOf(first.tier) - tierOrder.indexOf(second.tier) || first.begun - second.begun || Number(first.isInside) - Number(second.isInside)
}

/** A hit on its way, with what it is put in order by. */
export interface RankedHit extends Rank {
  hit: SearchHit
  /** decides among equals */
  order: string
}

/** Exact above normalised above fuzzy, whole words above cut off ones, then by name; the same question always gives the same order. */
export function byRank(first: RankedHit, second: RankedHit): number {
  return (
    compareRanks(first, second) ||
    collator.compare(first.order, second.order) ||
    (first.hit.key < second.hit.key ? -1 : 1)
  )
}
