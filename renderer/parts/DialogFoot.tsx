import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'

interface DialogFootProps {
  /** what the dialog does, as a verb */
  label: string
  onDo: () => void
  onCancel: () => void
  isDisabled?: boolean
}

/** The two buttons at the foot of a dialog: leave it, or do what it is for. */
export function DialogFoot({ label, onDo, onCancel, isDisabled = false }: DialogFootProps) {
  return (
    <>
      <Button onPress={onCancel}>{partsText.cancel}</Button>
      <Button variant="primary" onPress={onDo} isDisabled={isDisabled}>
        {label}
      </Button>
    </>
  )
}
