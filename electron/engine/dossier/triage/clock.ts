import type { TriageClock } from '#shared/model/triage.ts'
import { addDays } from '../../today.ts'

/** A signal that is not handled is kept for a year (CCV modelprotocol ondermijning, step 2). */
const KEPT_DAYS = 365

/**
 * The clock of a signal that is not handled. On day 365 it is listed, from day 366 on it can be destroyed.
 * @param since ISO day on which that was decided: day 0
 * @param today ISO day
 */
export function clockOf(since: string, today: string): TriageClock {
  const [listedFrom, destroyFrom] = [addDays(since, KEPT_DAYS), addDays(since, KEPT_DAYS + 1)]
  return { since, listedFrom, destroyFrom, isListed: today >= listedFrom, isDue: today >= destroyFrom }
}

/** The last day on which a signal can have been put aside to stand on the list today. */
export function listedSince(today: string): string {
  return addDays(today, -KEPT_DAYS)
}
