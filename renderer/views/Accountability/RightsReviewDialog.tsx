import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { usersText } from '../../text/users.ts'

const text = usersText.review
const SHORTEST = 10

/** Records that the user went through who may do what, and what came of it. */
export function RightsReviewDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraft('rights review', { outcome: '' })
  const { outcome } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('user.review', draft)
  const isShort = outcome.trim().length < SHORTEST

  function review() {
    run(isShort ? null : { outcome: outcome.trim() }, () => {
      tell(text.saved)
      onClose()
    })
  }

  return (
    <FormDialog title={text.title} done={text.save} onDo={review} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      <p className="soft">{text.why}</p>
      <TextField label={text.outcome} value={outcome} onChange={(typed) => draft.change({ outcome: typed })} maxLength={400} error={isAsked && isShort ? text.short : undefined} />
    </FormDialog>
  )
}
