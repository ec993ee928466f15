import { keyedHash } from '../audit/redact.ts'
import type { Reader } from '../store/database.ts'
import { findPast, findRow, type StoredRow } from '../store/history.ts'
import { recordColumns } from '../store/records.ts'

/** The table of signals. */
export const SIGNALS = 'signal_record'

/**
 * By what a signal is known again when it is delivered once more: its department and number, or all a row without a number says. A keyed
 * hash: who has no vault cannot find out of which signal it is.
 * @param hashKey hex key of the vault
 * @returns the mark of a row as stored, sealed text under `sealed`
 */
export function signalMarker(reader: Reader, hashKey: string): (row: StoredRow) => Buffer {
  const columns = recordColumns(reader, SIGNALS).flatMap(({ name }) => (name === 'id' ? [] : [name]))
  return (row) => {
    const text = (name: string) => String(row[name] ?? '').trim().toLowerCase()
    const number = text('signal_number')
    // columns without a value stay out: a column that a later version adds changes no mark
    const said = () => [...columns, 'sealed'].flatMap((name) => (text(name) === '' ? [] : [[name, text(name)]]))
    return keyedHash(JSON.stringify(number === '' ? ['signal', said()] : ['signal', text('department'), number]), hashKey)
  }
}

/** The mark of one signal that is or was in the vault; null when the vault never had it or does not have it any more. */
export function markOfSignal(reader: Reader, recordId: number, hashKey: string): Buffer | null {
  const past = findPast(reader, recordId)
  const row = findRow(reader, SIGNALS, recordId) ?? (past && { ...past.row, sealed: past.sealed })
  return row ? signalMarker(reader, hashKey)(row) : null
}
