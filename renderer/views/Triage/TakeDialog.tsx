import { useState } from 'react'
import type { TriagedSignal } from '#shared/contract/triage.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { triageText } from '../../text/triage.ts'
import { isMotive, MotiveField } from './MotiveField.tsx'

const text = triageText.take

/** Taking up a signal: from here on its content can be read. */
export function TakeDialog({ signal, onClose }: { signal: TriagedSignal; onClose: () => void }) {
  const { go } = useSession()
  const [take, taking] = useCommand('triage.take')
  const draft = useDraft(`signal ${signal.recordId}`, { motive: '' })
  const { motive } = draft.typed
  const [isAsked, setAsked] = useState(false)

  async function finish() {
    setAsked(true)
    if (!isMotive(motive)) return
    const reply = await take({ recordId: signal.recordId, motive })
    if (!reply.ok) return
    draft.discard()
    go({ screen: 'triage', subject: String(reply.value.id) })
  }

  const footer = <DialogFoot label={text.done} onDo={() => void finish()} onCancel={onClose} draft={draft} isDisabled={taking.state === 'running'} />
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer} draft={draft}>
      <div className="dialog-stack">
        <p>{text.about(signal.department, signal.kind, signal.subject)}</p>
        <p className="soft">{text.why}</p>
        <MotiveField label={text.field} value={motive} onChange={(typed) => draft.change({ motive: typed })} isAsked={isAsked} autoFocus />
        {taking.problem && <ProblemNotice problem={taking.problem} />}
      </div>
    </Dialog>
  )
}
