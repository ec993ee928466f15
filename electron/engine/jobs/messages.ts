import type { Progress } from '#shared/contract/events.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { Life } from '../beside/thread.ts'
import type { WorkRequest } from './request.ts'

/** What a job starts with. */
export interface JobStart {
  request: WorkRequest
  /** token → path, as granted so far */
  grants: Map<string, string>
  /** one shared number: not zero means cancel */
  cancel: SharedArrayBuffer
}

/** The last word on a job says whether the worker may be given another; one that may not ends itself when all is tidy. */
export type FromJob =
  | { type: 'progress'; progress: Progress }
  | { type: 'print'; printId: number; html: string }
  | { type: 'beside'; life: Life }
  | { type: 'done'; value: unknown; isFresh: boolean }
  | { type: 'failed'; problem: Problem; detail: string; isFresh: boolean }

export type ToJob = { type: 'start'; start: JobStart } | { type: 'printed'; printId: number; pdf: Uint8Array | null; problem: Problem | null }
