import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { writeDemo, writeTruth } from '../engine/demo/index.ts'
import type { DeliveriesOrder, FromDeliveries } from './deliveries.ts'

/** Entry of the thread that writes the demo municipality. */
const { folder, addresses, seed }: DeliveriesOrder = workerData
const tell = (message: FromDeliveries) => parentPort?.postMessage(message)

const target = join(folder, 'leveringen')
mkdirSync(target, { recursive: true })
const { files, truth } = writeDemo(target, { addresses, seed }, (progress) => tell({ type: 'progress', progress }))
tell({ type: 'progress', progress: { step: 'Waarheid ernaast schrijven', done: 0, total: null } })
writeTruth(join(folder, 'waarheid'), truth)
const { sheets: _rows, ...planted } = truth
tell({ type: 'done', value: { files, planted } })
