import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** Larger pieces than the library's own, and some of them ahead: handing over the small ones costs a seventh of the reading. */
const PIECE = 65_536
const AHEAD = 4 * PIECE
const settings = { chunkSize: PIECE, readableHighWaterMark: AHEAD }

/** Unpacks a deflated part. The stream fails when it does not come to exactly the bytes it should. */
export function inflated(packed: Readable, bytes: number): Readable {
  return pipeline(packed, createInflateRaw(settings), new Exactly(bytes), () => undefined)
}

/** Lets through what comes to exactly so many bytes, so that a directory that lies lets nothing grow beyond what it said. */
class Exactly extends Transform {
  readonly #bytes: number
  #seen = 0

  constructor(bytes: number) {
    super({ highWaterMark: AHEAD })
    this.#bytes = bytes
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#seen += chunk.length
    if (this.#seen > this.#bytes) done(new Error('more bytes than the directory says'))
    else done(null, chunk)
  }

  override _flush(done: TransformCallback): void {
    done(this.#seen === this.#bytes ? null : new Error('fewer bytes than the directory says'))
  }
}
