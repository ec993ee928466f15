import type { Reader } from './database.ts'

/** Under which names the deliveries were taken in. */
export function listDeliveryNames(reader: Reader): { id: number; kind: string; file: string; sheet: string }[] {
  return reader.all('SELECT id, kind, file, sheet FROM delivery WHERE withdrawn_at IS NULL ORDER BY id')
}
