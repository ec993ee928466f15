import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { HEAP_MB } from '../../beside/heap.ts'
import { ProblemError } from '../../problem.ts'
import type { Survey } from '../survey.ts'
import type { RowVisitor, Workbook } from '../workbook.ts'
import { MOST_BATCHES, type AheadOrder, type FromAhead } from './messages.ts'
import { RowUnpacker, type PackedRows } from './packedRows.ts'

/** Smaller files are read before a thread has started. */
const WORTH_A_THREAD = 2_000_000

/**
 * Reads a sheet to a visitor; a large workbook in a thread of its own, so that unpacking and parsing run beside the taking in.
 * What the visitor hears, and in which order, is the same either way.
 * @throws ProblemError as {@link Workbook.read} does, and what the visitor throws
 */
export async function readAhead(path: string, survey: Survey, workbook: Workbook, sheet: string, visitor: RowVisitor): Promise<void> {
  if (workbook.slowPart === null || survey.bytes < WORTH_A_THREAD) return workbook.read(sheet, visitor)
  const waiting = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const order: AheadOrder = { path, part: workbook.slowPart, sheet, waiting }
  const worker = new Worker(workerFile(), { workerData: order, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  try {
    await takeAll(worker, new Int32Array(waiting), visitor)
  } finally {
    await worker.terminate()
  }
}

function takeAll(worker: Worker, waiting: Int32Array, visitor: RowVisitor): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  worker.on('error', reject)
  worker.on('exit', () => reject(new ProblemError('work-stopped')))
  const hear = (message: FromAhead): void => {
    if (message.type === 'end') return resolve()
    if (message.type === 'failed') return reject(new ProblemError(message.problem.code, message.problem.params))
    try {
      if (message.type === 'hidden-columns') return visitor.hiddenColumns?.(message.run)
      if (!takeBatch(message.rows, visitor)) return end(resolve)
      if (Atomics.sub(waiting, 0, 1) === MOST_BATCHES) Atomics.notify(waiting, 0)
    } catch (error) {
      end(() => reject(error))
    }
  }
  /** What is still on its way is not heard any more: the visitor had enough. */
  const end = (settle: () => void): void => {
    worker.off('message', hear)
    settle()
  }
  worker.on('message', hear)
  return promise
}

/** @returns false when the visitor has seen enough */
function takeBatch(packed: PackedRows, visitor: RowVisitor): boolean {
  const rows = new RowUnpacker(packed)
  let next = rows.next()
  if (next === null) visitor.beat()
  for (; next !== null; next = rows.next()) {
    const { row, cells, fault, isHidden } = next
    if (isHidden) visitor.hidden?.(row)
    if (fault !== null) visitor.bad(row, fault, cells)
    else if (!visitor.row(row, cells)) return false
  }
  return true
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'aheadWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}
