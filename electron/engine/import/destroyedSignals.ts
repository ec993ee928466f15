import { reasons } from '#shared/text/reasons.ts'
import type { Reader } from '../store/database.ts'
import { destroyedMarks } from '../store/destructions.ts'
import type { Draft } from './draft.ts'
import type { RowPlan } from './rowPlan.ts'
import { signalMarker, SIGNALS } from './signalMark.ts'

/**
 * What is destroyed does not come back by a next delivery that still holds it.
 * @returns why a row that could be taken in is left out, or null; null as a whole where nothing can be left out
 */
export function destroyedCheck(reader: Reader, plan: RowPlan, hashKey: string): ((draft: Draft) => string | null) | null {
  if (plan.kind.table !== SIGNALS) return null
  const marks = destroyedMarks(reader, 'signal')
  if (marks.size === 0) return null
  const markOf = signalMarker(reader, hashKey)
  return ({ values, sealed }) => {
    const row = Object.fromEntries(plan.columns.map(({ name }, i) => [name, values[i] ?? null]))
    return marks.has(markOf({ ...row, sealed }).toString('hex')) ? reasons.destroyed : null
  }
}
