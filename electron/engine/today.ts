import type { Reader } from './store/database.ts'
import { readMeta } from './store/meta.ts'

/** The day the demo municipality lives on: its deliveries are of this day, and what is current in them is judged by it. */
export const DEMO_DAY = '2026-10-01'

/**
 * The ISO day by which the engine judges what holds, has ended or has expired: today, and in a demo vault the day of the demo,
 * so that it shows the same whenever it is looked at. When somebody did something is told by `now`, everywhere.
 */
export function todayOf({ store, now }: { store: Reader; now: string }): string {
  return readMeta(store, 'is-demo') === 'true' ? DEMO_DAY : now.slice(0, 10)
}

const DAY = 86_400_000

/** The ISO day so many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
