import type { Actor, Purpose } from '#shared/model/access.ts'
import type { Copying } from '../store/rekey.ts'

/** A change of passphrase: what of it takes long and can run elsewhere. */
export interface CopyRequest extends Copying {
  callId: number
}

/** What a worker can be given to do. */
export type WorkRequest = JobRequest | CopyRequest

/** Everything a job needs to run elsewhere; plain data, so that it can cross to a worker. */
export interface JobRequest {
  callId: number
  name: string
  input: unknown
  file: string
  key: Uint8Array
  hashKey: string
  actor: Actor
  purpose: Purpose
  logLine: number
  now: string
}
