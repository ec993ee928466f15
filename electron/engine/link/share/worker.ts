import { workerData } from 'node:worker_threads'
import { answerOnce } from '../../beside/answers.ts'
import { claimedRanges } from '../../beside/claims.ts'
import type { Beside, Numbered } from '../../beside/messages.ts'
import { sharedCopy } from '../../beside/shared.ts'
import { openDatabase } from '../../store/database.ts'
import { listTraits } from '../addition/traits.ts'
import { weighPairs } from '../findPairs.ts'
import type { LinkSet } from '../linkSet.ts'
import { readNames } from '../nameColumns.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import { personSet } from '../personSet.ts'
import { indexRules } from '../ruleIndex.ts'
import type { IndexOrder, ReadOrder, ShareAnswer, ShareOrder, WeighOrder } from './messages.ts'

/** Entry of the thread that reads and compares persons along. */
const { port }: Beside = workerData
let set: LinkSet<PersonEvidence> | null = null

port.on('message', ({ number, order }: Numbered<ShareOrder>) => answerOnce(port, number, order, () => answerOf(order)))

function answerOf(order: ShareOrder): ShareAnswer {
  if (order.type === 'read') return read(order)
  return order.type === 'index' ? index(order) : weigh(order)
}

/** On a connection of its own. */
function read({ vault: { file, key }, today }: ReadOrder): ShareAnswer {
  const store = openDatabase(file, key, 'scan')
  try {
    return { names: readNames(store, today, () => undefined) }
  } finally {
    store.close()
  }
}

function index({ persons, traits, claims, atOnce }: IndexOrder): ShareAnswer {
  set = personSet(persons, { see: (person, place) => listTraits(traits, person, place) })
  return { indexes: indexRules(set, set.rules, claimedRanges(claims, set.count, atOnce), set).map(sharedCopy) }
}

function weigh({ candidates, claims, atOnce }: WeighOrder): ShareAnswer {
  if (!set) throw new Error('nothing was given to compare')
  return { pairs: weighPairs(set, candidates, claimedRanges(claims, candidates.pairs.length, atOnce)) }
}
