import { createReadStream } from 'node:fs'
import type { Encoding } from './encoding.ts'

const CHUNK = 262_144
const NEWLINE = 10
const RETURN = 13

/**
 * The text of a file as UTF-8 bytes, whatever its own encoding.
 * @param from place in those UTF-8 bytes to begin at
 */
export async function* utf8Bytes(path: string, encoding: Encoding, from: number): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') yield* buffers(path, from)
  else yield* skipBytes(transcode(path, encoding), from)
}

async function* buffers(path: string, start: number): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, start })) {
    if (Buffer.isBuffer(chunk)) yield chunk
  }
}

async function* transcode(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of buffers(path, 0)) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

async function* skipBytes(chunks: AsyncGenerator<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length
    else {
      yield left === 0 ? chunk : chunk.subarray(left)
      left = 0
    }
  }
}

/** The first physical line from a place on: its text (cut at a limit) and the place behind it. */
export async function lineAt(path: string, encoding: Encoding, from: number, limit: number): Promise<{ text: string; end: number }> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of utf8Bytes(path, encoding, from)) {
    const end = lineEnd(chunk)
    if (length < limit) parts.push(end < 0 ? chunk : chunk.subarray(0, end))
    if (end >= 0) {
      const isPair = chunk[end] === RETURN && chunk[end + 1] === NEWLINE
      return { text: textOf(parts, limit), end: from + length + end + (isPair ? 2 : 1) }
    }
    length += chunk.length
  }
  return { text: textOf(parts, limit), end: from + length }
}

function lineEnd(chunk: Buffer): number {
  const newline = chunk.indexOf(NEWLINE)
  const carriage = chunk.indexOf(RETURN)
  if (newline < 0) return carriage
  return carriage >= 0 && carriage < newline ? carriage : newline
}

function textOf(parts: readonly Buffer[], limit: number): string {
  return Buffer.concat(parts).toString('utf8').slice(0, limit)
}
