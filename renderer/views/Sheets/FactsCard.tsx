import { useState } from 'react'
import type { Fact } from '#shared/contract/catalogue.ts'
import { factCategoryLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../parts/Card.tsx'
import { byText, type Column } from '../../parts/columns.ts'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { livedFacts } from '../../parts/succession.ts'
import { SuccessionChart } from '../../parts/SuccessionChart.tsx'
import { Table } from '../../parts/Table.tsx'
import { formatDate } from '#shared/text/format.ts'
import { partsText } from '../../text/parts.ts'
import { sheetText } from '../../text/sheets.ts'

const headings = sheetText.columns

const columns: readonly Column<Fact>[] = [
  { id: 'category', heading: headings.category, text: (fact) => factCategoryLabel[fact.category], compare: byText((fact) => factCategoryLabel[fact.category]) },
  { id: 'text', heading: headings.text, text: (fact) => fact.text, grow: 3, width: 160 },
  {
    id: 'other',
    heading: headings.other,
    text: (fact) => fact.other?.label ?? '',
    cell: (fact) => fact.other && <EntityLink entity={fact.other.key} label={fact.other.label} />,
    compare: byText((fact) => fact.other?.label ?? ''),
    grow: 2,
    width: 120,
  },
  { id: 'start', heading: headings.start, text: (fact) => dateOrNone(fact.start), compare: byText((fact) => fact.start ?? '') },
  { id: 'end', heading: headings.end, text: (fact) => dateOrNone(fact.end), compare: byText((fact) => fact.end ?? '9999') },
  {
    id: 'source',
    heading: headings.source,
    text: ({ source }) => partsText.source.place(source.file, source.sheet, source.row),
    cell: (fact) => <SourceLink source={fact.source} />,
    grow: 2,
    width: 160,
  },
]

function dateOrNone(date: string | null): string {
  return date === null ? '' : formatDate(date)
}

const views = [
  { id: 'chart', label: sheetText.chart },
  { id: 'table', label: sheetText.table },
] as const

const tallest = 14

/** The facts of a sheet, as a chart over time or as the table behind it. */
export function FactsCard({ facts }: { facts: readonly Fact[] }) {
  const { today } = useSession()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  return (
    <Card title={sheetText.facts} aside={<Segmented label={sheetText.shown} options={views} value={view} onChange={setView} />}>
      {view === 'chart' ? (
        <SuccessionChart all={livedFacts(facts)} today={today} none={sheetText.noFacts} />
      ) : (
        <div className="sheet-table" style={{ height: 34 + 32 * Math.min(tallest, Math.max(1, facts.length)) }}>
          <Table label={sheetText.facts} columns={columns} rows={facts} rowKey={factKey} />
        </div>
      )}
    </Card>
  )
}

/** One source row can carry several facts. */
function factKey(fact: Fact): string {
  return [fact.source.recordId, fact.category, fact.text, fact.other?.key, fact.start, fact.end].join(' ')
}
