import type { IndicatorChanges } from '#shared/model/scoreSet.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { TypedBefore } from '../../parts/Unsaved.tsx'
import { whatIfText } from '../../text/whatIf.ts'
import { LEAST_MOTIVE } from '../Scores/DecideForm.tsx'

const text = whatIfText.propose

/** Weights and half-lives with a motive, handed to a second person. */
export function ProposeForm({ form, changes, onDone, onClose }: { form: string; changes: IndicatorChanges; onDone: () => void; onClose: () => void }) {
  const draft = useDraft(form, { motive: '' })
  const { motive } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('score.propose', draft)
  const isShort = motive.trim().length < LEAST_MOTIVE

  function send() {
    run(isShort ? null : { ...changes, motive: motive.trim() }, () => {
      tell(text.sent)
      onDone()
    })
  }

  return (
    <div className="dialog-stack">
      <h3>{text.title}</h3>
      <p className="soft">{text.why}</p>
      <TypedBefore draft={draft} />
      <TextField label={text.motive} value={motive} onChange={(typed) => draft.change({ motive: typed })} rows={4} maxLength={2000} autoFocus error={isAsked && isShort ? text.tooShort : undefined} />
      {problem && <ProblemNotice problem={problem} />}
      <div className="what-if-actions">
        <DialogFoot label={text.send} onDo={send} onCancel={onClose} draft={draft} isDisabled={isRunning} />
      </div>
    </div>
  )
}
