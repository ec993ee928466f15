import { X } from 'lucide-react'
import { useEffect } from 'react'
import { UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components/Toast'
import { Text } from 'react-aria-components/Text'
import { routeOf, type ScreenName } from '../lib/routes.ts'
import { useSession } from '../lib/session.tsx'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import './toasts.css'

interface ToastMessage {
  text: string
  /** where it was told */
  screen: ScreenName
  onUndo?: () => void
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/**
 * Tells on the screen one is at that something was done, once when it is said again. With `onUndo` it can be undone from the message, which then stays until it is
 * closed or the screen is left.
 */
export function tell(text: string, onUndo?: () => void): void {
  const again = queue.visibleToasts.find(({ content }) => content.text === text && !content.onUndo)
  if (again && !onUndo) queue.close(again.key)
  queue.add({ text, screen: routeOf(window.location.hash).screen, ...(onUndo ? { onUndo } : {}) }, onUndo ? {} : { timeout: 6000 })
}

/** What waits behind a message that is closed comes up, and may be of another screen too. */
function closeOthers(screen: ScreenName): void {
  const other = queue.visibleToasts.find(({ content }) => content.screen !== screen)
  if (!other) return
  queue.close(other.key)
  closeOthers(screen)
}

/** Where the messages appear; stands once, in the frame, and takes them along when the vault is locked. */
export function Toasts() {
  const { screen } = useSession().route
  useEffect(() => closeOthers(screen), [screen])
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
