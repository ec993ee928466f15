import { useState } from 'react'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { isChosen, NewPassphraseFields } from '../../parts/NewPassphraseFields.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { usersText } from '../../text/users.ts'

const text = usersText.passphrase

/** Another passphrase for the vault, by who knows the one it has. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const [change, changing] = useCommand('vault.changePassphrase')
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState({ passphrase: '', repeat: '' })
  const [isAsked, setAsked] = useState(false)
  const isRunning = changing.state === 'running'

  async function finish() {
    setAsked(true)
    if (current === '' || !isChosen(fresh)) return
    const reply = await change({ current, next: fresh.passphrase })
    if (!reply.ok) return
    tell(text.done)
    onClose()
  }

  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={<DialogFoot label={isRunning ? text.busy : text.submit} onDo={() => void finish()} onCancel={onClose} isDisabled={isRunning} />}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <p className="soft">{text.copies}</p>
        <TextField label={text.current} type="password" value={current} onChange={setCurrent} autoFocus error={isAsked && current === '' ? text.currentMissing : undefined} autoComplete="current-password" />
        <NewPassphraseFields label={text.next} value={fresh} onChange={setFresh} isAsked={isAsked} />
        {changing.problem && <ProblemNotice problem={changing.problem} />}
      </div>
    </Dialog>
  )
}
