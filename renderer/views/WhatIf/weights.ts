import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import type { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import type { Weights } from '#shared/model/scoreSet.ts'

/** The indicators that count for a phenomenon and subject, heaviest first. */
export function weighed(book: IndicatorBook, phenomenon: Phenomenon, subject: ScoreSubject): Indicator[] {
  return book.indicators
    .filter((one) => one.role === 'score' && one.subject === subject && one.phenomena.includes(phenomenon))
    .toSorted((a, b) => b.weight - a.weight || a.label.localeCompare(b.label, 'nl'))
}

/** Whole points 0…100; null for anything else. */
export function pointsOf(typed: string): number | null {
  const digits = typed.trim()
  if (!/^\d{1,3}$/.test(digits)) return null
  const points = Number(digits)
  return points > 100 ? null : points
}

export interface Entered {
  /** only what differs from the official weights */
  changed: Weights
  sum: number
  isReadable: boolean
}

/** What was typed over the official weights. */
export function entered(indicators: readonly Indicator[], typed: Readonly<Record<string, string>>): Entered {
  const points = indicators.map((one) => ({ one, points: pointsOf(typed[one.id] ?? String(one.weight)) }))
  return {
    changed: Object.fromEntries(points.flatMap(({ one, points: given }) => (given === null || given === one.weight ? [] : [[one.id, given]]))),
    sum: points.reduce((sum, { points: given }) => sum + (given ?? 0), 0),
    isReadable: points.every(({ points: given }) => given !== null),
  }
}
