import { createReadStream } from 'node:fs'
import type { Encoding } from './encoding.ts'

const CHUNK = 262_144
const MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** The text of a file as UTF-8 bytes without byte order mark, whatever its own encoding. */
export async function* utf8Bytes(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') yield* withoutMark(path)
  else yield* transcode(path, encoding)
}

async function* withoutMark(path: string): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const chunk of buffers(path)) {
    yield isFirst && chunk.subarray(0, MARK.length).equals(MARK) ? chunk.subarray(MARK.length) : chunk
    isFirst = false
  }
}

async function* buffers(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (Buffer.isBuffer(chunk)) yield chunk
  }
}

async function* transcode(path: string, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of buffers(path)) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
