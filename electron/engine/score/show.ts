import { hash } from 'node:crypto'
import type { CountView, ShownCount } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { inSingular } from './words.ts'

const BASE = 5
/** A hidden count is taken for this many where something is computed from counts as they are shown. */
const HIDDEN = 2

/**
 * A count as it is shown outside a case: 1 to 4 is `<5`, from 5 on it is rounded to a multiple of five, up or down at a threshold
 * that differs per cell and that only the vault knows. The same cell is always rounded at the same place, so asking twice tells
 * nothing; and from a figure that moves between two exports nobody can tell which count it moved from.
 * @param cell names the cell: level, code and indicator
 * @param key of the vault
 */
export function roundedCount(count: number, cell: string, key: string): ShownCount {
  if (count === 0) return 0
  if (count < BASE) return `<${BASE}`
  // key first; of the hash only its remainder by five ever shows, so there is nothing to go on from
  const offset = Number.parseInt(hash('sha256', `${key}|count|${cell}`).slice(0, 8), 16) % BASE
  return Math.floor((count + offset) / BASE) * BASE
}

/** What a shown count is taken for in a computation. */
export function takenFor(shown: ShownCount): number {
  return typeof shown === 'number' ? shown : HIDDEN
}

/** A count that was taken for what is shown, as it is shown. */
export function shownAs(taken: number): ShownCount {
  return taken === HIDDEN ? `<${BASE}` : taken
}

/**
 * Total of counts as they are shown: made of nothing else, so that it can give no hidden one away, whatever is taken from what.
 */
export function shownTotal(counts: readonly ShownCount[]): ShownCount {
  const sum = counts.reduce<number>((total, count) => total + takenFor(count), 0)
  if (sum === 0) return 0
  return sum < BASE ? `<${BASE}` : Math.round(sum / BASE) * BASE
}

/** A sentence of an indicator with its slots filled; a rounded count is called about. */
export function fillSentence(sentence: string, observed: ShownCount, exposure: number, expected: number, view: CountView): string {
  const values: Record<string, string> = {
    observed: observedWords(observed, view),
    exposure: formatNumber(exposure),
    expected: formatNumber(expected, 1),
  }
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot)
  const spoken = inSingular(filled)
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

/** What events count for together where older ones count for less. */
export function fadedSentence(weighted: number, halfLife: number): string {
  return `Naar leeftijd tellen zij samen voor ${formatNumber(weighted, 1)} (halfwaardetijd ${halfLife} maanden).`
}

function observedWords(observed: ShownCount, view: CountView): string {
  if (observed === '<5') return 'minder dan vijf'
  return view === 'rounded' && observed > 0 ? `ongeveer ${formatNumber(observed)}` : formatNumber(observed)
}
