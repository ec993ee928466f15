import { workerData } from 'node:worker_threads'
import { claimedRanges } from '../../beside/claims.ts'
import { begin, done, type Beside, type Failed, type Numbered, type NumberedAnswer } from '../../beside/messages.ts'
import { listTraits } from '../addition/traits.ts'
import { weighPairs } from '../findPairs.ts'
import type { LinkSet } from '../linkSet.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import { personSet } from '../personSet.ts'
import { indexRules } from '../ruleIndex.ts'
import type { IndexOrder, ShareAnswer, ShareOrder, WeighOrder } from './messages.ts'

/** Entry of the thread that compares persons along. */
const { port }: Beside = workerData
let set: LinkSet<PersonEvidence> | null = null

port.on('message', ({ number, order }: Numbered<ShareOrder>) => {
  if (!begin(order.state)) return
  const message: NumberedAnswer<ShareAnswer> = { number, answer: answer(order) }
  port.postMessage(message)
  done(order.state)
})

function answer(order: ShareOrder): ShareAnswer | Failed {
  try {
    return order.type === 'index' ? index(order) : weigh(order)
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}

function index({ persons, traits, claims, atOnce }: IndexOrder): ShareAnswer {
  set = personSet(persons, { see: (person, place) => listTraits(traits, person, place) })
  return { indexes: indexRules(set, set.rules, claimedRanges(claims, set.count, atOnce), set) }
}

function weigh({ candidates, claims, atOnce }: WeighOrder): ShareAnswer {
  if (!set) throw new Error('nothing was given to compare')
  return { pairs: weighPairs(set, candidates, claimedRanges(claims, candidates.pairs.length, atOnce)) }
}
