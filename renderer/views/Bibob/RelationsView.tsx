import { useState } from 'react'
import type { BibobRelation, BibobRelations } from '#shared/contract/dossier.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { useUnsavedForms } from '../../lib/drafts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { BackButton } from '../../parts/BackButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { NetworkFigure } from '../../parts/NetworkFigure.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { OwnershipEnds } from '../../parts/OwnershipEnds.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { bibobText as text } from '../../text/bibob.ts'
import { screenLabel } from '../../text/frame.ts'
import { ApplicationTab } from './ApplicationTab.tsx'
import { bibobForm } from './bibobForms.ts'
import { BibobExport } from './BibobExport.tsx'
import { HitsTable } from './HitsTable.tsx'
import { PartnershipTab } from './PartnershipTab.tsx'
import { RelationDrawer } from './RelationDrawer.tsx'
import { RelationTable } from './RelationTable.tsx'

type Tab = keyof typeof text.tab

/** What stands behind and below one applicant. */
export function RelationsView({ applicant }: { applicant: EntityKey }) {
  const answer = useAnswer('bibob.relations', { applicant })
  return (
    <div className="page page-scroll">
      {answer.state === 'failed' && (
        <PageHeader title={screenLabel.bibob}>
          <BackButton screen="bibob" label={text.other} />
        </PageHeader>
      )}
      <Answered answer={answer}>{(found) => <Found found={found} />}</Answered>
    </div>
  )
}

function Found({ found }: { found: BibobRelations }) {
  const [tab, setTab] = useState<Tab>('behind')
  const [open, setOpen] = useState<BibobRelation | null>(null)
  const unsaved = useUnsavedForms()
  const isUnsaved = (part: 'partnerships' | 'application') => unsaved.some((form) => form.startsWith(`${bibobForm(found.applicant.key, part)} `))
  const behind = found.relations.filter(({ direction }) => direction === 'behind')
  const below = found.relations.filter(({ direction }) => direction === 'below')
  return (
    <>
      <PageHeader title={found.applicant.label}>
        <span className="soft">{found.applicant.detail}</span>
        <BackButton screen="bibob" label={text.other} />
        <BibobExport applicant={found.applicant.key} />
      </PageHeader>
      <Notice>{text.notice}</Notice>
      <Card>
        <Tabs
          label={text.tabs}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'behind', label: text.tab.behind, count: behind.length, content: <RelationTable relations={behind} none={text.noneBehind} onOpen={setOpen} /> },
            { id: 'below', label: text.tab.below, count: below.length, content: <RelationTable relations={below} none={text.noneBelow} onOpen={setOpen} /> },
            { id: 'hits', label: text.tab.hits, content: <HitsTable relations={found.relations} /> },
            { id: 'remarks', label: text.tab.remarks, count: found.remarks.length, content: <Remarks remarks={found.remarks} /> },
            { id: 'partnerships', label: text.tab.partnerships, isUnsaved: isUnsaved('partnerships'), content: <PartnershipTab applicant={found.applicant.key} /> },
            { id: 'application', label: text.tab.application, isUnsaved: isUnsaved('application'), content: <ApplicationTab applicant={found.applicant.key} /> },
          ]}
        />
      </Card>
      <Card title={text.chart}>
        <NetworkFigure picture={found.picture} label={text.chartLabel(found.picture.nodes.length)} />
      </Card>
      {splitKey(found.applicant.key).kind === 'company' && <OwnershipEnds subject={found.applicant.key} />}
      <RelationDrawer relation={open} onClose={() => setOpen(null)} />
    </>
  )
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return <p className="soft">{text.noRemarks}</p>
  return (
    <ul className="bibob-remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}
