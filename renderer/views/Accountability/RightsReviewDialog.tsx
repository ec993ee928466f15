import { useState } from 'react'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { usersText } from '../../text/users.ts'

const text = usersText.review
const SHORTEST = 10

/** Records that the user went through who may do what, and what came of it. */
export function RightsReviewDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraft('rights review', { outcome: '' })
  const { outcome } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const [review, reviewing] = useCommand('user.review')
  const isShort = outcome.trim().length < SHORTEST

  async function run() {
    setAsked(true)
    if (isShort) return
    const reply = await review({ outcome: outcome.trim() })
    if (!reply.ok) return
    draft.discard()
    tell(text.saved)
    onClose()
  }

  const footer = <DialogFoot label={text.save} onDo={() => void run()} onCancel={onClose} draft={draft} isDisabled={reviewing.state === 'running'} />
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer} draft={draft}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <TextField label={text.outcome} value={outcome} onChange={(typed) => draft.change({ outcome: typed })} maxLength={400} error={isAsked && isShort ? text.short : undefined} />
        {reviewing.problem && <ProblemNotice problem={reviewing.problem} />}
      </div>
    </Dialog>
  )
}
