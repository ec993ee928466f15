import type { Reader } from './database.ts'

/** Under which names the deliveries were taken in. */
export function listDeliveryNames(reader: Reader): { id: number; kind: string; file: string; sheet: string }[] {
  return reader.all('SELECT id, kind, file, sheet FROM delivery WHERE withdrawn_at IS NULL ORDER BY id')
}

/** Whether nothing was ever taken in or done in this vault: withdrawn deliveries, cases and proofs of destruction count too. */
export function isUntouched(reader: Reader): boolean {
  const found = reader.get<{ touched: number }>('SELECT EXISTS (SELECT 1 FROM delivery) OR EXISTS (SELECT 1 FROM case_file) OR EXISTS (SELECT 1 FROM destruction) AS touched')
  return found?.touched === 0
}
