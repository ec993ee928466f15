import type { EntitySheet } from '#shared/contract/catalogue.ts'
import { Card } from '../../parts/Card.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { partsText } from '../../text/parts.ts'
import { sheetText } from '../../text/sheets.ts'
import { FactsCard } from './FactsCard.tsx'

/** What a company and a person have in common: facts over time, register data, and the rows they come from. */
export function EntitySheetBody({ sheet }: { sheet: EntitySheet }) {
  return (
    <div className="sheet-columns">
      <div className="sheet-wide">
        <FactsCard facts={sheet.facts} />
      </div>
      <div className="sheet-main">
        <Card title={sheetText.register}>
          <PropertyList properties={sheet.properties} />
        </Card>
      </div>
      <aside className="sheet-side">
        <Card title={sheetText.records} aside={partsText.rows(sheet.records.length)}>
          <p className="small soft">{sheetText.recordsWhy}</p>
          <ul className="sheet-records">
            {sheet.records.map((record) => (
              <li key={record.recordId}>
                <SourceLink source={record} />
              </li>
            ))}
          </ul>
        </Card>
      </aside>
    </div>
  )
}
