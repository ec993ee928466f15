import type { Indicator, IndicatorBook } from '#shared/model/indicator.ts'
import type { Phenomenon, ScoreSubject } from '#shared/model/score.ts'
import type { IndicatorChanges } from '#shared/model/scoreSet.ts'

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

/** What was typed and chosen over the official definitions: points per indicator id, and months, null for no half-life. */
export interface Choices {
  points: Readonly<Record<string, string>>
  halfLives: Readonly<Record<string, number | null>>
}

export const NO_CHOICES: Choices = { points: {}, halfLives: {} }

export interface Entered {
  /** only what differs from what is official */
  changes: IndicatorChanges
  isChanged: boolean
  sum: number
  isReadable: boolean
}

/** What the choices come to. */
export function entered(indicators: readonly Indicator[], { points: typed, halfLives: chosen }: Choices): Entered {
  const points = indicators.map((one) => ({ one, points: pointsOf(typed[one.id] ?? String(one.weight)) }))
  const weights = points.flatMap(({ one, points: given }) => (given === null || given === one.weight ? [] : [[one.id, given] as const]))
  const halfLives = Object.entries(chosen).filter(([id, months]) => months !== (indicators.find((one) => one.id === id)?.halfLife ?? null))
  return {
    changes: { weights: Object.fromEntries(weights), halfLives: Object.fromEntries(halfLives) },
    isChanged: weights.length > 0 || halfLives.length > 0,
    sum: points.reduce((sum, { points: given }) => sum + (given ?? 0), 0),
    isReadable: points.every(({ points: given }) => given !== null),
  }
}

const MONTHS = [6, 12, 24, 36, 60]

/** Half-lives to choose from, with the official one among them. */
export function halfLifeOptions(official: number | undefined): { id: string; months: number | null }[] {
  const months = [...new Set([...MONTHS, ...(official === undefined ? [] : [official])])].toSorted((a, b) => a - b)
  return [{ id: 'geen', months: null }, ...months.map((one) => ({ id: String(one), months: one }))]
}
