import type { CaseFile } from '#shared/contract/dossier.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Select } from '../../parts/Select.tsx'
import { reportText as text } from '../../text/policeReport.ts'
import { ReportForm } from './ReportForm.tsx'

/** Of which address one was looking at the report, by case. */
const chosenAddress = createStore<Readonly<Record<number, EntityKey>>>({})

/** What the police reported on an address of the case: the checklist for whoever prepares a decision. */
export function ReportTab({ file }: { file: CaseFile }) {
  const addresses = file.subjects.filter(({ kind }) => kind === 'address')
  const before = useStore(chosenAddress)[file.id]
  const chosen = addresses.find(({ key }) => key === before)?.key ?? file.reports[0]?.report.address ?? addresses[0]?.key ?? null
  const options = addresses.map(({ key, label }) => ({ id: key, label }))
  if (chosen === null) return <EmptyState title={text.noAddress}>{text.noAddressWhy}</EmptyState>
  const saved = file.reports.find(({ report }) => report.address === chosen)
  return (
    <div className="case-scroll">
      <Card>
        <div className="dialog-stack">
          <div className="case-report-address">
            <Select label={text.address} options={options} value={chosen} onChange={(key) => chosenAddress.set({ ...chosenAddress.get(), [file.id]: key })} />
          </div>
          <ReportForm key={`${chosen}${saved?.changedAt ?? ''}`} id={file.id} address={chosen} saved={saved} isClosed={file.status === 'closed'} />
        </div>
      </Card>
    </div>
  )
}
