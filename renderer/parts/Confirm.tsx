import { useState, type ReactNode } from 'react'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'

export interface ConfirmProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** what will happen and what it means */
  children: ReactNode
  /** the deed itself, such as `Casus sluiten`; never `OK` */
  action: string
  /** asks for a reason and passes it on */
  needsReason?: boolean
  isDanger?: boolean
  onConfirm: (reason: string) => void
}

/** For what cannot be undone. What can be undone is done at once, with a toast. */
export function Confirm({ title, isOpen, onClose, children, action, needsReason = false, isDanger = false, onConfirm }: ConfirmProps) {
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const lacksReason = needsReason && reason.trim() === ''
  const close = () => {
    setReason('')
    setAsked(false)
    onClose()
  }
  const confirm = () => {
    setAsked(true)
    if (lacksReason) return
    onConfirm(reason.trim())
    close()
  }
  const footer = (
    <>
      <Button onPress={close}>{partsText.cancel}</Button>
      <Button variant={isDanger ? 'danger' : 'primary'} onPress={confirm}>
        {action}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} footer={footer} width="small" isFirm>
      <div className="dialog-stack">
        {children}
        {needsReason && (
          <TextField label={partsText.reason} value={reason} onChange={setReason} rows={2} autoFocus error={isAsked && lacksReason ? partsText.reasonMissing : undefined} />
        )}
      </div>
    </Dialog>
  )
}
