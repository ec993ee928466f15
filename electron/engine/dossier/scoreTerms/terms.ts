import type { ScoreTerms } from '#shared/contract/scoreTerms.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../../context.ts'
import { retentionTerms } from '../../retention.ts'
import { listSets } from '../../score/index.ts'
import type { Reader } from '../../store/database.ts'
import { listDestructionRows } from '../../store/destructions.ts'
import { batchDue, oldSets } from '../../store/scoreTerms.ts'
import { monthsBefore } from '../../today.ts'
import { shownDestruction } from '../destruction.ts'

type Reading = Pick<CallContext, 'store' | 'now'>

/** The first ISO day of which the term of a set that was computed on it is not over. */
export function scoreCut(now: string): string {
  return monthsBefore(dayOf(now), retentionTerms().score.months)
}

/** How many sets of scores are to be destroyed. */
export function countScoresDue({ store, now }: Reading): number {
  return oldSets(store, scoreCut(now)).filter(({ stays }) => stays === null).length
}

/** The sets of which the term is over: which are to be destroyed, and which stay and why. */
export function listScoreTerms({ store, now }: Reading): ScoreTerms {
  const old = new Map(oldSets(store, scoreCut(now)).map(({ id, stays }) => [id, stays]))
  const sets = listSets({ store }).flatMap((set) => {
    const stays = old.get(set.id)
    return stays === undefined ? [] : [{ ...set, stays }]
  })
  return { months: retentionTerms().score.months, sets: sets.toReversed(), asked: askedOf(store, now) }
}

function askedOf(reader: Reader, now: string): ScoreTerms['asked'] {
  const row = listDestructionRows(reader, 'score').find(({ destroyedAt }) => destroyedAt === '')
  return row ? { ...shownDestruction(row), count: batchDue(reader, scoreCut(now), row.subjectId).length } : null
}
