import { useEffect, useRef } from 'react'
import { useUnsavedForms } from '../lib/drafts.ts'
import { leaving, useSession } from '../lib/session.tsx'
import { useStore } from '../lib/store.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { frameText } from '../text/frame.ts'

/** Locking, and closing the window, lose what was typed and not saved: it may stand nowhere but in an open vault. */
export function LeaveDialog() {
  const { lockNow } = useSession()
  const way = useStore(leaving)
  const forms = useUnsavedForms()
  const closeNow = useAskedClosing(forms.length > 0)
  if (way === null) return null
  const text = frameText.leaving[way]
  const stay = () => leaving.set(null)
  return (
    <Dialog title={text.title} isOpen onClose={stay} width="small" isFirm footer={<DialogFoot label={text.done} onDo={way === 'lock' ? lockNow : closeNow} onCancel={stay} />}>
      {text.why(forms.length)}
    </Dialog>
  )
}

/**
 * Asks before the window closes, by whatever way, as long as that would lose something. At other times nobody listens, and a window that
 * is busy closes at once.
 * @returns closes the window without asking again
 */
function useAskedClosing(isUnsaved: boolean): () => void {
  const isSure = useRef(false)
  useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      if (isSure.current) return
      event.preventDefault()
      leaving.set('close')
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
  return () => {
    isSure.current = true
    window.close()
  }
}
