import type { Destruction } from '#shared/model/destruction.ts'
import { dayOf } from '#shared/text/format.ts'
import { endMark } from '../../audit/head.ts'
import type { CallContext } from '../../context.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { dropAsked, lastProofNumber } from '../../store/destructions.ts'
import { hashOf } from '../../store/log.ts'
import { askDestruction, decideDestruction, type Destroyable } from '../destruction.ts'
import { nextNumber } from '../numbers.ts'
import { lastLineDue, partedAt } from './terms.ts'

/**
 * The lines of the log up to one, known by that line's number and hash: of a chain that says which lines they are, to the last sign. They go when
 * the log follows the proof (`logHead.ts`), in a file of its own.
 */
function destroyableLines(log: Reader): Destroyable {
  const requireDue = (id: number, now: string) => {
    const until = lastLineDue(log, now)
    if (until === null || id > until) throw new ProblemError('no-lines-due')
  }
  return {
    kind: 'log',
    numberOf: (reader, id, now) => {
      requireDue(id, now)
      return nextNumber('L', dayOf(now), (prefix) => lastProofNumber(reader, 'log', prefix))
    },
    requireDue: (_reader, id, now) => requireDue(id, now),
    contentOf: (_reader, id, now) => ({ content: [id, hashIn(log, id)], held: { logLines: partedAt(log, id, now).going } }),
    markOf: (_reader, id, hashKey) => endMark(id, hashIn(log, id), hashKey),
    remove: () => undefined,
    removeMarked: () => 0,
  }
}

/** Asks for every line that is too old to be destroyed; somebody else decides. What was asked before is asked anew. @throws ProblemError `no-lines-due` */
export function askLines(context: Pick<CallContext, 'store' | 'log' | 'actor' | 'now'>, { motive }: { motive: string }): Destruction {
  const until = lastLineDue(context.log, context.now)
  if (until === null) throw new ProblemError('no-lines-due')
  context.store.write((writer) => dropAsked(writer, 'log'))
  return askDestruction(context, destroyableLines(context.log), { id: until, motive })
}

/**
 * Decides that the lines that were asked for go, or do not: by somebody else.
 * @param requireWhole checks the whole log, which takes long, and throws when it may not be shortened; asked only of who may decide on what is due
 * @throws ProblemError `not-found`, `second-person`, `no-lines-due`
 */
export function decideLines(context: Pick<CallContext, 'store' | 'log' | 'actor' | 'now' | 'hashKey'>, decision: { id: number; approve: boolean }, requireWhole: () => void): null {
  const lines = destroyableLines(context.log)
  const requireDue: Destroyable['requireDue'] = (...asked) => {
    lines.requireDue(...asked)
    requireWhole()
  }
  return decideDestruction(context, { ...lines, requireDue }, decision)
}

function hashIn(log: Reader, seq: number): string {
  const hash = hashOf(log, seq)
  if (hash === null) throw new ProblemError('not-found', { what: 'De logregel' })
  return Buffer.from(hash).toString('hex')
}
