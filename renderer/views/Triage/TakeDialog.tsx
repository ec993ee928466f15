import type { TriagedSignal } from '#shared/contract/triage.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { useSession } from '../../lib/session.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { triageText } from '../../text/triage.ts'
import { isMotive, MotiveField } from './MotiveField.tsx'

const text = triageText.take

/** Taking up a signal: from here on its content can be read. */
export function TakeDialog({ signal, onClose }: { signal: TriagedSignal; onClose: () => void }) {
  const { go } = useSession()
  const draft = useDraft(`signal ${signal.recordId}`, { motive: '' })
  const { motive } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('triage.take', draft)
  const take = () => run(isMotive(motive) ? { recordId: signal.recordId, motive } : null, ({ id }) => go({ screen: 'triage', subject: String(id) }))

  return (
    <FormDialog title={text.title} done={text.done} onDo={take} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      <p>{text.about(signal.department, signal.kind, signal.subject)}</p>
      <p className="soft">{text.why}</p>
      <MotiveField label={text.field} value={motive} onChange={(typed) => draft.change({ motive: typed })} isAsked={isAsked} autoFocus />
    </FormDialog>
  )
}
