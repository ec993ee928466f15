import { setFlagsFromString } from 'node:v8'

/** Heap a thread may use, in MB; a hostile file ends the thread, not the engine. */
export const HEAP_MB = 1024

/**
 * With so much room a thread begins, in MB, for what was just made and for what is still needed after. It comes to more by itself, but only by telling
 * again and again what is still needed, and a job of a second or two is over before.
 */
const ROOM_MB = { young: 8, old: 32 }

/** Goes for threads that are started from now on; of a single one only the most it may use can be said. */
export function giveRoom(): void {
  for (const flag of [`--min-semi-space-size=${ROOM_MB.young}`, `--initial-old-space-size=${ROOM_MB.old}`]) setFlagsFromString(flag)
}
