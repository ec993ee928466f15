import { useEffect, useState } from 'react'
import { closing } from '../lib/closing.ts'
import { LOOK_EVERY, watchIdle } from '../lib/idle.ts'
import { runningJobs } from '../lib/jobStore.ts'
import { isPresenting } from '../lib/presentation.ts'
import { useSession } from '../lib/session.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { frameText } from '../text/frame.ts'

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const text = frameText.idle

/** Locks the vault when nobody has been there for a while, and says a minute before that it will. */
export function IdleLock() {
  const { lockNow } = useSession()
  const [isWarned, setWarned] = useState(false)
  useEffect(() => {
    const watch = watchIdle({
      now: () => Date.now(),
      isBusy: () => runningJobs.get().length > 0 || isPresenting.get(),
      warn: setWarned,
      lock: () => {
        closing.set({ problem: { code: 'vault-idle', params: {} }, isFinal: false })
        lockNow()
      },
    })
    const timer = setInterval(watch.look, LOOK_EVERY)
    for (const touch of touches) window.addEventListener(touch, watch.touch, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const touch of touches) window.removeEventListener(touch, watch.touch, { capture: true })
    }
  }, [lockNow])
  return (
    <Dialog title={text.title} isOpen={isWarned} onClose={() => setWarned(false)} width="small" isFirm footer={<Button variant="primary" onPress={() => setWarned(false)}>{text.stay}</Button>}>
      {text.why}
    </Dialog>
  )
}
