import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ProblemError } from '../problem.ts'
import { markedEncoding, Utf8Check, type Encoding } from './csv/encoding.ts'

/** What one pass over the bytes tells of a file. */
export interface Survey {
  bytes: number
  /** SHA-256, hex */
  hash: string
  /** the first bytes, to recognise the format by */
  head: Buffer
  /** only of use when the file turns out to be text */
  encoding: Encoding
  lines: number
}

const HEAD = 65_536
const CHUNK = 1_048_576
/** Larger than a national BAG extract; anything beyond is a mistake. */
const LARGEST = 50_000_000_000

/**
 * Hashes a file and looks at its bytes.
 * @param report is told the bytes done; may throw to cancel
 * @throws ProblemError `file-empty`, `file-too-large`, `file-is-folder`, `file-not-a-workbook` (a device)
 */
export async function surveyFile(path: string, report: (done: number, total: number) => void): Promise<Survey> {
  const found = await stat(path)
  if (found.isDirectory()) throw new ProblemError('file-is-folder')
  if (!found.isFile()) throw new ProblemError('file-not-a-workbook')
  if (found.size === 0) throw new ProblemError('file-empty')
  if (found.size > LARGEST) throw new ProblemError('file-too-large')
  const hash = createHash('sha256')
  const utf8 = new Utf8Check()
  let head = Buffer.alloc(0)
  let bytes = 0
  let lines = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(chunk)) continue
    if (bytes === 0) head = Buffer.from(chunk.subarray(0, HEAD))
    hash.update(chunk)
    utf8.add(chunk)
    lines += countLineEnds(chunk)
    bytes += chunk.length
    report(bytes, found.size)
  }
  const encoding = markedEncoding(head) ?? (utf8.isValid() ? 'utf-8' : 'windows-1252')
  return { bytes, hash: hash.digest('hex'), head, encoding, lines: Math.max(lines, 1) }
}

function countLineEnds(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}
