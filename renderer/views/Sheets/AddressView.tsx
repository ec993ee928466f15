import type { AddressSheet } from '#shared/contract/catalogue.ts'
import { useAnswer } from '../../lib/engine.ts'
import { routeToScore } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../parts/Card.tsx'
import { DepartmentHits } from '../../parts/DepartmentHits.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { OwnershipEnds } from '../../parts/OwnershipEnds.tsx'
import { PropertyList, type Property } from '../../parts/PropertyList.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { screens, type ViewProps } from '../../screens.ts'
import { sheetText } from '../../text/sheets.ts'
import { FactsCard } from './FactsCard.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { Sheet } from './Sheet.tsx'

/** Adresblad: who knows the address, what the BAG says of it, and who owned and used it when. */
export function AddressView({ subject }: ViewProps) {
  const answer = useAnswer('address.get', { key: subject })
  return (
    <Sheet answer={answer} kind="address" entity={subject} titleOf={(sheet) => ({ title: sheet.lines[0] ?? '', subtitle: sheet.lines.slice(1).join(', ') })}>
      {(sheet) => (
        <div className="sheet-columns">
          <div className="sheet-main">
            {sheet.withdrawn !== '' && <Notice>{sheet.withdrawn}</Notice>}
            <Card title={sheetText.departments}>
              <DepartmentHits departments={sheet.departments} />
            </Card>
            <OwnershipEnds subject={sheet.key} />
            <FindingsCard subject={sheet.key} />
          </div>
          <aside className="sheet-side">
            <Card title={sheetText.bag} aside={<SourceLink source={sheet.source} isShort />}>
              <PropertyList properties={[...sheet.properties, ...sameObjectOf(sheet), ...areasOf(sheet)]} />
            </Card>
          </aside>
          <div className="sheet-wide">
            <FactsCard facts={sheet.facts} />
          </div>
        </div>
      )}
    </Sheet>
  )
}

/** Which other addresses belong to the same object, and the way there. */
function sameObjectOf({ sameObject }: AddressSheet): Property[] {
  if (sameObject.length === 0) return []
  const links = sameObject.map(({ key, label, isMain }) => (
    <div key={key}>
      <EntityLink entity={key} label={label} />
      {isMain !== null && <span className="soft"> ({isMain ? sheetText.mainAddress : sheetText.otherAddress})</span>}
    </div>
  ))
  return [{ label: sheetText.sameObject, value: links }]
}

function areasOf({ neighbourhood, district }: AddressSheet): Property[] {
  return [
    { label: sheetText.neighbourhood, value: neighbourhood ? <AreaName level="buurt" {...neighbourhood} /> : sheetText.outside },
    { label: sheetText.district, value: district ? <AreaName level="wijk" {...district} /> : sheetText.outside },
  ]
}

/** The name of an area, leading to its score where one may see it. */
function AreaName({ level, code, name }: { level: 'buurt' | 'wijk'; code: string; name: string }) {
  const { go, may } = useSession()
  if (!screens.areas || !may(screens.areas.needs)) return name
  return <TextLink onPress={() => go(routeToScore({ phenomenon: 'hennep', level, code }))}>{name}</TextLink>
}
