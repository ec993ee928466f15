import type { ShownCount } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'

/** `exact` inside a case (purpose and role were checked), `rounded` everywhere else. */
export type CountView = 'exact' | 'rounded'

/** Rounds a count to a multiple of five; 1 to 4 becomes `<5`. */
export function shownCount(count: number, view: CountView): ShownCount {
  if (view === 'exact' || count === 0) return count
  return count < 5 ? '<5' : Math.round(count / 5) * 5
}

/** A hidden count is taken for this many in a total. */
const HIDDEN = 2

/** Total of counts. Rounded, it is made of the counts as they are shown, so that it cannot give a hidden one away. */
export function shownTotal(counts: readonly number[], view: CountView): ShownCount {
  const values = counts.map((count) => shownCount(count, view))
  return shownCount(values.reduce<number>((sum, value) => sum + (value === '<5' ? HIDDEN : value), 0), view)
}

/** A sentence of an indicator with its slots filled; a rounded count is called about. */
export function fillSentence(sentence: string, observed: ShownCount, exposure: number, expected: number, view: CountView): string {
  const values: Record<string, string> = {
    observed: observedWords(observed, view),
    exposure: formatNumber(exposure),
    expected: formatNumber(expected, 1),
  }
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot)
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

function observedWords(observed: ShownCount, view: CountView): string {
  if (observed === '<5') return 'minder dan vijf'
  return view === 'rounded' && observed > 0 ? `ongeveer ${formatNumber(observed)}` : formatNumber(observed)
}
