import type { Unsaved } from '../lib/drafts.ts'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'

interface DialogFootProps {
  /** what the dialog does, as a verb */
  label: string
  onDo: () => void
  onCancel: () => void
  isDisabled?: boolean
  /** what was typed: leaving by the button, and not by Esc, throws it away */
  draft?: Unsaved
}

/** The two buttons at the foot of a dialog: leave it, or do what it is for. */
export function DialogFoot({ label, onDo, onCancel, isDisabled = false, draft }: DialogFootProps) {
  const leave = () => {
    draft?.discard()
    onCancel()
  }
  return (
    <>
      <Button onPress={leave}>{partsText.cancel}</Button>
      <Button variant="primary" onPress={onDo} isDisabled={isDisabled}>
        {label}
      </Button>
    </>
  )
}
