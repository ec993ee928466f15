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

/** Undoes what was told; false when that was refused. */
type Undo = () => Promise<boolean>

interface ToastMessage {
  text: string
  /** where it was told; null stands on every screen until it is closed */
  screen: ScreenName | null
  onUndo: Undo | null
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
/** What can be undone on a screen that was left, oldest first. */
let aside: readonly ToastMessage[] = []

/**
 * Tells on the screen one is at that something was done, once when it is said again. With `onUndo` it can be undone from the message,
 * which then stands on that screen until it is closed or the vault is locked.
 */
export function tell(text: string, onUndo?: Undo): void {
  const again = queue.visibleToasts.find(({ content }) => content.text === text && !content.onUndo)
  if (again && !onUndo) queue.close(again.key)
  show({ text, screen: routeOf(window.location.hash).screen, onUndo: onUndo ?? null })
}

/** Tells what went wrong with something that was left to go on by itself. It stands, wherever one goes, until it is closed or the vault is locked. */
export function tellProblem(text: string): void {
  show({ text, screen: null, onUndo: null })
}

function show(message: ToastMessage): void {
  queue.add(message, message.onUndo || message.screen === null ? {} : { timeout: 6000 })
}

/** Brings back what can be undone on the screen one comes to, and puts aside what can be on another. */
function changeScreen(screen: ScreenName): void {
  const back = aside.filter((message) => message.screen === screen)
  aside = [...aside.filter((message) => message.screen !== screen), ...takeOthers(screen).filter(({ onUndo }) => onUndo)]
  back.forEach(show)
}

/** Closes what was told on other screens. What waits behind a message that is closed comes up, and may be of another screen too. */
function takeOthers(screen: ScreenName): ToastMessage[] {
  const other = queue.visibleToasts.find(({ content }) => content.screen !== null && content.screen !== screen)
  if (!other) return []
  queue.close(other.key)
  return [...takeOthers(screen), other.content]
}

async function undo(text: string, onUndo: Undo): Promise<void> {
  if (!(await onUndo())) tell(partsText.notUndone(text), onUndo)
}

/** Of a vault that is locked nothing is left. */
function forget(): void {
  queue.clear()
  aside = []
}

/** Where the messages appear; stands once, in the frame, and takes them along when the vault is locked. */
export function Toasts() {
  const { screen } = useSession().route
  useEffect(() => changeScreen(screen), [screen])
  useEffect(() => forget, [])
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={partsText.notifications}>
      {({ toast }) => {
        const { text, onUndo } = toast.content
        return (
          <Toast toast={toast} className="toast">
            <ToastContent className="toast-words">
              <Text slot="title">{text}</Text>
            </ToastContent>
            {onUndo && (
              <Button
                variant="quiet"
                onPress={() => {
                  queue.close(toast.key)
                  void undo(text, onUndo)
                }}
              >
                {partsText.undo}
              </Button>
            )}
            <IconButton slot="close" label={partsText.close} icon={X} />
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
