import { dayOf } from '#shared/text/format.ts'
import type { Reader } from './store/database.ts'
import { readMeta } from './store/meta.ts'

/** The day the demo municipality lives on: its deliveries are of this day, and what is current in them is judged by it. */
export const DEMO_DAY = '2026-10-01'

/**
 * The ISO day by which the engine judges what holds, has ended or has expired: today, and in a demo vault the day of the demo,
 * so that it shows the same whenever it is looked at. When somebody did something is told by `now`, everywhere.
 */
export function todayOf({ store, now }: { store: Reader; now: string }): string {
  return readMeta(store, 'is-demo') === 'true' ? DEMO_DAY : dayOf(now)
}

const DAY = 86_400_000

/** The ISO day so many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** The same ISO day some years later; 29 February becomes the 28th in a year without one. */
export function yearsAfter(day: string, years: number): string {
  return monthsAfter(day, 12 * years)
}

/** The same ISO day some months later; the last of the month where that is shorter. */
export function monthsAfter(day: string, months: number): string {
  const moved = movedBy(day, months)
  if (moved.getUTCDate() !== Number(day.slice(8))) moved.setUTCDate(0)
  return moved.toISOString().slice(0, 10)
}

/**
 * The first ISO day of which the term of some months is not over: `monthsAfter(other, months) < day` exactly when `other < monthsBefore(day, months)`.
 * Where the month is shorter it is therefore the first of the next.
 */
export function monthsBefore(day: string, months: number): string {
  const moved = movedBy(day, -months)
  if (moved.getUTCDate() !== Number(day.slice(8))) moved.setUTCDate(1)
  return moved.toISOString().slice(0, 10)
}

function movedBy(day: string, months: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, date))
}
