import { useState } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { useDialogJob } from '../../parts/dialogJob.ts'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { isChosen, NewPassphraseFields } from '../../parts/NewPassphraseFields.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { usersText } from '../../text/users.ts'

const text = usersText.passphrase

/** Another passphrase for the vault, by who knows the one it has. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const job = useDialogJob('vault.changePassphrase')
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState({ passphrase: '', repeat: '' })
  const [isAsked, setAsked] = useState(false)
  const isRunning = job.state === 'running'

  async function finish() {
    setAsked(true)
    if (current === '' || !isChosen(fresh)) return
    const reply = await job.run({ current, next: fresh.passphrase })
    if (!reply.ok) return
    tell(text.done)
    leave()
  }

  const leave = () => {
    // how it went is told once; what still goes on is in the top bar
    if (!isRunning) job.clear()
    onClose()
  }

  return (
    <Dialog title={text.title} isOpen onClose={leave} footer={<DialogFoot label={text.submit} onDo={() => void finish()} onCancel={isRunning ? job.cancel : leave} isDisabled={isRunning} />}>
      <div className="dialog-stack">
        <p className="soft">{text.why}</p>
        <p className="soft">{text.copies}</p>
        <TextField label={text.current} type="password" value={current} onChange={setCurrent} autoFocus error={isAsked && current === '' ? text.currentMissing : undefined} autoComplete="current-password" />
        <NewPassphraseFields label={text.next} value={fresh} onChange={setFresh} isAsked={isAsked} />
        {isRunning && <ProgressBar progress={job.progress} onCancel={job.cancel} />}
        {job.problem && <ProblemNotice problem={job.problem} />}
      </div>
    </Dialog>
  )
}
