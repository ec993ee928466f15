import type { Actor, Purpose } from '#shared/model/access.ts'
import type { Progress } from '#shared/contract/events.ts'
import type { Reader, Store } from './store/database.ts'

/** What every handler gets: who asks, why, on which store, and the ways to speak to the outside. */
export interface CallContext {
  store: Store
  log: Reader
  actor: Actor
  purpose: Purpose
  /** the line of the log this call left when it started; exports print it */
  logLine: number
  /** hex key of the vault for keyed hashes (BSN) */
  hashKey: string
  /** ISO time of the call; the only clock a stage may know */
  now: string
  report(progress: Progress): void
  /** @throws ProblemError `cancelled` when the user pressed cancel */
  checkCancelled(): void
  /** the path behind a token of the window, @throws ProblemError `file-token-unknown` */
  path(token: string): string
  /** a tagged PDF of a self-contained HTML document, @throws ProblemError `print-unavailable` */
  print(html: string): Promise<Uint8Array>
  /** in a job: the vault, for another thread of that job to open */
  vault?: { file: string; key: Uint8Array }
}

/** The purpose of calls that need none. */
export const noPurpose: Purpose = { id: '', label: '', ground: '', compartments: [], caseNumber: '' }
