import type { SearchHit } from '#shared/contract/catalogue.ts'
import type { TypedWord } from './typed.ts'

/** How well a text answers what was typed; lower is better. */
export interface Rank {
  tier: SearchHit['tier']
  /** typed words that are only the beginning of a word */
  begun: number
}

/** Exact when every typed word stands in the text as it was typed, perhaps cut off; else it was found in another spelling. */
export function rankOf(text: string, typed: readonly TypedWord[]): Rank {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const isLiteral = typed.every(({ literal }) => words.some((word) => word.startsWith(literal)))
  const begun = typed.filter(({ literal, spellings }) => !words.some((word) => word === literal || spellings.includes(word))).length
  return { tier: isLiteral ? 'exact' : 'normalised', begun }
}

export const tierOrder: readonly SearchHit['tier'][] = ['exact', 'normalised', 'fuzzy']

/** A hit on its way, with what it is put in order by. */
export interface RankedHit extends Rank {
  hit: SearchHit
  /** decides among equals */
  order: string
}

/** Exact above normalised above fuzzy, whole words above cut off ones, then by name; the same question always gives the same order. */
export function byRank(first: RankedHit, second: RankedHit): number {
  return (
    tierOrder.indexOf(first.tier) - tierOrder.indexOf(second.tier) ||
    first.begun - second.begun ||
    first.order.localeCompare(second.order, 'nl', { numeric: true }) ||
    (first.hit.key < second.hit.key ? -1 : 1)
  )
}
