import type { CaseFile } from '#shared/contract/dossier.ts'
import { CaseProposal, openParts, ProposalPart, Urgency } from '#shared/model/caseProposal.ts'
import { proposalPartLabel, urgencyLabel } from '#shared/text/caseProposal.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { UnsavedMark } from '../../parts/Unsaved.tsx'
import { proposalText as text } from '../../text/proposal.ts'
import { caseForm } from './caseForms.ts'
import { Completeness } from './Completeness.tsx'

const OPEN = 'open'
const urgencies = [{ id: OPEN, label: text.noUrgency }, ...Urgency.options.map((id) => ({ id, label: urgencyLabel[id] }))]
const blank: CaseProposal = { processStep: '', urgency: null, urgencyReason: '', proportionality: '', subsidiarity: '', lead: '' }

/** The words of a proposal; beside them what it still lacks, also of the case itself. */
export function ProposalForm({ file }: { file: CaseFile }) {
  const { proposal: saved } = file
  const isReadOnly = file.status === 'closed'
  const before = saved ? CaseProposal.parse(saved) : blank
  const draft = useDraft(caseForm(file.id, 'proposal'), before, saved?.changedAt)
  const { change } = draft
  // of a case that was closed meanwhile one reads what was saved
  const typed = isReadOnly ? before : draft.typed
  const [keep, keeping] = useCommand('case.saveProposal')
  const { processStep, urgency, urgencyReason, proportionality, subsidiarity, lead } = typed

  async function save() {
    const reply = await keep({ id: file.id, proposal: typed })
    if (!reply.ok) return
    draft.settle()
    tell(text.saved)
  }

  return (
    <div className="case-report">
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <TextField label={text.processStep} description={text.processStepHelp} value={processStep} onChange={(next) => change({ processStep: next })} rows={4} maxLength={2000} isReadOnly={isReadOnly} />
        <div className="case-plan-pair">
          <Select label={text.urgency} options={urgencies} value={urgency ?? OPEN} isDisabled={isReadOnly} onChange={(chosen) => change({ urgency: Urgency.safeParse(chosen).data ?? null })} />
          <TextField label={text.lead} value={lead} onChange={(next) => change({ lead: next })} maxLength={120} isReadOnly={isReadOnly} />
        </div>
        <TextField label={text.urgencyReason} description={text.urgencyReasonHelp} value={urgencyReason} onChange={(next) => change({ urgencyReason: next })} rows={2} maxLength={1000} isReadOnly={isReadOnly} />
        <TextField label={text.proportionality} description={text.proportionalityHelp} value={proportionality} onChange={(next) => change({ proportionality: next })} rows={4} maxLength={4000} isReadOnly={isReadOnly} />
        <TextField label={text.subsidiarity} description={text.subsidiarityHelp} value={subsidiarity} onChange={(next) => change({ subsidiarity: next })} rows={4} maxLength={4000} isReadOnly={isReadOnly} />
        {keeping.problem && <ProblemNotice problem={keeping.problem} />}
        <div className="case-actions">
          {!isReadOnly && <UnsavedMark draft={draft} />}
          <Button variant="primary" onPress={() => void save()} isDisabled={isReadOnly || keeping.state === 'running'}>
            {text.save}
          </Button>
        </div>
      </div>
      <Completeness title={text.completeness} counted={text.said} total={ProposalPart.options.length} openTitle={text.open} open={openParts({ ...file, proposal: typed }).map((part) => proposalPartLabel[part])} changed={saved && text.changed(saved.changedAt, saved.changedBy)} />
    </div>
  )
}
