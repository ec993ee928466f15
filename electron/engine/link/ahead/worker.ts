import { workerData } from 'node:worker_threads'
import { BEGUN, type Beside, type Numbered, type NumberedAnswer } from '../../beside/messages.ts'
import { openDatabase } from '../../store/database.ts'
import { gatherAhead } from './gatherAhead.ts'
import type { AheadAnswer, AheadOrder } from './messages.ts'

/** Entry of the thread that reads ahead for a link run. */
const { port }: Beside = workerData
port.on('message', ({ number, order }: Numbered<AheadOrder>) => {
  const state = new Int32Array(order.state)
  Atomics.store(state, 0, BEGUN)
  const tell = (answer: NumberedAnswer<AheadAnswer>['answer']): void => {
    const message: NumberedAnswer<AheadAnswer> = { number, answer }
    port.postMessage(message)
    Atomics.add(state, 0, 1)
    Atomics.notify(state, 0)
  }
  try {
    read(order, tell)
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : '' })
  }
})

/** On a connection of its own. */
function read({ vault: { file, key }, today }: AheadOrder, tell: (answer: AheadAnswer) => void): void {
  try {
    const store = openDatabase(file, key, 'window')
    try {
      gatherAhead(store, today, tell)
    } finally {
      store.close()
    }
  } finally {
    key.fill(0)
  }
}
