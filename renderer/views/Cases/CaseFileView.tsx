import { FileOutput, Waypoints } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { caseStatusLabel, phenomenonLabel } from '#shared/text/terms.ts'
import { useUnsavedForms } from '../../lib/drafts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { useSession } from '../../lib/session.tsx'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { BackButton } from '../../parts/BackButton.tsx'
import { Button } from '../../parts/Button.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { casesText as text } from '../../text/cases.ts'
import { screenLabel } from '../../text/frame.ts'
import { caseForm, type CasePart } from './caseForms.ts'
import { ContextTab } from './ContextTab.tsx'
import { ExportTab } from './ExportTab.tsx'
import { NetworkTab } from './NetworkTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PlanTab } from './PlanTab.tsx'
import { ProposalTab } from './ProposalTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import { SignalsTab } from './SignalsTab.tsx'
import { StatementDialog, type StatementDraft } from './StatementDialog.tsx'
import { StatementsTab } from './StatementsTab.tsx'
import { SubjectsTab } from './SubjectsTab.tsx'
import { TimelineTab } from './TimelineTab.tsx'
import './Cases.css'

/** The part of a case one was looking at; kept while one visits another screen. */
const chosenTab = createStore<CasePart>('overview')

/** One case, in parts. */
export function CaseFileView({ id }: { id: number }) {
  const answer = useAnswer('case.get', { id })
  return (
    <div className="page">
      {answer.state === 'failed' && (
        <PageHeader title={screenLabel.cases}>
          <BackButton screen="cases" label={text.back} />
        </PageHeader>
      )}
      <Answered answer={answer}>{(file) => <CaseParts file={file} />}</Answered>
    </div>
  )
}

function CaseParts({ file }: { file: CaseFile }) {
  const { openInNetwork } = useSession()
  const tab = useStore(chosenTab)
  const [first, setFirst] = useState<StatementDraft | null>(null)
  const unsaved = useUnsavedForms()
  // the forms are made anew from what was saved, and with them the button that was pressed; E leaves the part that had the focus
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, `${file.changedAt} ${tab}`)
  // what was closed is kept as it was closed
  const onState = file.status === 'closed' ? null : setFirst
  useShortcuts(text.keys, [
    ...(onState === null
      ? []
      : [
          { keys: 'F', label: text.statements.addFact, run: () => onState({ type: 'fact', text: '', sources: [] }) },
          { keys: 'H', label: text.statements.addHypothesis, run: () => onState({ type: 'hypothesis', text: '', sources: [] }) },
        ]),
    { keys: 'E', label: text.makeExport, run: () => chosenTab.set('export') },
  ])
  const parts: Record<CasePart, { count?: number; content: React.ReactNode }> = {
    overview: { content: <OverviewTab key={file.changedAt} file={file} /> },
    subjects: { count: file.subjects.length, content: <SubjectsTab file={file} /> },
    network: { content: <NetworkTab file={file} /> },
    timeline: { count: file.timeline.length, content: <TimelineTab file={file} onState={onState} /> },
    signals: { count: file.signals.length, content: <SignalsTab file={file} onState={onState} /> },
    report: { count: file.reports.length, content: <ReportTab key={file.changedAt} file={file} /> },
    proposal: { count: file.partnerRequests.length, content: <ProposalTab file={file} /> },
    plan: { count: file.interventions.length, content: <PlanTab file={file} /> },
    statements: { count: file.statements.length, content: <StatementsTab file={file} onState={onState} /> },
    context: { count: file.scores.length, content: <ContextTab file={file} /> },
    export: { content: <ExportTab file={file} /> },
  }
  const tabs = tabIds.map((id) => ({ id, label: text.tab[id], isUnsaved: unsaved.some((form) => `${form} `.startsWith(`${caseForm(file.id, id)} `)), ...parts[id] }))
  return (
    <>
      <PageHeader title={file.title} facts={text.facts(file.number, phenomenonLabel[file.phenomenon])}>
        <Pill tone={file.status === 'closed' ? 'neutral' : 'accent'}>{caseStatusLabel[file.status]}</Pill>
        <BackButton screen="cases" label={text.back} />
        <Button icon={Waypoints} onPress={() => openInNetwork(file.picture.nodes.map(({ key }) => key))} isDisabled={file.picture.nodes.length === 0}>
          {text.openNetwork}
        </Button>
        <Button variant="primary" icon={FileOutput} keys="E" onPress={() => chosenTab.set('export')}>
          {text.makeExport}
        </Button>
      </PageHeader>
      <div className="case-parts" ref={body} tabIndex={-1} role="group" aria-label={text.tabs}>
        <Tabs label={text.tabs} tabs={tabs} value={tab} onChange={(next) => chosenTab.set(next)} />
      </div>
      {first && <StatementDialog file={file} first={first} onClose={() => setFirst(null)} />}
    </>
  )
}

const tabIds = ['overview', 'subjects', 'network', 'timeline', 'signals', 'report', 'statements', 'proposal', 'plan', 'context', 'export'] as const satisfies readonly CasePart[]
