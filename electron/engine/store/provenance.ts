import type { SourceRef } from '#shared/model/entity.ts'
import { splitRecordId } from '#shared/model/recordId.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from './database.ts'

/** Stands behind the name of a file whose delivery was withdrawn. */
export const WITHDRAWN = ' (levering ingetrokken)'

type Delivery = Pick<SourceRef, 'file' | 'sheet' | 'supplier' | 'referenceDate'>

/**
 * Where a record came from, down to the row of the delivered sheet.
 * @throws ProblemError `not-found` when the delivery of the record is not in the vault
 */
export function sourceRef(reader: Reader, recordId: number): SourceRef {
  return toSourceRef(reader, recordId, new Map())
}

/** The same for many records, in the order in which they are asked; each delivery is read once. */
export function sourceRefs(reader: Reader, recordIds: Iterable<number>): SourceRef[] {
  const known = new Map<number, Delivery>()
  return Array.from(recordIds, (recordId) => toSourceRef(reader, recordId, known))
}

function toSourceRef(reader: Reader, recordId: number, known: Map<number, Delivery>): SourceRef {
  const { deliveryId, row } = splitRecordId(recordId)
  const delivery = known.get(deliveryId) ?? readDelivery(reader, deliveryId)
  known.set(deliveryId, delivery)
  return { recordId, deliveryId, row, ...delivery }
}

function readDelivery(reader: Reader, id: number): Delivery {
  const found = reader.get<Delivery>(
    // whatever still refers to a withdrawn delivery says so wherever it is shown
    "SELECT file || iif(withdrawn_at IS NULL, '', ?) AS file, sheet, supplier, reference_date AS referenceDate FROM delivery WHERE id = ?", WITHDRAWN, id,
  )
  if (!found) throw new ProblemError('not-found')
  return found
}
