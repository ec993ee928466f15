import type { CaseFile } from '#shared/contract/dossier.ts'
import type { SavedIntervention } from '#shared/contract/intervention.ts'
import { Intervention, InterventionKind, interventionRules, InterventionStatus, isSettled } from '#shared/model/intervention.ts'
import { formatDate } from '#shared/text/format.ts'
import { interventionKindLabel, interventionStatusLabel } from '#shared/text/interventions.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { planText as text } from '../../text/plan.ts'
import { caseForm } from './caseForms.ts'

const WHOLE = 'case'
const kinds = InterventionKind.options.map((id) => ({ id, label: interventionKindLabel[id] }))
const statuses = InterventionStatus.options.map((id) => ({ id, label: interventionStatusLabel[id] }))
const { goal: Goal, ground: Ground, executor: Executor } = Intervention.shape
const shortestResult = 3

/** An intervention as it is typed: days as text, and a kind still to be chosen. */
type Typed = Omit<Intervention, 'kind' | 'plannedOn' | 'evaluateOn'> & { kind: InterventionKind | null; plannedOn: string; evaluateOn: string }

const blank: Typed = { kind: null, subject: null, goal: '', barrier: '', ground: '', executor: '', plannedOn: '', status: 'planned', result: '', evaluateOn: '' }
const shownDay = (day: string | null) => (day === null ? '' : formatDate(day))
const isWrongDay = (typed: string) => typed.trim() !== '' && dateOf(typed) === null

/** Planning an intervention, or changing one; the article that allows it is proposed with its kind. */
export function InterventionDialog({ file, saved, onClose }: { file: CaseFile; saved: SavedIntervention | null; onClose: () => void }) {
  const before: Typed = saved ? { ...saved, plannedOn: shownDay(saved.plannedOn), evaluateOn: shownDay(saved.evaluateOn) } : blank
  const draft = useDraft(caseForm(file.id, 'plan', saved ? String(saved.id) : 'new'), before)
  const { typed, change } = draft
  const saving = useFormCommand('case.saveIntervention', draft)
  const removing = useFormCommand('case.removeIntervention', draft)
  const [bringBack] = useCommand('case.saveIntervention')
  const { kind, subject, goal, barrier, ground, executor, plannedOn, status, result, evaluateOn } = typed
  const lacksResult = isSettled(typed) && result.trim().length < shortestResult
  const said = (isGood: boolean, sentence: string) => (saving.isAsked && !isGood ? sentence : undefined)
  const subjects = [{ id: WHOLE, label: text.whole }, ...file.subjects.map(({ key, label }) => ({ id: key, label }))]

  function keep() {
    const days = { plannedOn: dateOf(plannedOn), evaluateOn: dateOf(evaluateOn) }
    const intervention = Intervention.safeParse({ ...typed, ...days })
    const isFit = intervention.success && !lacksResult && !isWrongDay(plannedOn) && !isWrongDay(evaluateOn)
    saving.run(isFit ? { id: file.id, interventionId: saved?.id ?? null, intervention: intervention.data } : null, onClose)
  }

  function takeAway(planned: SavedIntervention) {
    removing.run({ id: file.id, interventionId: planned.id }, () => {
      onClose()
      // as it was, not as it was typed
      const intervention = Intervention.parse(planned)
      tell(text.removed, async () => (await bringBack({ id: file.id, interventionId: null, intervention })).ok)
    })
  }

  const removal = saved && { label: text.remove, onPress: () => takeAway(saved) }
  return (
    <FormDialog title={saved ? text.dialog.change : text.dialog.new} done={text.save} onDo={keep} onClose={onClose} draft={draft} isDisabled={saving.isRunning} problem={saving.problem ?? removing.problem} removal={removal} width="large">
      <div className="case-plan-pair">
        <Select label={text.kind} options={kinds} value={kind} onChange={(next) => change({ kind: next, ground: ground === '' || (kind !== null && ground === interventionRules[kind].ground) ? interventionRules[next].ground : ground })} error={said(kind !== null, text.kindError)} />
        <Select label={text.subject} options={subjects} value={subject ?? WHOLE} onChange={(next) => change({ subject: file.subjects.find(({ key }) => key === next)?.key ?? null })} />
      </div>
      <TextField label={text.goal} description={text.goalHelp} value={goal} onChange={(next) => change({ goal: next })} rows={2} maxLength={1000} error={said(Goal.safeParse(goal).success, text.goalError)} />
      <TextField label={text.barrier} description={text.barrierHelp} value={barrier} onChange={(next) => change({ barrier: next })} maxLength={200} />
      <div className="case-plan-pair">
        <TextField label={text.ground} value={ground} onChange={(next) => change({ ground: next })} maxLength={200} error={said(Ground.safeParse(ground).success, text.groundError)} />
        <TextField label={text.executor} value={executor} onChange={(next) => change({ executor: next })} maxLength={120} error={said(Executor.safeParse(executor).success, text.executorError)} />
      </div>
      <div className="case-plan-pair">
        <TextField label={text.planned} value={plannedOn} onChange={(next) => change({ plannedOn: next })} placeholder="dd-mm-jjjj" maxLength={10} error={isWrongDay(plannedOn) ? text.dayError : undefined} />
        <TextField label={text.evaluate} value={evaluateOn} onChange={(next) => change({ evaluateOn: next })} placeholder="dd-mm-jjjj" maxLength={10} error={isWrongDay(evaluateOn) ? text.dayError : undefined} />
      </div>
      <Select label={text.status} options={statuses} value={status} onChange={(next) => change({ status: next })} />
      <TextField label={text.result} description={text.resultHelp} value={result} onChange={(next) => change({ result: next })} rows={2} maxLength={2000} error={said(!lacksResult, text.resultError)} />
    </FormDialog>
  )
}
