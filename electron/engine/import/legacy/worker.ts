import { parentPort, workerData } from 'node:worker_threads'
import { toProblem } from '../../problem.ts'
import { readBook, type LegacyBook } from './book.ts'
import type { FromReader, ToReader } from './messages.ts'

/** Entry of the thread that reads one old workbook, and then hands out its rows. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
const path: string = workerData

function answer(work: () => FromReader): void {
  let message: FromReader
  try {
    message = work()
  } catch (error) {
    message = { type: 'failed', problem: toProblem(error) }
  }
  port?.postMessage(message)
}

let book: LegacyBook | null = null
answer(() => {
  book = readBook(path)
  return book.describe()
})
port.on('message', (wish: ToReader) => answer(() => book?.rows(wish) ?? { type: 'rows', rows: [], next: null }))
