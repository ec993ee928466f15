import type { BibobClock, BibobDays } from '#shared/model/bibobApplication.ts'
import { retentionTerms } from '../../retention.ts'
import { addDays, monthsAfter } from '../../today.ts'

/** Wet Bibob art. 15: eight weeks, once four more, and as long as the bureau waits for data. */
const WEEKS = { advice: 8, extension: 4 }
const DAY = 86_400_000

/** What the days of an application amount to: when the advice is due, and how long the decision is suspended. */
export function clockOf({ adviceAsked, adviceReceived, isExtended, stops }: BibobDays): BibobClock {
  const stoppedDays = stops.reduce((sum, { from, to }) => sum + (to === null ? 0 : daysBetween(from, to)), 0)
  const stoppedSince = adviceReceived === null ? (stops.find(({ to }) => to === null)?.from ?? null) : null
  const weeks = WEEKS.advice + (isExtended ? WEEKS.extension : 0)
  return {
    adviceDue: adviceAsked === null || stoppedSince !== null ? null : addDays(adviceAsked, 7 * weeks + stoppedDays),
    adviceUsableUntil: adviceReceived === null ? null : usableUntil(adviceReceived),
    stoppedDays,
    stoppedSince,
    suspended: adviceAsked === null ? null : { from: adviceAsked, to: adviceReceived },
  }
}

/** The last ISO day an advice may be used for another decision. @param received ISO day */
export function usableUntil(received: string): string {
  return monthsAfter(received, retentionTerms().bibob.adviceMonths)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}
