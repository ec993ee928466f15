import type { Actor, Purpose } from '#shared/model/access.ts'

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
