import { workerData } from 'node:worker_threads'
import { openDatabase } from '../../store/database.ts'
import { countPerAddress, type Counts } from '../counts.ts'
import { scoreTopic } from '../scoreTopic.ts'
import { ANSWERED, claim, DONE, type Answer, type Beside, type CountingOrder, type Order, type ScoringOrder } from './messages.ts'

/** Entry of the thread that counts and scores along. */
const { port }: Beside = workerData
port.on('message', (what: Order) => (what.type === 'count' ? answerCounts(what) : answerTopics(what)))

function answerCounts(what: CountingOrder): void {
  const state = new Int32Array(what.state)
  Atomics.store(state, 0, 0)
  port.postMessage(answerOf(() => ({ counts: count(what, state) })))
  Atomics.store(state, 0, DONE)
  Atomics.notify(state, 0)
}

/** On a connection of its own. */
function count({ vault: { file, key }, asked, day }: CountingOrder, state: Int32Array): Counts[] {
  try {
    const store = openDatabase(file, key, 'job')
    try {
      return countPerAddress(store, asked, day, () => Atomics.add(state, 0, 1))
    } finally {
      store.close()
    }
  } finally {
    key.fill(0)
  }
}

function answerTopics({ tasks, state: shared }: ScoringOrder): void {
  const state = new Int32Array(shared)
  for (let next = claim(state); next < tasks.length; next = claim(state)) {
    const [task, at] = [tasks[next], next]
    if (task) port.postMessage(answerOf(() => ({ task: at, ...scoreTopic(task, () => undefined) })))
    Atomics.add(state, ANSWERED, 1)
    Atomics.notify(state, ANSWERED)
  }
}

function answerOf(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}
