import type { Reader } from './database.ts'

/** One entry of the index; neither content nor person is read here. */
export interface ReferenceRow {
  department: string
  kind: string
  phenomenon: string
  started: string | null
  ended: string | null
  received: string | null
  contactRole: string
}

const LIVE = '(expires IS NULL OR expires >= substr(?, 1, length(expires)))'
const REFERENCE = `SELECT department, signal_kind AS kind, phenomenon, started, ended, received, contact_role AS contactRole FROM signal_record`
const ORDER = 'ORDER BY department, coalesce(started, received), signal_kind, id'

/** Every department that delivered signals or references. */
export function listDepartments(reader: Reader): string[] {
  return reader.all<{ department: string }>('SELECT DISTINCT department FROM signal_record ORDER BY department').map(({ department }) => department)
}

/** References to an address that have not expired. @param today ISO day @param except record id of the one that is left out */
export function referencesToAddress(reader: Reader, addressId: number, today: string, except = 0): ReferenceRow[] {
  return reader.all<ReferenceRow>(`${REFERENCE} WHERE address_id = ? AND ${LIVE} AND id <> ? ${ORDER}`, addressId, today, except)
}

/** References to a company that have not expired. @param today ISO day @param except record id of the one that is left out */
export function referencesToCompany(reader: Reader, companyId: number, today: string, except = 0): ReferenceRow[] {
  return reader.all<ReferenceRow>(`${REFERENCE} WHERE company_id = ? AND ${LIVE} AND id <> ? ${ORDER}`, companyId, today, except)
}
