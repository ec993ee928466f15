import type { Party } from '#shared/contract/review.ts'
import type { SourceRef } from '#shared/model/entity.ts'
import { applySoon, isReason, withdrawDeed } from '../../lib/deciding.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { reviewText } from '../../text/review.ts'

const text = reviewText.sheet

/** Lets a source row go of its entity, after showing what goes along; can be undone. */
export function SplitDialog({ party, record, onClose }: { party: Party; record: SourceRef; onClose: () => void }) {
  const effect = useAnswer('review.splitEffect', { party, record: record.recordId })
  const draft = useDraft(`split ${party} ${record.recordId}`, { reason: '' })
  const { reason } = draft.typed
  const { run, isRunning, problem } = useFormCommand('review.split', draft)

  function letGo() {
    run({ party, record: record.recordId, reason }, ({ deed }) => {
      applySoon()
      onClose()
      tell(text.splitDone, () => withdrawDeed(deed, reviewText.act.undoneReason))
    })
  }

  const footer = <DialogFoot label={text.split} onDo={letGo} onCancel={onClose} draft={draft} isDisabled={isRunning || effect.value === undefined || !isReason(reason)} />
  return (
    <Dialog title={text.splitTitle} isOpen onClose={onClose} footer={footer} draft={draft}>
      <p className="small"><SourceLink source={record} /></p>
      <Answered answer={effect}>
        {({ label, others, links }) => (
          <>
            <p>{text.splitWhat(label, others)}</p>
            <p className="soft">{links.length === 0 ? text.splitNoLinks : text.splitLinks}</p>
            <ul className="sheet-goes">
              {links.map((one) => (
                <li key={one.key}>
                  {one.words} {one.label}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <TextField label={reviewText.act.reason} description={reviewText.act.reasonWhy} value={reason} onChange={(typed) => draft.change({ reason: typed })} maxLength={400} />
      {problem && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}
