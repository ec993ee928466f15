import { isMainThread, Worker } from 'node:worker_threads'
import { giveRoom, HEAP_MB } from '../../../electron/engine/beside/heap.ts'
import { runLink } from '../../../electron/engine/link/index.ts'
import { openDatabase } from '../../../electron/engine/store/database.ts'

/**
 * Links the rows of a vault in a process of its own, so that its memory can be seen, on a thread as the application gives a job
 * (`engine/jobs/start.ts`), and prints what it took.
 * `node sizeChild.ts FILE KEY TODAY`, the key in hexadecimal
 */
const [file = '', key = '', today = ''] = process.argv.slice(2)
/** Steps that bring what was joined to records and screens, and the commit of it all; all others, and keeping it, are joining. */
const BESIDE = /^(?:Adressen|Netwerk|Zoekindex|Vastleggen)/

function link(): void {
  const store = openDatabase(file, Buffer.from(key, 'hex'), 'job')
  const before = process.cpuUsage()
  const from = performance.now()
  let [step, since, beside] = ['', from, 0]
  const begin = (next: string): void => {
    const now = performance.now()
    if (BESIDE.test(step)) beside += now - since
    ;[step, since] = [next, now]
  }
  runLink({ store, vault: { file, key: Buffer.from(key, 'hex') }, now: `${today}T12:00:00Z`, report: (progress) => begin(progress.step), checkCancelled: () => undefined })
  begin('')
  const all = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(before)
  store.close()
  process.stdout.write(JSON.stringify({ all, joining: all - beside / 1000, processor: (user + system) / 1_000_000 }))
}

if (isMainThread) {
  giveRoom()
  const worker = new Worker(import.meta.filename, { argv: process.argv.slice(2), resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  worker.once('exit', (code) => {
    process.exitCode = code
  })
} else link()
