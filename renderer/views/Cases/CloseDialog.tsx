import type { CaseFile } from '#shared/contract/dossier.ts'
import { CaseClosing, RetentionClass } from '#shared/model/caseClosing.ts'
import { capitalise } from '#shared/text/format.ts'
import { retentionClassLabel } from '#shared/text/terms.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { ScoreRoleFields, scoreRoleOf, typedScoreRole } from '../../parts/ScoreRoleFields.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { closingText } from '../../text/caseClosing.ts'
import { caseForm } from './caseForms.ts'

const text = closingText.dialog
const { result: Result } = CaseClosing.shape

const blank: { result: string; retentionClass: RetentionClass | null; until: string } = { result: '', retentionClass: null, until: '' }

/** Closing a case: nothing is filled in beforehand. */
export function CloseDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const years = useAnswer('retention.terms', {}).value?.case.years
  const classes = years ? RetentionClass.options.map((id) => ({ id, label: capitalise(retentionClassLabel(id, years[id])) })) : []
  const draft = useDraft(caseForm(file.id, 'overview', 'closing'), { ...blank, role: typedScoreRole(file.scoreRole) })
  const { result, retentionClass, until, role } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('case.close', draft)
  const isWorded = Result.safeParse(result).success
  const monitoringUntil = dateOf(until)

  function close() {
    const scoreRole = scoreRoleOf(role)
    const isFit = isWorded && retentionClass !== null && monitoringUntil !== null && scoreRole !== null
    run(isFit ? { id: file.id, closing: { result, retentionClass, monitoringUntil }, scoreRole } : null, () => {
      tell(closingText.closed(file.number))
      onClose()
    })
  }

  return (
    <FormDialog title={text.title} done={text.done} onDo={close} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      <p className="soft">{text.why}</p>
      <TextField label={text.result} description={text.resultHelp} value={result} onChange={(typed) => draft.change({ result: typed })} rows={5} maxLength={4000} autoFocus error={isAsked && !isWorded ? text.resultError : undefined} />
      <Select label={text.retention} options={classes} value={retentionClass} onChange={(chosen) => draft.change({ retentionClass: chosen })} error={isAsked && retentionClass === null ? text.retentionError : undefined} />
      <TextField label={text.monitoring} description={text.monitoringHelp} value={until} onChange={(typed) => draft.change({ until: typed })} placeholder="dd-mm-jjjj" maxLength={10} error={isAsked && monitoringUntil === null ? text.monitoringError : undefined} />
      <ScoreRoleFields value={role} onChange={(typed) => draft.change({ role: typed })} isAsked={isAsked} />
    </FormDialog>
  )
}
