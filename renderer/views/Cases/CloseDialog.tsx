import { useState } from 'react'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { CaseClosing, RetentionClass } from '#shared/model/caseClosing.ts'
import { capitalise } from '#shared/text/format.ts'
import { retentionClassLabel } from '#shared/text/terms.ts'
import { dateOf } from '../../lib/dates.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ScoreRoleFields, scoreRoleOf, typedScoreRole } from '../../parts/ScoreRoleFields.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { closingText } from '../../text/caseClosing.ts'

const text = closingText.dialog
const { result: Result } = CaseClosing.shape

/** Closing a case: nothing is filled in beforehand. */
export function CloseDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const [close, closing] = useCommand('case.close')
  const years = useAnswer('retention.terms', {}).value?.case.years
  const classes = years ? RetentionClass.options.map((id) => ({ id, label: capitalise(retentionClassLabel(id, years[id])) })) : []
  const [result, setResult] = useState('')
  const [retentionClass, setRetentionClass] = useState<RetentionClass | null>(null)
  const [until, setUntil] = useState('')
  const [role, setRole] = useState(() => typedScoreRole(file.scoreRole))
  const [isAsked, setAsked] = useState(false)
  const isWorded = Result.safeParse(result).success
  const monitoringUntil = dateOf(until)

  async function finish() {
    setAsked(true)
    const scoreRole = scoreRoleOf(role)
    if (!isWorded || retentionClass === null || monitoringUntil === null || scoreRole === null) return
    const reply = await close({ id: file.id, closing: { result, retentionClass, monitoringUntil }, scoreRole })
    if (!reply.ok) return
    tell(closingText.closed(file.number))
    onClose()
  }

  const footer = <DialogFoot label={text.done} onDo={() => void finish()} onCancel={onClose} isDisabled={closing.state === 'running'} />
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <TextField label={text.result} description={text.resultHelp} value={result} onChange={setResult} rows={5} maxLength={4000} autoFocus error={isAsked && !isWorded ? text.resultError : undefined} />
        <Select label={text.retention} options={classes} value={retentionClass} onChange={setRetentionClass} error={isAsked && retentionClass === null ? text.retentionError : undefined} />
        <TextField label={text.monitoring} description={text.monitoringHelp} value={until} onChange={setUntil} placeholder="dd-mm-jjjj" maxLength={10} error={isAsked && monitoringUntil === null ? text.monitoringError : undefined} />
        <ScoreRoleFields value={role} onChange={setRole} isAsked={isAsked} />
        {closing.problem && <ProblemNotice problem={closing.problem} />}
      </div>
    </Dialog>
  )
}
