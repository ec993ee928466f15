import type { Writer } from '../store/database.ts'
import { addBranchLocation, type CompanyRow } from '../store/entitiesCompany.ts'

/** A row of the trade register with the company it was joined to. */
export interface JoinedRow {
  row: CompanyRow
  companyId: number
}

/** After so many establishments it is seen whether to go on. */
const BEAT = 4096

/**
 * Writes one establishment per vestigingsnummer, from its newest row. Rows without such a number are an establishment of their own
 * where the company has none at that address, or none at all; so are rows of a company whose number stands in a newer row of another.
 * Each has the number of its row.
 * @param taken numbers that stand in a newer row of a company that is not among these
 * @param beat is called now and then; may throw to stop
 */
export function placeBranches(writer: Writer, joined: readonly JoinedRow[], taken: ReadonlySet<number>, beat: () => void): void {
  const sorted = [...joined].sort((first, second) => second.row.id - first.row.id)
  const found = new Map<string, JoinedRow>()
  const places = new Set<string>()
  const take = (key: string, one: JoinedRow): void => {
    if (found.has(key)) return
    found.set(key, one)
    places.add(`${one.companyId}`).add(`${one.companyId} ${one.row.addressId ?? ''}`)
  }
  const isAt = ({ row }: JoinedRow): boolean => row.branchNumber === null && row.addressId !== null
  for (const one of sorted) if (one.row.branchNumber !== null && !taken.has(one.row.branchNumber)) take(`branch ${one.row.branchNumber}`, one)
  for (const one of sorted) if (isAt(one) && !places.has(`${one.companyId} ${one.row.addressId}`)) take(`at ${one.companyId} ${one.row.addressId}`, one)
  for (const one of sorted) if (!places.has(`${one.companyId}`)) take(`of ${one.companyId}`, { ...one, row: { ...one.row, branchNumber: null } })
  const add = addBranchLocation(writer)
  const leads = [...found.values()].sort((first, second) => first.row.id - second.row.id)
  leads.forEach(({ row, companyId }, i) => {
    if (i % BEAT === 0) beat()
    add({
      id: row.id,
      branchNumber: row.branchNumber,
      companyId,
      name: row.tradeName || row.name,
      addressId: row.addressId,
      sbi: row.sbi,
      sbiVersion: row.sbiVersion,
      started: row.started,
      ended: row.ended,
      employees: row.employees,
      recordId: row.id,
    })
  })
}
