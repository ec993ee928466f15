import { Party } from '#shared/contract/review.ts'

export type ReviewTab = Party | 'address'

/** Two rows that were asked for by number. */
export interface AskedPair {
  left: number
  right: number
}

/** `address`, `person`, `person 4294967298 8589934594`; anything else is the tab of persons. */
export function readSubject(subject: string): { tab: ReviewTab; pair: AskedPair | null } {
  const [tab = '', left, right] = subject.split(' ')
  if (tab === 'address') return { tab, pair: null }
  const party = Party.safeParse(tab)
  if (!party.success) return { tab: 'person', pair: null }
  const pair = { left: Number(left), right: Number(right) }
  return { tab: party.data, pair: Number.isSafeInteger(pair.left) && Number.isSafeInteger(pair.right) ? pair : null }
}

export function subjectOf(tab: ReviewTab, pair: AskedPair | null = null): string {
  return pair === null ? tab : `${tab} ${pair.left} ${pair.right}`
}
