import { workerData } from 'node:worker_threads'
import { begin, done, type Beside, type Failed, type Numbered, type NumberedAnswer } from '../../beside/messages.ts'
import { openDatabase } from '../../store/database.ts'
import { countPerAddress, type Counts } from '../counts.ts'
import { alone } from '../hands.ts'
import { scoreTopic } from '../scoreTopic.ts'
import { ANSWERED, claim, type Answer, type CountingOrder, type Order, type ScoringOrder } from './messages.ts'
import { rangesIn } from './sharedRanges.ts'
import { giveUp, helpScoring } from './sharedTopic.ts'

/** Entry of the thread that counts and scores along. */
const { port }: Beside = workerData
port.on('message', ({ number, order }: Numbered<Order>) => {
  const answer = (work: () => Answer): void => {
    const message: NumberedAnswer<Answer> = { number, answer: answerOf(work) }
    port.postMessage(message)
  }
  if (order.type === 'count') answerCounts(order, answer)
  else answerTopics(order, answer)
})

type Answering = (work: () => Answer) => void

function answerCounts(order: CountingOrder, answer: Answering): void {
  const state = new Int32Array(order.state)
  if (begin(state)) {
    answer(() => ({ counts: count(order) }))
    done(state)
  }
  order.vault.key.fill(0)
}

/** On a connection of its own. */
function count({ vault: { file, key }, asked, day, ranges }: CountingOrder): Counts[] {
  const store = openDatabase(file, key, 'job')
  try {
    return countPerAddress(store, { asked, day, next: rangesIn(ranges) }, () => undefined)
  } finally {
    store.close()
  }
}

function answerTopics({ tasks, shared, state: claims }: ScoringOrder, answer: Answering): void {
  const state = new Int32Array(claims)
  try {
    if (shared && tasks[0]) helpScoring(tasks[0], shared)
  } catch (error) {
    answer(() => {
      throw error
    })
    if (shared) giveUp(shared)
    return
  }
  for (let next = claim(state); next < tasks.length; next = claim(state)) {
    const [task, at] = [tasks[next], next]
    if (task) answer(() => ({ task: at, ...scoreTopic(task, alone(() => undefined)) }))
    Atomics.add(state, ANSWERED, 1)
    Atomics.notify(state, ANSWERED)
  }
}

function answerOf(work: () => Answer): Answer | Failed {
  try {
    return work()
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}
