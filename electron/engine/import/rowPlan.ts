import type { FieldDefinition, SheetMapping } from '#shared/model/source.ts'
import type { Reader } from '../store/database.ts'
import { recordColumns, type RecordColumn } from '../store/records.ts'
import { addressColumns, areaColumns } from '../store/registers.ts'
import type { AddressParts } from './draft.ts'
import { forbiddenSort, kindOf, type Kind } from './kinds.ts'

/** Which cell goes where, settled once per sheet. */
export interface RowPlan {
  kind: Kind
  columns: readonly RecordColumn[]
  /** place of a column of the table in the values, −1 when the table has none */
  slot(column: string): number
  /** columns of the sheet with their field, forbidden ones left out whatever the mapping says */
  mapped: readonly { column: number; heading: string; field: FieldDefinition }[]
  supplier: string
  /** `2008` or `2025` when the heading of the SBI column names it */
  sbiVersion: string
  /** whether letters such as Ã« are restored */
  mends: boolean
}

/** Fields of the address group → columns of a table of records, and → columns of the address register itself. */
const givenColumns: Record<string, string> = {
  address_bag: 'given_bag', street: 'given_street', house_number: 'given_number', house_letter: 'given_letter', house_suffix: 'given_suffix',
  postcode: 'given_postcode', city: 'given_city',
}
const registerColumns: Record<string, string> = {
  address_bag: 'id', street: 'street', house_number: 'number', house_letter: 'letter', house_suffix: 'suffix', postcode: 'postcode', city: 'city',
}
/** The BSN itself has no column. */
const hashed: Record<string, string> = { bsn: 'bsn_hash' }

/** Field of the address group → part of an address as delivered. */
export const partOfField: Record<string, keyof AddressParts> = {
  address_line: 'line', street: 'street', house_number: 'number', house_letter: 'letter', house_suffix: 'suffix', postcode: 'postcode', city: 'city',
}

/** The column of the table a field is kept in; null for what is only read (an address in one cell, a name in one cell, sealed text). */
export function targetColumn(kind: Kind, field: Pick<FieldDefinition, 'id' | 'type'>): string | null {
  if (field.id === 'address_line' || field.type === 'person-name' || field.type === 'sealed') return null
  if (kind.groups.includes('address') && Object.hasOwn(givenColumns, field.id)) {
    return (kind.table === 'address' ? registerColumns[field.id] : givenColumns[field.id]) ?? null
  }
  return hashed[field.id] ?? field.id
}

/** @throws ProblemError `kind-unknown` */
export function planRows(reader: Reader, mapping: SheetMapping): RowPlan {
  const kind = kindOf(mapping.kind)
  const columns = tableColumns(reader, kind.table)
  const fields = new Map(kind.fields.map((field) => [field.id, field]))
  const taken = new Set<string>()
  const mapped = mapping.columns.flatMap(({ column, heading, field: id }) => {
    const field = id === null ? undefined : fields.get(id)
    if (!field || taken.has(field.id) || forbiddenSort(heading) !== null) return []
    taken.add(field.id)
    return [{ column, heading, field }]
  })
  const sbiHeading = mapped.find((one) => one.field.type === 'sbi')?.heading ?? ''
  return {
    kind,
    columns,
    slot: (column) => columns.findIndex(({ name }) => name === column),
    mapped,
    supplier: mapping.supplier,
    sbiVersion: /\b(2008|2025)\b/.exec(sbiHeading)?.[1] ?? '',
    mends: mapping.keepsGarbled !== true,
  }
}

function tableColumns(reader: Reader, table: string): RecordColumn[] {
  if (table === 'address') return addressColumns.map((name) => ({ name, blank: nullable.has(name) ? null : '' }))
  if (table === 'area') return areaColumns.map((name) => ({ name, blank: nullable.has(name) ? null : '' }))
  return recordColumns(reader, table)
}

const nullable = new Set([
  'id', 'number', 'object_id', 'building_id', 'floor_area', 'build_year', 'is_secondary', 'ended', 'x', 'y', 'record_id', 'parent_code', 'min_x', 'min_y', 'max_x', 'max_y',
])
