import { z } from 'zod'
import { ColumnMapping, TextReading } from '#shared/model/source.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { findDelivery, type StoredDelivery } from '../store/deliveries.ts'

/** The mapping of a delivery as it is kept with it. */
const StoredMapping = z.object({
  headerRow: z.number().int(),
  columns: z.array(ColumnMapping),
  layout: z.discriminatedUnion('format', [
    z.object({ format: z.literal('csv'), separator: z.string(), encoding: TextReading.shape.encoding.default('utf-8') }),
    z.object({ format: z.literal('xlsx') }),
  ]),
  /** the rows above the headings, of a delivery with refused rows */
  titles: z.array(z.array(z.string())).default([]),
})

export type DeliveryWithMapping = Omit<StoredDelivery, 'mapping'> & { mapping: z.infer<typeof StoredMapping> }

/** A delivery with its mapping read back. @throws ProblemError `not-found` */
export function deliveryOf(reader: Reader, id: number): DeliveryWithMapping {
  const delivery = findDelivery(reader, id)
  if (!delivery) throw new ProblemError('not-found', { what: 'De levering' })
  return { ...delivery, mapping: StoredMapping.parse(JSON.parse(delivery.mapping)) }
}
