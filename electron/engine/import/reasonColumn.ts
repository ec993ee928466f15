import { compactHeading } from '../normalise/headings.ts'

/** Heading of the column behind refused rows that says why; recognised when the department sends the mended rows back. */
export const REASON_HEADING = 'Reden van weigering'

export function isReasonHeading(heading: string): boolean {
  return compactHeading(heading) === compactHeading(REASON_HEADING)
}
