import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import { BibobDanger, BibobOutcome } from '#shared/model/bibobApplication.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { bibobDangerLabel, bibobOutcomeLabel } from '#shared/text/terms.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { UnsavedMark } from '../../parts/Unsaved.tsx'
import { applicationText as text } from '../../text/bibobApplication.ts'
import { ApplicationDays } from './ApplicationDays.tsx'
import { bibobForm } from './bibobForms.ts'
import { daysOf, typedFrom } from './typedApplication.ts'

const OPEN = 'open'
const openOptions = [{ id: OPEN, label: text.unknown }, { id: 'yes', label: text.yes }, { id: 'no', label: text.no }]
const dangers = [{ id: OPEN, label: text.open }, ...BibobDanger.options.map((id) => ({ id, label: bibobDangerLabel[id] }))]
const outcomes = [{ id: OPEN, label: text.noOutcome }, ...BibobOutcome.options.map((id) => ({ id, label: bibobOutcomeLabel[id] }))]

interface ApplicationFormProps {
  applicant: EntityKey
  saved: SavedApplication | null
  /** of the purpose: the application belongs to it */
  caseNumber: string
}

/** What the officer notes of the application. */
export function ApplicationForm({ applicant, saved, caseNumber }: ApplicationFormProps) {
  const draft = useDraft(bibobForm(applicant, 'application', caseNumber), typedFrom(saved?.application ?? null), saved?.changedAt)
  const [keep, keeping] = useCommand('bibob.saveApplication')
  const { typed, change } = draft
  const { decision, occasion, prosecutorTip, riecAdvice, isOpen, questions, annexes, danger, motive, outcome } = typed
  const days = daysOf(typed)

  async function save() {
    if (days === null) return
    const reply = await keep({ applicant, decision, occasion, prosecutorTip, riecAdvice, isOpen, questions, annexes, danger, motive, outcome, days })
    if (!reply.ok) return
    draft.settle()
    tell(text.saved)
  }

  return (
    <>
      <h3>{text.what}</h3>
      <TextField label={text.decision} description={text.decisionHelp} value={decision} onChange={(value) => change({ decision: value })} maxLength={200} />
      <TextField label={text.occasion} description={text.occasionHelp} value={occasion} onChange={(value) => change({ occasion: value })} rows={3} maxLength={4000} />
      <Checkbox isSelected={prosecutorTip} onChange={(value) => change({ prosecutorTip: value })}>
        {text.prosecutorTip}
      </Checkbox>
      <Checkbox isSelected={riecAdvice} onChange={(value) => change({ riecAdvice: value })}>
        {text.riecAdvice}
      </Checkbox>
      <div className="bibob-days">
        <Select label={text.isOpen} options={openOptions} value={isOpen === null ? OPEN : isOpen ? 'yes' : 'no'} onChange={(id) => change({ isOpen: id === OPEN ? null : id === 'yes' })} />
      </div>
      <TextField label={text.questions} description={text.questionsHelp} value={questions} onChange={(value) => change({ questions: value })} rows={3} maxLength={4000} />
      <TextField label={text.annexes} description={text.annexesHelp} value={annexes} onChange={(value) => change({ annexes: value })} rows={3} maxLength={4000} />
      <ApplicationDays typed={typed} onChange={change} />
      <h3>{text.judgement}</h3>
      <p className="soft">{text.judgementWhy}</p>
      <div className="bibob-days">
        <Select label={text.dangerA} options={dangers} value={danger.a ?? OPEN} onChange={(id) => change({ danger: { ...danger, a: BibobDanger.safeParse(id).data ?? null } })} />
        <Select label={text.dangerB} options={dangers} value={danger.b ?? OPEN} onChange={(id) => change({ danger: { ...danger, b: BibobDanger.safeParse(id).data ?? null } })} />
        <Select label={text.outcome} options={outcomes} value={outcome ?? OPEN} onChange={(id) => change({ outcome: BibobOutcome.safeParse(id).data ?? null })} />
      </div>
      <TextField label={text.motive} description={text.motiveHelp} value={motive} onChange={(value) => change({ motive: value })} rows={6} maxLength={8000} />
      {keeping.problem && <ProblemNotice problem={keeping.problem} />}
      <div className="dialog-actions">
        <UnsavedMark draft={draft} />
        <Button variant="primary" onPress={() => void save()} isDisabled={days === null || keeping.state === 'running'}>
          {text.save}
        </Button>
      </div>
    </>
  )
}
