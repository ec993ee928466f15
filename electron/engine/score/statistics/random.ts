import { wordStream } from './randomWords.ts'

/** A stream of numbers from 0 up to 1, the same for the same seed on every machine. */
export type RandomStream = () => number

/** @param seed any text; the same text gives the same stream */
export function randomStream(seed: string): RandomStream {
  const next = wordStream(seed)
  return () => next() / 4_294_967_296
}
