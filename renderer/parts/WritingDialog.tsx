import { useState } from 'react'
import { useDraft } from '../lib/drafts.ts'
import { FormDialog } from './FormDialog.tsx'
import { TextField } from './TextField.tsx'

export interface WritingDialogProps {
  /** the name under which what is typed is kept, as for `useDraft` */
  form: string
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
export function WritingDialog({ form, title, why, about, field, initial = '', done, error, shortest = 1, onDone, onClose }: WritingDialogProps) {
  const draft = useDraft(form, { text: initial })
  const { text } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const isMissing = error !== undefined && text.trim().length < shortest

  function finish() {
    setAsked(true)
    if (isMissing) return
    draft.discard()
    onClose()
    onDone(text.trim())
  }

  return (
    <FormDialog title={title} done={done} onDo={finish} onClose={onClose} draft={draft}>
      {about !== undefined && <p>{about}</p>}
      <p className="soft">{why}</p>
      <TextField label={field} value={text} onChange={(typed) => draft.change({ text: typed })} rows={3} maxLength={LONGEST} autoFocus error={isAsked && isMissing ? error : undefined} />
    </FormDialog>
  )
}
