import type { EngineEvent } from '#shared/contract/events.ts'
import type { CopyRequest, JobRequest } from './jobs/request.ts'
import type { Workstation } from './workstation.ts'

/** What the engine needs of the process it runs in. */
export interface Surroundings {
  /** ISO time; the only clock */
  now(): string
  /** the path behind a token of the window, @throws ProblemError `file-token-unknown` */
  path(token: string): string
  /** a tagged PDF of a self-contained HTML document, @throws ProblemError `print-unavailable` */
  print(html: string): Promise<Uint8Array>
  announce(event: EngineEvent): void
  /** runs a job with a connection of its own, usually in a worker; one at a time */
  runJob(request: JobRequest): Promise<unknown>
  /** answers a long query likewise, beside a job and beside others */
  runQuery(request: JobRequest): Promise<unknown>
  /** writes a vault anew under another key, in a worker; as one of the jobs, and no query that takes long is answered meanwhile */
  writeCopy(request: CopyRequest): Promise<unknown>
  /** a bug: reported with the name of the call and an id, never with values */
  reportBug(name: string, id: string, error: unknown): void
  workstation: Workstation
}
