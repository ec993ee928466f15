import { X } from 'lucide-react'
import { useEffect } from 'react'
import { UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components/Toast'
import { Text } from 'react-aria-components/Text'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import './toasts.css'

interface ToastMessage {
  text: string
  onUndo?: () => void
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** Tells that something was done. With `onUndo` it can be undone from the message, which then stays until it is closed. */
export function tell(text: string, onUndo?: () => void): void {
  queue.add({ text, ...(onUndo ? { onUndo } : {}) }, onUndo ? {} : { timeout: 6000 })
}

/** Where the messages appear; stands once, in the frame, and takes them along when the vault is locked. */
export function Toasts() {
  useEffect(() => () => queue.clear(), [])
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={partsText.notifications}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent className="toast-words">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.onUndo && (
            <Button
              variant="quiet"
              onPress={() => {
                toast.content.onUndo?.()
                queue.close(toast.key)
              }}
            >
              {partsText.undo}
            </Button>
          )}
          <IconButton slot="close" label={partsText.close} icon={X} />
        </Toast>
      )}
    </ToastRegion>
  )
}
