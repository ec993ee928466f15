import type { TriageClock } from '#shared/model/triage.ts'
import { retentionTerms } from '../../retention.ts'
import { addDays } from '../../today.ts'

/**
 * The clock of a signal that is not handled. On the last day of its term it is listed, from the next on it can be destroyed.
 * @param since ISO day on which that was decided: day 0
 * @param today ISO day
 */
export function clockOf(since: string, today: string): TriageClock {
  const { days } = retentionTerms().signal
  const [listedFrom, destroyFrom] = [addDays(since, days), addDays(since, days + 1)]
  return { since, listedFrom, destroyFrom, isListed: today >= listedFrom, isDue: today >= destroyFrom }
}

/** The last day on which a signal can have been put aside to stand on the list today. */
export function listedSince(today: string): string {
  return addDays(today, -retentionTerms().signal.days)
}
