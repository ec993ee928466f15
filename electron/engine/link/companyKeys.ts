import { companyNameKey } from '../normalise/company.ts'
import type { CompanyRow } from '../store/entitiesCompany.ts'

/** The numbers by which a row is joined. */
export type CompanyKeys = Pick<CompanyRow, 'kvk' | 'rsin' | 'branchNumber'>

/** Numbers that stand with too many names to be of one company, and so are no key. */
export interface CompanyFillers {
  kvk: ReadonlySet<number>
  rsin: ReadonlySet<number>
  branch: ReadonlySet<number>
}

/** A company has changed its name a few times; its establishments, each with its vestigingsnummer, differ in trade name, not in this one. */
const MOST_NAMES = 20
/** Letters by which the trade names of a chain begin alike. */
const BEGINNING = 4

/** Finds the numbers that stand with more than {@link MOST_NAMES} statutory names, or trade names that begin otherwise where a row gives neither that nor a vestigingsnummer. */
export function companyFillers(rows: readonly CompanyRow[]): CompanyFillers {
  const spelled = rows.map(({ name, tradeName, branchNumber }) => (name === '' && branchNumber === null ? companyNameKey(tradeName).name.slice(0, BEGINNING) : companyNameKey(name).name))
  const fillers = (numberOf: (row: CompanyRow) => number | null): Set<number> => {
    const names = new Map<number, Set<string>>()
    for (const [i, row] of rows.entries()) {
      const [number, name = ''] = [numberOf(row), spelled[i]]
      if (number === null || name === '') continue
      const own = names.get(number)
      if (own) own.add(name)
      else names.set(number, new Set([name]))
    }
    return new Set([...names].filter(([, own]) => own.size > MOST_NAMES).map(([number]) => number))
  }
  return { kvk: fillers((row) => row.kvk), rsin: fillers((row) => row.rsin), branch: fillers((row) => row.branchNumber) }
}

/** The row without the numbers that are no key. */
export function withoutFillers(row: CompanyRow, { kvk, rsin, branch }: CompanyFillers): CompanyKeys {
  const unless = (number: number | null, fillers: ReadonlySet<number>): number | null => (number !== null && fillers.has(number) ? null : number)
  return { kvk: unless(row.kvk, kvk), rsin: unless(row.rsin, rsin), branchNumber: unless(row.branchNumber, branch) }
}
