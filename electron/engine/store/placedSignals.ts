import type { Reader, Writer } from './database.ts'

/** The number in `placed_signal` that stands for what it cannot tell; its triggers write it too. */
const UNTOLD = 1000

/** Whether the signals that came to a place since counts were kept are all there is to count anew: no counted one left, moved or reads otherwise. */
export function isPlacedTold(reader: Reader): boolean {
  return reader.get('SELECT 1 FROM placed_signal WHERE number = ?', UNTOLD) === undefined
}

/** To be called when counts are kept. @param isTold whether every signal that came to a place is in them */
export function countedPlaced(writer: Writer, isTold: boolean): void {
  writer.run('DELETE FROM placed_signal')
  if (!isTold) writer.run('INSERT INTO placed_signal VALUES (?, 0)', UNTOLD)
}

const PLACED = 'SELECT record_id FROM placed_signal'
const THERE = `SELECT * FROM main.signal_record WHERE address_id IN (SELECT address_id FROM main.signal_record WHERE id IN (${PLACED}))
  OR address_id IS NULL AND company_id IN (SELECT company_id FROM main.signal_record WHERE id IN (${PLACED}) AND address_id IS NULL)`

/** Stands before the table of signals in a statement: only the signals at the places that signals came to, with those that came and without. */
export const signalsAtPlaces = {
  now: `signal_record AS (${THERE})`,
  before: `signal_record AS (SELECT * FROM (${THERE}) WHERE id NOT IN (${PLACED}))`,
}
