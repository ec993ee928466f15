import type { DeliveryUse } from '#shared/contract/sources.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Writer } from '../store/database.ts'
import { countsOf, findStanding, markWithdrawn, saveChange, seriesOf, standingDeliveries, type StandingDelivery } from '../store/deliveries.ts'
import { deliveryUse } from '../store/deliveryUse.ts'
import { removeRowsOf } from '../store/history.ts'
import { isRegister } from '../store/registers.ts'
import { kindOf } from './kinds.ts'
import { undoRegister } from './registerIntake.ts'
import { compareRows, settle, unsettle } from './settle.ts'
import { SIGNALS } from './signalMark.ts'
import { findTriagedAgain, markTriaged } from './triagedAgain.ts'

/** What withdrawing a delivery would touch. @throws ProblemError `not-found` */
export function useOfDelivery(reader: Reader, deliveryId: number): DeliveryUse {
  const delivery = standing(reader, deliveryId)
  const later = laterThan(reader, delivery).map(({ id, file, at }) => ({ deliveryId: id, file, at }))
  return { rows: countsOf(reader, deliveryId).accepted, later, ...deliveryUse(reader, deliveryId, delivery.at) }
}

/**
 * Takes a delivery back as if it had never come: its rows go, what it ended or changed stands again, and later deliveries of the same
 * source are settled anew on what was there before it. Only a line that it was there remains. What was linked from its rows is for
 * the link stage to make anew.
 * @throws ProblemError `not-found`, `delivery-has-later` for a register: there the newest goes first
 */
export function withdrawDelivery(writer: Writer, { actor, now, hashKey }: Pick<CallContext, 'actor' | 'now' | 'hashKey'>, deliveryId: number, reason: string): { rows: number } {
  const delivery = standing(writer, deliveryId)
  const { accepted } = countsOf(writer, deliveryId)
  const later = laterThan(writer, delivery)
  const kind = kindOf(delivery.kind)
  const withdrawal = { at: now, by: actor.name, reason: maskBsn(reason) }
  if (isRegister(kind.table)) {
    const [next] = later
    if (next) throw new ProblemError('delivery-has-later', { file: next.file })
    undoRegister(writer, kind.table, deliveryId)
    markWithdrawn(writer, deliveryId, withdrawal)
    return { rows: accepted }
  }
  const ofSignals = kind.table === SIGNALS
  if (ofSignals) markTriaged(writer, hashKey)
  for (const one of later.toReversed()) unsettle(writer, kind, one.id)
  unsettle(writer, kind, deliveryId)
  removeRowsOf(writer, kind.table, deliveryId)
  markWithdrawn(writer, deliveryId, withdrawal)
  for (const one of later) settleAnew(writer, one)
  if (ofSignals) findTriagedAgain(writer, hashKey, standingDeliveries(writer, delivery.kind).map(({ id }) => id).toReversed())
  return { rows: accepted }
}

/** Settles a delivery on what stands now of the earlier ones of its source. */
function settleAnew(writer: Writer, { id, kind: kindId, seriesId, isComplete }: StandingDelivery): void {
  const kind = kindOf(kindId)
  const earlier = seriesOf(writer, seriesId).flatMap((one) => (one.id < id ? [one.id] : []))
  if (earlier.length === 0) return saveChange(writer, id, { added: countsOf(writer, id).accepted, changed: 0, gone: 0, unchanged: 0 })
  saveChange(writer, id, settle(writer, kind, id, compareRows(writer, kind, id, earlier, isComplete === 1)))
}

function standing(reader: Reader, deliveryId: number): StandingDelivery {
  const delivery = findStanding(reader, deliveryId)
  if (!delivery) throw new ProblemError('not-found', { what: 'De levering' })
  return delivery
}

/** Later deliveries of the same source, oldest first; a register is one source, whoever delivers it. */
function laterThan(reader: Reader, { id, kind, seriesId }: StandingDelivery): StandingDelivery[] {
  const all = isRegister(kindOf(kind).table) ? standingDeliveries(reader, kind).toReversed() : seriesOf(reader, seriesId)
  return all.filter((one) => one.id > id)
}
