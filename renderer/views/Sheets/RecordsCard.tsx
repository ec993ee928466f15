import { Unlink } from 'lucide-react'
import { useState } from 'react'
import type { EntitySheet } from '#shared/contract/catalogue.ts'
import { Party } from '#shared/contract/review.ts'
import { splitKey, type SourceRef } from '#shared/model/entity.ts'
import { useSession } from '../../lib/session.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { partsText } from '../../text/parts.ts'
import { reviewText } from '../../text/review.ts'
import { sheetText } from '../../text/sheets.ts'
import { SplitDialog } from './SplitDialog.tsx'

/** The source rows an entity was put together from; each can be let go where there is more than one. */
export function RecordsCard({ sheet }: { sheet: EntitySheet }) {
  const { may } = useSession()
  const [leaving, setLeaving] = useState<SourceRef | null>(null)
  const party = Party.safeParse(splitKey(sheet.key).kind)
  const canSplit = party.success && sheet.records.length > 1 && may('review.split')
  return (
    <Card title={sheetText.records} aside={partsText.rows(sheet.records.length)}>
      <p className="small soft">{sheetText.recordsWhy}</p>
      <ul className="sheet-records">
        {sheet.records.map((record) => (
          <li key={record.recordId} className="sheet-record">
            <SourceLink source={record} />
            {canSplit && <IconButton label={reviewText.sheet.splitOf(partsText.source.place(record.file, record.sheet, record.row))} icon={Unlink} onPress={() => setLeaving(record)} />}
          </li>
        ))}
      </ul>
      {leaving && party.success && <SplitDialog party={party.data} record={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  )
}
