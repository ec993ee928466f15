import { useState } from 'react'
import type { SavedRequest } from '#shared/contract/caseProposal.ts'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { Partner, PartnerRequest } from '#shared/model/caseProposal.ts'
import { partnerLabel } from '#shared/text/caseProposal.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { proposalText as text } from '../../text/proposal.ts'
import { caseForm } from './caseForms.ts'

const { reason: Reason, information: Information, ground: Ground } = PartnerRequest.shape

/** A request as it is typed: the partner still to be chosen. */
type Typed = Omit<PartnerRequest, 'partner'> & { partner: Partner | null }

/** What is asked of one partner; the ground the case was opened on is proposed, and can be another. */
export function PartnerDialog({ file, saved, onClose }: { file: CaseFile; saved: SavedRequest | null; onClose: () => void }) {
  const before: Typed = saved ?? { partner: null, reason: '', information: '', ground: file.purpose.ground }
  const draft = useDraft(caseForm(file.id, 'proposal', saved?.partner ?? 'new'), before)
  const { typed, change } = draft
  const [isAsked, setAsked] = useState(false)
  const [save, saving] = useCommand('case.savePartnerRequest')
  const [remove, removing] = useCommand('case.removePartnerRequest')
  const { partner, reason, information, ground } = typed
  const said = (isGood: boolean, sentence: string) => (isAsked && !isGood ? sentence : undefined)
  const taken = new Set(file.partnerRequests.map((request) => request.partner))
  const partners = Partner.options.filter((id) => id === saved?.partner || !taken.has(id)).map((id) => ({ id, label: partnerLabel[id] }))

  async function keep() {
    setAsked(true)
    const request = PartnerRequest.safeParse(typed)
    if (!request.success) return
    const reply = await save({ id: file.id, request: request.data })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }

  async function takeAway(asked: SavedRequest) {
    const reply = await remove({ id: file.id, partner: asked.partner })
    if (!reply.ok) return
    draft.discard()
    onClose()
    // as it was, not as it was typed
    const request = PartnerRequest.parse(asked)
    tell(text.removed(partnerLabel[asked.partner]), async () => (await save({ id: file.id, request })).ok)
  }

  const footer = <DialogFoot label={text.keep} onDo={() => void keep()} onCancel={onClose} draft={draft} isDisabled={saving.state === 'running'} />
  const problem = saving.problem ?? removing.problem
  return (
    <Dialog title={saved ? text.dialog.change : text.dialog.new} isOpen onClose={onClose} footer={footer} draft={draft} width="large">
      <div className="dialog-stack">
        <Select label={text.partner} options={partners} value={partner} isDisabled={saved !== null} onChange={(next) => change({ partner: next })} error={said(partner !== null, text.partnerError)} />
        <TextField label={text.reason} value={reason} onChange={(next) => change({ reason: next })} rows={2} maxLength={1000} error={said(Reason.safeParse(reason).success, text.reasonError)} />
        <TextField label={text.information} description={text.informationHelp} value={information} onChange={(next) => change({ information: next })} rows={4} maxLength={2000} error={said(Information.safeParse(information).success, text.informationError)} />
        <TextField label={text.ground} value={ground} onChange={(next) => change({ ground: next })} maxLength={200} error={said(Ground.safeParse(ground).success, text.groundError)} />
        {problem && <ProblemNotice problem={problem} />}
        {saved && (
          <div>
            <Button variant="quiet" onPress={() => void takeAway(saved)}>
              {text.remove}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
