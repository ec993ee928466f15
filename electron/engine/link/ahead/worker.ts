import { workerData } from 'node:worker_threads'
import { answerOnce } from '../../beside/answers.ts'
import type { Beside, Numbered } from '../../beside/messages.ts'
import { sharedBytes } from '../../beside/shared.ts'
import { openDatabase } from '../../store/database.ts'
import type { PackedPart } from '../../store/linkIndex.ts'
import { layOut } from '../addition/layout.ts'
import { partsIn, readHalf } from '../addition/parts.ts'
import type { AheadAnswer, AheadOrder } from './messages.ts'

/** Entry of the thread that reads ahead for a link run. It loads little, so that it begins at once. */
const { port }: Beside = workerData
port.on('message', ({ number, order }: Numbered<AheadOrder>) => answerOnce<AheadAnswer>(port, number, order, () => read(order)))

/** On a connection of its own. */
function read({ vault: { file, key }, half }: AheadOrder): AheadAnswer {
  const store = openDatabase(file, key, 'scan')
  try {
    const parts = readHalf(store, half).map(inSharedMemory)
    return { parts, layout: half === 'first' ? layOut(partsIn(parts)) : null }
  } finally {
    store.close()
  }
}

/** Memory that threads share is not copied between them. */
function inSharedMemory({ data, ...part }: PackedPart): PackedPart {
  const shared = sharedBytes(data.byteLength)
  shared.set(data)
  return { ...part, data: shared }
}
