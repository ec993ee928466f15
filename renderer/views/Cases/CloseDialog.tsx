import { useState } from 'react'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { CaseClosing, RetentionClass } from '#shared/model/caseClosing.ts'
import { capitalise } from '#shared/text/format.ts'
import { retentionClassLabel } from '#shared/text/terms.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
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
  const [close, closing] = useCommand('case.close')
  const years = useAnswer('retention.terms', {}).value?.case.years
  const classes = years ? RetentionClass.options.map((id) => ({ id, label: capitalise(retentionClassLabel(id, years[id])) })) : []
  const draft = useDraft(caseForm(file.id, 'overview', 'closing'), { ...blank, role: typedScoreRole(file.scoreRole) })
  const { result, retentionClass, until, role } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const isWorded = Result.safeParse(result).success
  const monitoringUntil = dateOf(until)

  async function finish() {
    setAsked(true)
    const scoreRole = scoreRoleOf(role)
    if (!isWorded || retentionClass === null || monitoringUntil === null || scoreRole === null) return
    const reply = await close({ id: file.id, closing: { result, retentionClass, monitoringUntil }, scoreRole })
    if (!reply.ok) return
    draft.discard()
    tell(closingText.closed(file.number))
    onClose()
  }

  const footer = <DialogFoot label={text.done} onDo={() => void finish()} onCancel={onClose} draft={draft} isDisabled={closing.state === 'running'} />
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer} draft={draft}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <TextField label={text.result} description={text.resultHelp} value={result} onChange={(typed) => draft.change({ result: typed })} rows={5} maxLength={4000} autoFocus error={isAsked && !isWorded ? text.resultError : undefined} />
        <Select label={text.retention} options={classes} value={retentionClass} onChange={(chosen) => draft.change({ retentionClass: chosen })} error={isAsked && retentionClass === null ? text.retentionError : undefined} />
        <TextField label={text.monitoring} description={text.monitoringHelp} value={until} onChange={(typed) => draft.change({ until: typed })} placeholder="dd-mm-jjjj" maxLength={10} error={isAsked && monitoringUntil === null ? text.monitoringError : undefined} />
        <ScoreRoleFields value={role} onChange={(typed) => draft.change({ role: typed })} isAsked={isAsked} />
        {closing.problem && <ProblemNotice problem={closing.problem} />}
      </div>
    </Dialog>
  )
}
