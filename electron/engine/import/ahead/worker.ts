import { parentPort, workerData } from 'node:worker_threads'
import { toProblem } from '../../problem.ts'
import { openArchive, workbookLimits } from '../archive.ts'
import type { RowVisitor } from '../workbook.ts'
import { openXlsx } from '../xlsx/openXlsx.ts'
import { MOST_BATCHES, type AheadOrder, type FromAhead } from './messages.ts'
import { RowPacker, type AheadRow } from './packedRows.ts'

/** Entry of the thread that reads one sheet and hands its rows out in batches, never further ahead than agreed. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
const { path, part, sheet, waiting }: AheadOrder = workerData
const count = new Int32Array(waiting)
const tell = (message: FromAhead, lent: ArrayBuffer[] = []) => port.postMessage(message, lent)

const packer = new RowPacker()
let hidden = 0

function send(): void {
  for (let now = Atomics.load(count, 0); now >= MOST_BATCHES; now = Atomics.load(count, 0)) Atomics.wait(count, 0, now)
  Atomics.add(count, 0, 1)
  const rows = packer.take()
  tell({ type: 'rows', rows }, [rows.marks.buffer, rows.numbers.buffer])
}

function keep(row: number, cells: AheadRow['cells'], fault: string | null): void {
  packer.add({ row, cells, fault, isHidden: hidden === row })
  if (packer.isFull) send()
}

const visitor: RowVisitor = {
  row: (row, cells) => {
    keep(row, cells, null)
    return true
  },
  bad: (row, reason, cells) => keep(row, cells, reason),
  hidden: (row) => (hidden = row),
  hiddenColumns: (run) => tell({ type: 'hidden-columns', run }),
  beat: send,
}

async function read(): Promise<void> {
  const workbook = await openXlsx(await openArchive(path, workbookLimits), part)
  try {
    await workbook.read(sheet, visitor)
  } finally {
    await workbook.close()
    if (!packer.isEmpty) send()
  }
}

read().then(
  () => tell({ type: 'end' }),
  (error: unknown) => tell({ type: 'failed', problem: toProblem(error) }),
)
