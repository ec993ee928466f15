import type { EntitySheet } from '#shared/contract/catalogue.ts'
import { splitKey } from '#shared/model/entity.ts'
import { Card } from '../../parts/Card.tsx'
import { OwnershipEnds } from '../../parts/OwnershipEnds.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { sheetText } from '../../text/sheets.ts'
import { BibobStatusCard } from './BibobStatusCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { NearCard } from './NearCard.tsx'
import { RecordsCard } from './RecordsCard.tsx'

/** What a company and a person have in common: facts over time, register data, and the rows they come from. */
export function EntitySheetBody({ sheet }: { sheet: EntitySheet }) {
  const isCompany = splitKey(sheet.key).kind === 'company'
  return (
    <div className="sheet-columns">
      <div className="sheet-wide">
        <FactsCard facts={sheet.facts} />
      </div>
      <div className="sheet-main">
        <Card title={sheetText.register}>
          <PropertyList properties={sheet.properties} />
        </Card>
        {isCompany && <OwnershipEnds subject={sheet.key} />}
        {isCompany && <FindingsCard subject={sheet.key} />}
      </div>
      <aside className="sheet-side">
        <BibobStatusCard subject={sheet.key} />
        <RecordsCard sheet={sheet} />
        <NearCard sheet={sheet} />
      </aside>
    </div>
  )
}
