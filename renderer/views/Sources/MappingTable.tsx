import type { KindSummary, SheetMapping, SheetView } from '#shared/model/source.ts'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { Select } from '../../parts/Select.tsx'
import { sourcesText } from '../../text/sources.ts'
import { assignField, type SheetDraft } from './intake.ts'
import '../../parts/PlainTable.css'

const text = sourcesText.mapping
const NONE = ' '
const SHOWN_VALUES = 3

export interface MappingTableProps {
  token: string
  sheet: SheetDraft
  mapping: SheetMapping
  kind: KindSummary
}

/** Column by column: its heading, its first values, the field it becomes and why. */
export function MappingTable({ token, sheet, mapping, kind }: MappingTableProps) {
  const forbidden = new Set(sheet.view.dropped.filter(({ reason }) => reason === 'forbidden').map(({ heading }) => heading))
  const options = [
    { id: NONE, label: text.none },
    ...kind.fields.map(({ id, label, required }) => ({ id, label, ...(required ? { description: text.required } : {}) })),
  ]
  const rows = rowsBelow(sheet.view, mapping)
  return (
    <div className="sources-mapping">
      {forbidden.size > 0 && <p className="sources-forbidden">{text.forbidden([...forbidden])}</p>}
      <table className="plain-table">
        <PlainHead headings={[text.heading, text.sample, text.field, text.reason]} />
        <tbody>
          {mapping.columns.map((column) => (
            <tr key={column.column} className={column.field === null ? 'sources-dropped' : ''}>
              <th scope="row">{column.heading}</th>
              <td className="sources-values soft">{valuesOf(rows, column.column)}</td>
              <td>
                <Select
                  label={text.fieldOf(column.heading)}
                  isLabelHidden
                  options={options}
                  value={column.field ?? NONE}
                  isDisabled={forbidden.has(column.heading)}
                  onChange={(field) => assignField(token, sheet, column.column, field === NONE ? null : field)}
                />
              </td>
              <td className="soft">{column.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The rows below the headings, without the headings where they come again. */
function rowsBelow({ sample }: SheetView, { headerRow, columns }: SheetMapping): string[][] {
  const wordsOf = (row: readonly string[]) => JSON.stringify(columns.map(({ column }) => row[column]?.trim() ?? ''))
  const above = new Set(sample.slice(0, headerRow).map(wordsOf))
  return sample.slice(headerRow).filter((row) => !above.has(wordsOf(row)))
}

/** The first values of a column that differ from each other. */
function valuesOf(rows: readonly string[][], column: number): string {
  const values = rows.flatMap((row) => (row[column] ? [row[column].replace(/\s+/g, ' ')] : []))
  return [...new Set(values)].slice(0, SHOWN_VALUES).join(' · ')
}
