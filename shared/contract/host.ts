import type { EngineEvent } from './events.ts'
import type { Problem, Reply } from './problem.ts'

/** The folder of the application among the settings of an account. */
export const settingsName = 'signaleringstool'

/** Main process (or command line) → engine. Paths reach the engine only as grants for a token the window holds. */
export type ToEngine =
  | { type: 'ask'; callId: number; name: string; input: unknown }
  | { type: 'cancel'; callId: number }
  | { type: 'grant'; token: string; path: string }
  | { type: 'printed'; printId: number; pdf: Uint8Array | null; problem: Problem | null }
  | { type: 'stop' }

/** Engine → main process. */
export type FromEngine =
  | { type: 'ready' }
  /** the value is JSON text; see `reply.ts` */
  | { type: 'reply'; callId: number; reply: Reply<string> }
  | { type: 'event'; event: EngineEvent }
  /** asks the host to print a complete, self-contained HTML document as a tagged PDF */
  | { type: 'print'; printId: number; html: string }
