import { useUnsavedForms } from '../lib/drafts.ts'
import { isLockAsked, useSession } from '../lib/session.tsx'
import { useStore } from '../lib/store.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { frameText } from '../text/frame.ts'

const text = frameText.locking

/** Locking loses what was typed and not saved: it may stand nowhere but in an open vault. */
export function LockDialog() {
  const { lockNow } = useSession()
  const isAsked = useStore(isLockAsked)
  const forms = useUnsavedForms()
  const stay = () => isLockAsked.set(false)
  return (
    <Dialog title={text.title} isOpen={isAsked} onClose={stay} width="small" isFirm footer={<DialogFoot label={text.done} onDo={lockNow} onCancel={stay} />}>
      {text.why(forms.length)}
    </Dialog>
  )
}
