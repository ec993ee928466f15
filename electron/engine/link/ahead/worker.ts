import { workerData } from 'node:worker_threads'
import { begin, done, type Beside, type Failed, type Numbered, type NumberedAnswer } from '../../beside/messages.ts'
import { sharedBytes } from '../../beside/shared.ts'
import { openDatabase } from '../../store/database.ts'
import { readPackedParts, type PackedPart } from '../../store/linkIndex.ts'
import type { AheadAnswer, AheadOrder } from './messages.ts'

/** Entry of the thread that reads ahead for a link run. It loads little, so that it begins at once. */
const { port }: Beside = workerData
port.on('message', ({ number, order }: Numbered<AheadOrder>) => {
  const state = new Int32Array(order.state)
  if (begin(state)) {
    const message: NumberedAnswer<AheadAnswer> = { number, answer: answer(order) }
    port.postMessage(message)
    done(state)
  }
  order.vault.key.fill(0)
})

/** On a connection of its own. */
function answer({ vault: { file, key } }: AheadOrder): AheadAnswer | Failed {
  try {
    const store = openDatabase(file, key, 'scan')
    try {
      return { parts: readPackedParts(store, 'person').map(inSharedMemory) }
    } finally {
      store.close()
    }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}

/** Memory that threads share is not copied between them. */
function inSharedMemory({ data, ...part }: PackedPart): PackedPart {
  const shared = sharedBytes(data.byteLength)
  shared.set(data)
  return { ...part, data: shared }
}
