import { formatDate } from '#shared/text/format.ts'
import { useAnswer } from '../lib/engine.ts'
import { openSourceRow } from '../lib/sourceRow.ts'
import { useStore } from '../lib/store.ts'
import { Answered } from '../parts/Answered.tsx'
import { Drawer } from '../parts/Drawer.tsx'
import { PropertyList } from '../parts/PropertyList.tsx'
import { frameText } from '../text/frame.ts'
import { partsText } from '../text/parts.ts'
import { AddressTrail } from './AddressTrail.tsx'

const text = frameText.sourceRow

/** The row behind a fact, as it was delivered. Opened by any SourceLink. */
export function SourceRowDrawer() {
  const recordId = useStore(openSourceRow)
  return (
    <Drawer title={text.title} isOpen={recordId !== null} onClose={() => openSourceRow.set(null)}>
      {recordId !== null && <SourceRow key={recordId} recordId={recordId} />}
    </Drawer>
  )
}

function SourceRow({ recordId }: { recordId: number }) {
  const answer = useAnswer('sources.row', { recordId })
  return (
    <Answered answer={answer}>
      {({ source, kindLabel, values }) => (
        <>
          <p className="source-place">{partsText.source.place(source.file, source.sheet, source.row)}</p>
          <PropertyList
            properties={[
              { label: text.kind, value: kindLabel },
              { label: text.supplier, value: source.supplier },
              { label: text.reference, value: source.referenceDate === null ? text.unknown : formatDate(source.referenceDate) },
            ]}
          />
          <dl className="source-values">
            {values.map(({ heading, label, value, original }) => (
              <div key={heading} className="source-value">
                <dt>
                  {label}
                  {heading !== label && <span className="faint small"> {heading}</span>}
                </dt>
                <dd>
                  {value}
                  {original !== null && original !== value && <span className="source-original small">{text.original(original)}</span>}
                </dd>
              </div>
            ))}
          </dl>
          <AddressTrail recordId={recordId} />
        </>
      )}
    </Answered>
  )
}
