import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { closeText as text } from '../../text/network.ts'
import { viewsText } from '../../text/networkViews.ts'
import { partsText } from '../../text/parts.ts'
import { closeNetwork } from './networkStore.ts'

/** The one deed that cannot be undone says so first, and offers to keep what lies on the table. */
export function CloseDialog({ steps, onSave, onClose }: { steps: number; onSave: (() => void) | null; onClose: () => void }) {
  function close() {
    closeNetwork()
    onClose()
  }
  const footer = (
    <>
      <Button onPress={onClose}>{partsText.cancel}</Button>
      {onSave && <Button onPress={onSave}>{viewsText.save}</Button>}
      <Button variant="primary" onPress={close}>
        {text.done}
      </Button>
    </>
  )
  return (
    <Dialog title={text.dialog} isOpen onClose={onClose} footer={footer}>
      <p className="soft">{text.why(steps)}</p>
    </Dialog>
  )
}
