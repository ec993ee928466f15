import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useDraft } from '../../lib/drafts.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { useDialogJob } from '../../parts/dialogJob.ts'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ExportResult } from '../../parts/ExportResult.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ScoreRoleFields, scoreRoleOf, typedScoreRole } from '../../parts/ScoreRoleFields.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { bibobText } from '../../text/bibob.ts'
import { bibobForm } from './bibobForms.ts'

const text = bibobText.export

/** Asks for a folder, writes the page to print into it, and shows how that went. */
export function BibobExport({ applicant }: { applicant: EntityKey }) {
  const [folder, setFolder] = useState<GrantedFile | null>(null)
  const draft = useDraft(bibobForm(applicant, 'export'), { role: typedScoreRole(null) })
  const [isOpen, setOpen] = useState(false)
  const job = useDialogJob('bibob.export', isOpen)
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setOpen(false)
    setAsked(false)
    setFolder(null)
    job.clear()
  }

  async function start() {
    setAsked(true)
    const role = scoreRoleOf(draft.typed.role)
    if (role === null) return
    const chosen = await window.shell.chooseFolder()
    if (!chosen) return
    setFolder(chosen)
    const reply = await job.run({ applicant, folder: chosen.token, role })
    if (reply.ok) draft.discard()
  }

  return (
    <>
      <Button variant="primary" icon={Printer} onPress={() => setOpen(true)} isDisabled={job.state === 'running'}>
        {text.run}
      </Button>
      <Dialog title={text.title} isOpen={isOpen} onClose={close} draft={draft} {...(folder === null ? { footer: <DialogFoot label={text.choose} onDo={() => void start()} onCancel={close} draft={draft} /> } : {})}>
        <div className="dialog-stack">
          <p className="soft">{text.what}</p>
          {folder === null && <ScoreRoleFields value={draft.typed.role} onChange={(role) => draft.change({ role })} isAsked={isAsked} />}
          {job.state === 'running' && <ProgressBar progress={job.progress} onCancel={job.cancel} />}
          {job.problem && <ProblemNotice problem={job.problem} />}
          {job.value && folder && <ExportResult made={job.value} folder={folder} />}
        </div>
      </Dialog>
    </>
  )
}
