import { alone } from '../hands.ts'
import { drawsOf, scoreTopic, type TopicOutcome, type TopicTask } from '../scoreTopic.ts'
import { ANSWERED, claim } from './messages.ts'
import { sharedHands, shareTopic, type SharedTopic } from './sharedTopic.ts'
import { endThread, nextAnswer, order } from './thread.ts'

/** How often whoever waits looks whether he was cancelled. */
const LOOK_UP_MS = 50

/** What a caller hears meanwhile. */
export interface Meanwhile {
  /** called before each topic that is scored here. @param done how many were begun, here or there */
  onTopic(done: number): void
  /** called before every unit, and while waiting */
  checkCancelled(): void
}

/**
 * Scores topics, in the order given. @param isShared whether the thread beside claims some of them: each thread takes the next that nobody
 * has, so the costly ones best come first. A first one that costs more than all others together is drawn by both
 */
export function scoreTopics(tasks: readonly TopicTask[], { onTopic, checkCancelled }: Meanwhile, isShared: boolean): TopicOutcome[] {
  const outcomes = new Map<number, TopicOutcome>()
  const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  // the costliest is scored here, where its outcome need not cross between threads
  const first = claim(state)
  const shared = isShared ? largestShared(tasks) : null
  const number = isShared ? order({ type: 'score', tasks, shared, state: state.buffer }) : 0
  const failed = (): never => {
    nextAnswer(number)
    throw new Error('the thread that works along gave up')
  }
  try {
    for (let next = first; next < tasks.length; next = claim(state)) {
      onTopic(next)
      const task = tasks[next]
      if (task) outcomes.set(next, scoreTopic(task, next === first && shared ? sharedHands(shared, checkCancelled, failed) : alone(checkCancelled)))
    }
    for (let taken = 0; outcomes.size < tasks.length; taken += 1) {
      waitFor(state, taken, checkCancelled)
      const answer = nextAnswer(number)
      if ('task' in answer) outcomes.set(answer.task, answer)
    }
  } catch (error) {
    if (isShared) void endThread()
    throw error
  }
  return tasks.map((_, at) => found(outcomes.get(at)))
}

/** Room to draw the first topic together, where the other thread would otherwise be done long before. */
function largestShared([first, ...rest]: readonly TopicTask[]): SharedTopic | null {
  return first && drawsOf(first) > rest.reduce((sum, task) => sum + drawsOf(task), 0) ? shareTopic(first) : null
}

/** Until the thread beside has answered more than so many. */
function waitFor(state: Int32Array, taken: number, checkCancelled: () => void): void {
  while (Atomics.load(state, ANSWERED) <= taken) {
    checkCancelled()
    Atomics.wait(state, ANSWERED, taken, LOOK_UP_MS)
  }
}

function found(outcome: TopicOutcome | undefined): TopicOutcome {
  if (!outcome) throw new Error('a topic was not scored')
  return outcome
}
