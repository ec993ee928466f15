import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../problem.ts'
import { followRuns, type HiddenParts } from '../hiddenParts.ts'
import { toCell } from '../plainCell.ts'
import type { RowVisitor, Workbook } from '../workbook.ts'
import type { FromReader, ToReader } from './messages.ts'

/** These formats are read as a whole; larger ones belong in XLSX or CSV. */
export const LARGEST_LEGACY = 60_000_000
/** What the library may use for it, and how long: it knows no bounds of its own, and a hostile file makes it go on for ever. */
const HEAP_MB = 1024
const LONGEST_MS = 120_000

/**
 * Workbooks in XLS, XLSB and ODS, read as a whole by SheetJS in a thread of its own: bounded in memory and time, and silent,
 * for the library writes its complaints to the console.
 * @param label as shown: `Excel 97-2003 (XLS)`
 * @param hidden what does not show, per sheet, of a format where the library does not tell; else null
 * @throws ProblemError `file-too-large` in memory, `file-too-slow`, `file-encrypted`, `file-damaged`
 */
export async function openLegacy(path: string, label: string, remarks: readonly string[], hidden: readonly HiddenParts[] | null): Promise<Workbook> {
  const worker = new Worker(workerFile(), { workerData: path, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  worker.stdout.resume()
  worker.stderr.resume()
  try {
    const book = await nextAnswer(worker)
    if (book.type !== 'book') throw new ProblemError('file-damaged')
    return {
      readAs: label,
      sheets: book.sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows, kind: null })),
      remarks,
      layout: { format: 'xlsx' },
      slowPart: null,
      text: null,
      read: (name, visitor) => {
        const at = book.sheets.findIndex((sheet) => sheet.name === name)
        return readRows(worker, name, hidden?.[at] ?? book.sheets[at]?.hidden ?? NOTHING, visitor)
      },
      close: async () => void (await worker.terminate()),
    }
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

const NOTHING: HiddenParts = { rows: [], columns: [] }

async function readRows(worker: Worker, sheet: string, hidden: HiddenParts, visitor: RowVisitor): Promise<void> {
  for (const run of hidden.columns) visitor.hiddenColumns?.(run)
  const isHidden = followRuns(hidden.rows)
  for (let from: number | null = 0; from !== null;) {
    const wish: ToReader = { sheet, from }
    worker.postMessage(wish)
    const answer = await nextAnswer(worker)
    if (answer.type !== 'rows') return
    for (const { row, cells } of answer.rows) {
      if (isHidden(row)) visitor.hidden?.(row)
      if (!visitor.row(row, cells.map(toCell))) return
    }
    from = answer.next
  }
}

/** @throws ProblemError what the thread says, or `file-too-slow`; and what ended the thread, such as a lack of memory */
async function nextAnswer(worker: Worker): Promise<FromReader> {
  const late = AbortSignal.timeout(LONGEST_MS)
  try {
    const [answer]: FromReader[] = await once(worker, 'message', { signal: late })
    if (answer === undefined) throw new ProblemError('file-damaged')
    if (answer.type === 'failed') throw new ProblemError(answer.problem.code, answer.problem.params)
    return answer
  } catch (error) {
    throw late.aborted ? new ProblemError('file-too-slow', { seconds: LONGEST_MS / 1000 }) : error
  }
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'legacyWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}
