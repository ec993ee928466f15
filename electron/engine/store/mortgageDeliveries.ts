import type { Reader } from './database.ts'

/** From one delivery to the next by way of the first row after it; in a delivery only up to its first mortgage. */
export const MORTGAGE_DELIVERIES = `
  WITH RECURSIVE held(delivery) AS (
    SELECT min(id) / 4294967296 FROM ownership_record
    UNION ALL SELECT (SELECT min(id) / 4294967296 FROM ownership_record WHERE id >= (held.delivery + 1) * 4294967296) FROM held WHERE held.delivery IS NOT NULL)
  SELECT delivery FROM held WHERE delivery IS NOT NULL AND EXISTS (
    SELECT 1 FROM ownership_record AS o WHERE o.id BETWEEN held.delivery * 4294967296 AND held.delivery * 4294967296 + 4294967295 AND o.mortgage > 0)`

/** Deliveries of rights that know of mortgages: only they can say there was none. A delivery without any is read to its end. */
export function mortgageDeliveries(reader: Reader): number[] {
  return reader.all<{ delivery: number }>(MORTGAGE_DELIVERIES).map(({ delivery }) => delivery)
}
