import { workerData } from 'node:worker_threads'
import { answer, answerOnce } from '../../beside/answers.ts'
import type { Beside, Numbered } from '../../beside/messages.ts'
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
  if (order.type === 'count') answerOnce<Answer>(port, number, order, () => ({ counts: count(order) }))
  else answerTopics(order, (work) => answer(port, number, work))
})

/** On a connection of its own. */
function count({ vault: { file, key }, asked, day, ranges }: CountingOrder): Counts[] {
  const store = openDatabase(file, key, 'job')
  try {
    return countPerAddress(store, { asked, day, next: rangesIn(ranges) }, () => undefined)
  } finally {
    store.close()
  }
}

/** Answers every topic that is claimed here, each as soon as it is scored. */
function answerTopics({ tasks, shared, state: claims }: ScoringOrder, answerWith: (work: () => Answer) => void): void {
  const state = new Int32Array(claims)
  try {
    if (shared && tasks[0]) helpScoring(tasks[0], shared)
  } catch (error) {
    answerWith(() => {
      throw error
    })
    if (shared) giveUp(shared)
    return
  }
  for (let next = claim(state); next < tasks.length; next = claim(state)) {
    const [task, at] = [tasks[next], next]
    if (task) answerWith(() => ({ task: at, ...scoreTopic(task, alone(() => undefined)) }))
    Atomics.add(state, ANSWERED, 1)
    Atomics.notify(state, ANSWERED)
  }
}
