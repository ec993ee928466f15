import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RandomAccessReader } from 'yauzl'
import { makeTemporaryFolder } from '../../disk/temporaryFolder.ts'

/** Part of a file, for a zip that lies uncompressed inside another one. */
export class FileSlice extends RandomAccessReader {
  readonly #path: string
  readonly #base: number
  readonly #handle: FileHandle

  constructor(path: string, base: number, handle: FileHandle) {
    super()
    this.#path = path
    this.#base = base
    this.#handle = handle
  }

  static async of(path: string, base: number): Promise<FileSlice> {
    return new FileSlice(path, base, await open(path, 'r'))
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start: this.#base + start, end: this.#base + end - 1 })
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.#handle.read(buffer, offset, length, this.#base + position).then(
      ({ bytesRead }) => callback(bytesRead < length ? new Error('unexpected EOF') : null),
      (error: unknown) => callback(error instanceof Error ? error : new Error('read failed')),
    )
  }

  override close(callback: (error: Error | null) => void): void {
    this.#handle.close().then(
      () => callback(null),
      () => callback(null),
    )
  }
}

/** A file of ours for as long as it is needed. */
export interface TemporaryFile {
  path: string
  remove(): void
}

/** Unpacks a compressed zip within a zip beside the vault's own temporary files; only ever parts of the public register of addresses. */
export async function unpackToFile(stream: Readable): Promise<TemporaryFile> {
  const folder = makeTemporaryFolder('signaal-uitpakken')
  const path = join(folder, 'deel.zip')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    return { path, remove }
  } catch (error) {
    remove()
    throw error
  }
}
