import type { Reply } from './problem.ts'

/**
 * A reply as it crosses from the engine to the window: its value as JSON text. Two processes and the window's own wall each
 * copy what passes; a text they copy whole, a large answer value by value.
 */
export function packReply(reply: Reply<unknown>): Reply<string> {
  return reply.ok ? { ok: true, value: JSON.stringify(reply.value) } : reply
}
