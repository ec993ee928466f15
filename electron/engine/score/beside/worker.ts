import { workerData } from 'node:worker_threads'
import { openDatabase } from '../../store/database.ts'
import { countPerAddress, type Counts } from '../counts.ts'
import { DONE, type CountedBeside, type CountingOrder } from './messages.ts'

/** Entry of the thread that counts what is counted per address, on a connection of its own. */
const { vault, asked, day, state, port }: CountingOrder = workerData
const counted = new Int32Array(state)
Atomics.store(counted, 0, 0)

function count(): Counts[] {
  const store = openDatabase(vault.file, vault.key, 'job')
  try {
    return countPerAddress(store, asked, day, () => Atomics.add(counted, 0, 1))
  } finally {
    store.close()
  }
}

function outcome(): CountedBeside {
  try {
    return { counts: count() }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}

const message: CountedBeside = outcome()
port.postMessage(message)
Atomics.store(counted, 0, DONE)
Atomics.notify(counted, 0)
