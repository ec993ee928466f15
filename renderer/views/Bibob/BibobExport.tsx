import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useJob } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ExportResult } from '../../parts/ExportResult.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ScoreRoleFields, scoreRoleOf, typedScoreRole } from '../../parts/ScoreRoleFields.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { bibobText } from '../../text/bibob.ts'

const text = bibobText.export

/** Asks for a folder, writes the page to print into it, and shows how that went. */
export function BibobExport({ applicant }: { applicant: EntityKey }) {
  const job = useJob('bibob.export')
  const [folder, setFolder] = useState<GrantedFile | null>(null)
  const [typed, setTyped] = useState(() => typedScoreRole(null))
  const [isOpen, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setOpen(false)
    setAsked(false)
    setFolder(null)
    job.clear()
  }

  async function start() {
    setAsked(true)
    const role = scoreRoleOf(typed)
    if (role === null) return
    const chosen = await window.shell.chooseFolder()
    if (!chosen) return
    setFolder(chosen)
    void job.run({ applicant, folder: chosen.token, role })
  }

  return (
    <>
      <Button variant="primary" icon={Printer} onPress={() => setOpen(true)} isDisabled={job.state === 'running'}>
        {text.run}
      </Button>
      <Dialog title={text.title} isOpen={isOpen} onClose={close} {...(folder === null ? { footer: <DialogFoot label={text.choose} onDo={() => void start()} onCancel={close} /> } : {})}>
        <div className="dialog-stack">
          <p className="soft">{text.what}</p>
          {folder === null && <ScoreRoleFields value={typed} onChange={setTyped} isAsked={isAsked} />}
          {job.state === 'running' && <ProgressBar progress={job.progress} onCancel={job.cancel} />}
          {job.problem && <ProblemNotice problem={job.problem} />}
          {job.value && folder && <ExportResult made={job.value} folder={folder} />}
        </div>
      </Dialog>
    </>
  )
}
