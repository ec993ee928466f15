import { hash } from 'node:crypto'

/** Words made at a time: a tight loop makes them several times as fast as one by one. */
export const BATCH = 1024

/**
 * A stream of whole numbers of 32 bits, the same for the same seed on every machine: small fast counter generator `sfc32` of Chris
 * Doty-Humphrey (PractRand, 2010; public domain), which passes PractRand and TestU01. Seeded with the SHA-256 of a text, so that each
 * area and indicator has a stream of its own: adding an area or computing in another order changes no other number.
 * @param seed any text; the same text gives the same stream
 * @param words room for a batch, of this stream alone while it is used; whoever makes many streams one after another lends them the same
 */
export function wordStream(seed: string, words = new Uint32Array(BATCH)): () => number {
  const digest = hash('sha256', seed, 'buffer')
  const state = Int32Array.of(digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1)
  let at = words.length
  return () => {
    if (at === words.length) {
      refill(state, words)
      at = 0
    }
    const word = words[at] ?? 0
    at += 1
    return word
  }
}

function refill(state: Int32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, counter = 0] = state
  for (let i = 0; i < words.length; i += 1) {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    words[i] = sum
  }
  state.set([a, b, c, counter])
}
