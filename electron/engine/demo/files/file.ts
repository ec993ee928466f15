import type { AddressTruth } from '../dirt/addressRow.ts'
import type { DemoCompany } from '../world/companies.ts'
import type { DemoPerson } from '../world/people.ts'

/** A day that a workbook stores as a real date. */
export interface DateCell {
  date: string
}

/** A cell: text, a number that Excel took for one, a date, or nothing. */
export type Cell = string | number | DateCell | null

/** One row of a delivery and what it means; the meaning goes to the truth, never into the file. */
export interface DemoRow {
  cells: readonly Cell[]
  address?: AddressTruth | null
  person?: DemoPerson | null
  company?: DemoCompany | null
}

export interface DemoSheet {
  name: string
  isHidden?: boolean
  /** titles above the headings */
  above?: readonly (readonly Cell[])[]
  /** one row of headings, or two of which the first spans columns */
  headings: readonly (readonly string[])[]
  rows: Iterable<DemoRow>
  /** totals and notes below */
  below?: readonly (readonly Cell[])[]
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252'

/** One file of one department. */
export interface DemoFile {
  /** path within the folder of deliveries */
  name: string
  supplier: string
  /** kind of delivery (`resources/kinds`) */
  kind: string
  form: { type: 'csv'; encoding: Encoding; separator: ';' | ',' | '\t' } | { type: 'xlsx' } | { type: 'copy'; resource: readonly string[] }
  sheets: readonly DemoSheet[]
}
