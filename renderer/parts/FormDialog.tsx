import type { ReactNode } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import type { Unsaved } from '../lib/drafts.ts'
import { Button } from './Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

interface FormDialogProps extends Pick<DialogProps, 'title' | 'width' | 'onClose'> {
  /** what the form does, as a verb */
  done: string
  onDo: () => void
  isDisabled?: boolean
  problem?: Problem | undefined
  draft?: Unsaved
  /** takes away what the form is about */
  removal?: { label: string; onPress: () => void } | null
  /** the fields, one below the other */
  children: ReactNode
}

/** A form over the screen: its fields, what went wrong, and the way to do it or to leave. */
export function FormDialog({ done, onDo, isDisabled = false, problem, removal, children, ...dialog }: FormDialogProps) {
  const leaving = { onCancel: dialog.onClose, ...(dialog.draft && { draft: dialog.draft }) }
  return (
    <Dialog {...dialog} isOpen footer={<DialogFoot label={done} onDo={onDo} isDisabled={isDisabled} {...leaving} />}>
      <div className="dialog-stack">
        {children}
        {problem && <ProblemNotice problem={problem} />}
        {removal && (
          <div>
            <Button variant="quiet" onPress={removal.onPress}>
              {removal.label}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
