import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/contract/events.ts'
import type { DemoTruth, WrittenFile } from '../engine/demo/index.ts'
import { ProblemError } from '../engine/problem.ts'
import type { Io } from './io.ts'
import { makeProgressLine } from './progress.ts'

/** What was written, and what is planted in it; which row means what stands in the files beside it only. */
export interface Deliveries {
  files: WrittenFile[]
  planted: Omit<DemoTruth, 'sheets'>
}

export interface DeliveriesOrder {
  folder: string
  addresses: number
  seed: number
}

export type FromDeliveries = { type: 'progress'; progress: Progress } | { type: 'done'; value: Deliveries }

/**
 * Writes the deliveries of the demo municipality in `leveringen` and their truth in `waarheid`, side by side and never mixed.
 * In a thread of its own: what it takes to think up a municipality is given back when it ends.
 */
export async function writeDeliveries(io: Io, folder: string, size: { addresses: number; seed: number }): Promise<Deliveries> {
  const line = makeProgressLine(io)
  // the thread takes a moment to load before it can say so itself
  line.show({ step: 'Demogemeente bedenken', done: 0, total: null })
  const order: DeliveriesOrder = { folder, ...size }
  const worker = new Worker(join(import.meta.dirname, 'deliveriesWorker.ts'), { workerData: order })
  const stopListening = io.onInterrupt(() => void worker.terminate())
  try {
    return await new Promise<Deliveries>((resolve, reject) => {
      worker.on('message', (message: FromDeliveries) => (message.type === 'done' ? resolve(message.value) : line.show(message.progress)))
      worker.on('error', reject)
      worker.on('exit', () => reject(new ProblemError('cancelled')))
    })
  } finally {
    stopListening()
    line.clear()
  }
}
