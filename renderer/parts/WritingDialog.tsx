import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { TextField } from './TextField.tsx'

export interface WritingDialogProps {
  title: string
  /** what it is for and what happens with it */
  why: string
  about?: string
  field: string
  initial?: string
  /** the word on the button */
  done: string
  /** a sentence when nothing was written; without it an empty text is allowed */
  error?: string
  /** how many signs are too few to be one */
  shortest?: number
  onDone: (text: string) => void
  onClose: () => void
}

const LONGEST = 500

/** One text is asked for: a note, a supposition, a reason. */
export function WritingDialog({ title, why, about, field, initial = '', done, error, shortest = 1, onDone, onClose }: WritingDialogProps) {
  const [text, setText] = useState(initial)
  const [isAsked, setAsked] = useState(false)
  const isMissing = error !== undefined && text.trim().length < shortest

  function finish() {
    setAsked(true)
    if (isMissing) return
    onClose()
    onDone(text.trim())
  }

  const footer = <DialogFoot label={done} onDo={finish} onCancel={onClose} />
  return (
    <Dialog title={title} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        {about !== undefined && <p>{about}</p>}
        <p className="soft">{why}</p>
        <TextField label={field} value={text} onChange={setText} rows={3} maxLength={LONGEST} autoFocus error={isAsked && isMissing ? error : undefined} />
      </div>
    </Dialog>
  )
}
