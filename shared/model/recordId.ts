/**
 * One number names one accepted row of one delivered sheet: delivery × 2³² + row number as the spreadsheet shows it.
 * Every fact, link and score part carries such numbers, so each can be followed back without a table of its own.
 */
const ROWS = 2 ** 32

/** @param deliveryId 1…2²¹−1 @param row 1-based line or row number in the file */
export function recordId(deliveryId: number, row: number): number {
  return deliveryId * ROWS + row
}

/** The first and last record id a delivery can hold; for range scans. */
export function recordRange(deliveryId: number): { first: number; last: number } {
  return { first: deliveryId * ROWS, last: deliveryId * ROWS + ROWS - 1 }
}

/** The reverse of {@link recordId}. */
export function splitRecordId(id: number): { deliveryId: number; row: number } {
  return { deliveryId: Math.floor(id / ROWS), row: id % ROWS }
}
