import type { LogTerms } from '#shared/contract/logTerms.ts'
import { dayOf } from '#shared/text/format.ts'
import { shownHead } from '../../audit/chain.ts'
import { provingActions } from '../../audit/head.ts'
import type { CallContext } from '../../context.ts'
import { retentionTerms } from '../../retention.ts'
import type { Reader } from '../../store/database.ts'
import { listDestructionRows } from '../../store/destructions.ts'
import { lastOldLine, linesBetween, linesOf, readHead } from '../../store/logHead.ts'
import { monthsBefore } from '../../today.ts'
import { shownDestruction } from '../destruction.ts'

/** The last line of which the term is over, with all before it; null when there is none. */
export function lastLineDue(log: Reader, now: string): number | null {
  return lastOldLine(log, (readHead(log)?.until ?? 0) + 1, monthsBefore(dayOf(now), retentionTerms().log.months), now)
}

/** How many lines go when the log is ended at one, now, and how many before it stay. */
export function partedAt(log: Reader, until: number, now: string): { going: number; staying: number } {
  const staying = linesOf(log, until, provingActions, monthsBefore(dayOf(now), retentionTerms().log.destructionMonths)).length
  return { going: linesBetween(log, 1, until).lines - staying, staying }
}

/** How many lines of the log are to be destroyed. */
export function countLinesDue({ log, now }: Pick<CallContext, 'log' | 'now'>): number {
  const until = lastLineDue(log, now)
  return until === null ? 0 : partedAt(log, until, now).going
}

/** Which lines of the log are too old, where it was ended before, and what was asked. */
export function listLogTerms({ store, log, now }: Pick<CallContext, 'store' | 'log' | 'now'>): LogTerms {
  const head = readHead(log)
  const until = lastLineDue(log, now)
  const asked = listDestructionRows(store, 'log').find(({ destroyedAt }) => destroyedAt === '')
  const { months, destructionMonths } = retentionTerms().log
  return {
    months,
    destructionMonths,
    due: until === null ? null : { ...rangeOf(log, (head?.until ?? 0) + 1, until), ...partedAt(log, until, now) },
    head: head && shownHead(head),
    asked: asked ? { ...shownDestruction(asked), going: partedAt(log, asked.subjectId, now).going } : null,
  }
}

function rangeOf(log: Reader, from: number, until: number): { from: number; until: number; firstAt: string; lastAt: string } {
  const { first, last } = linesBetween(log, from, until)
  return { from, until, firstAt: first, lastAt: last }
}
