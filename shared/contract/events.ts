import { z } from 'zod'
import type { Topic } from './procedure.ts'

/** How far a job is. `total` is null while unknown; `step` is a Dutch phrase such as "Rijen lezen". */
export const Progress = z.object({ step: z.string(), done: z.number(), total: z.number().nullable() })
export type Progress = z.infer<typeof Progress>

/** What the engine announces without being asked. */
export type EngineEvent =
  | { type: 'progress'; callId: number; progress: Progress }
  | { type: 'changed'; topics: readonly Topic[] }
  | { type: 'stopped'; willRestart: boolean }
