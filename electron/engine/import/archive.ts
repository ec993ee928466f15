import type { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { ProblemError } from '../problem.ts'
import { inflated } from './inflate.ts'
import { FileSlice, unpackToFile } from './innerZip.ts'

/** Bounds of a workbook archive; `forExtract` is wider, because a national BAG extract is honestly large. */
export interface ArchiveLimits {
  entries: number
  /** sum of the sizes the directory declares */
  bytes: number
  /** times a part may grow; legitimate workbooks reach 121 */
  ratio: number
}

export const workbookLimits: ArchiveLimits = { entries: 10_000, bytes: 1_500_000_000, ratio: 200 }
export const extractLimits: ArchiveLimits = { entries: 50_000, bytes: 500_000_000_000, ratio: 200 }

/** Parts smaller than this may be of any ratio: a kilobyte of zeros harms nobody. */
const SMALL = 1_000_000

/** A zip file whose directory has been read and found within bounds. */
export interface Archive {
  /** names in the order of the directory */
  readonly names: readonly string[]
  has(name: string): boolean
  size(name: string): number
  /** the bytes of a part; ends with ProblemError `file-damaged` or `file-hostile` when they are not what the directory says */
  stream(name: string): Promise<Readable>
  /** a zip inside this one: read in place when it is stored without compression, else unpacked first; close it before this one */
  inner(name: string): Promise<Archive>
  close(): void
}

/**
 * Opens a zip and checks its directory before a byte is unpacked.
 * @throws ProblemError `file-damaged` or `file-hostile` (too many, too large, twice the same name)
 */
export async function openArchive(path: string, limits: ArchiveLimits): Promise<Archive> {
  const zip = await damagedUnless(openPromise(path, { autoClose: false }))
  return checked(zip, path, 0, limits)
}

/** The file it was unpacked to goes with the archive. */
async function openUnpacked(stream: Readable, limits: ArchiveLimits): Promise<Archive> {
  const file = await damagedUnless(unpackToFile(stream))
  try {
    const archive = await openArchive(file.path, limits)
    return {
      ...archive,
      close: () => {
        archive.close()
        file.remove()
      },
    }
  } catch (error) {
    file.remove()
    throw error
  }
}

async function checked(zip: ZipFile, path: string, base: number, limits: ArchiveLimits): Promise<Archive> {
  try {
    return archiveOf(zip, path, base, await readEntries(zip, limits), limits)
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let bytes = 0
  if (zip.entryCount > limits.entries) throw new ProblemError('file-hostile')
  for await (const entry of guarded(zip.eachEntry())) {
    bytes += entry.uncompressedSize
    if (seen.has(entry.fileName.toLowerCase())) throw new ProblemError('file-damaged')
    seen.add(entry.fileName.toLowerCase())
    const isBomb = entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * limits.ratio
    if (bytes > limits.bytes || isBomb || seen.size > limits.entries) throw new ProblemError('file-hostile')
    entries.set(entry.fileName, entry)
  }
  return entries
}

async function* guarded(entries: AsyncIterableIterator<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries
  } catch (error) {
    throw asDamage(error)
  }
}

function archiveOf(zip: ZipFile, path: string, base: number, entries: ReadonlyMap<string, Entry>, limits: ArchiveLimits): Archive {
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name)
    if (!entry) throw new ProblemError('file-damaged')
    return entry
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entryOf(name).uncompressedSize,
    stream: async (name) => {
      const entry = entryOf(name)
      if (entry.isEncrypted()) throw new ProblemError('file-encrypted')
      return partOf(zip, entry)
    },
    inner: async (name) => {
      const entry = entryOf(name)
      if (entry.compressionMethod !== 0) return openUnpacked(await partOf(zip, entry), limits)
      const { fileDataStart } = await damagedUnless(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
      const start = base + fileDataStart
      const slice = await FileSlice.of(path, start)
      const inside = await damagedUnless(fromRandomAccessReaderPromise(slice, entry.uncompressedSize, { autoClose: false }))
      return checked(inside, path, start, limits)
    },
    close: () => zip.close(),
  }
}

const DEFLATED = 8

async function partOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.compressionMethod !== DEFLATED) return damagedUnless(zip.openReadStreamPromise(entry))
  return inflated(await damagedUnless(zip.openReadStreamPromise(entry, { decompress: false })), entry.uncompressedSize)
}

/** The chunks of a stream; its own faults (not those of whoever reads them) become `file-damaged`. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next: IteratorResult<unknown> = await damagedUnless(chunks.next())
      if (next.done === true) return
      if (Buffer.isBuffer(next.value)) yield next.value
    }
  } finally {
    stream.destroy()
  }
}

async function damagedUnless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asDamage(error)
  }
}

const SYSTEM_FAULT = /^E[A-Z0-9]+$/

/** Faults of the zip format become `file-damaged`; those of the disk keep their own code. */
function asDamage(error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SYSTEM_FAULT.test(code) ? error : new ProblemError('file-damaged')
}
