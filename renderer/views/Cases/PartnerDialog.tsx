import type { SavedRequest } from '#shared/contract/caseProposal.ts'
import type { CaseFile } from '#shared/contract/dossier.ts'
import { Partner, PartnerRequest } from '#shared/model/caseProposal.ts'
import { partnerLabel } from '#shared/text/caseProposal.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
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
  const saving = useFormCommand('case.savePartnerRequest', draft)
  const removing = useFormCommand('case.removePartnerRequest', draft)
  const [bringBack] = useCommand('case.savePartnerRequest')
  const { partner, reason, information, ground } = typed
  const said = (isGood: boolean, sentence: string) => (saving.isAsked && !isGood ? sentence : undefined)
  const taken = new Set(file.partnerRequests.map((request) => request.partner))
  const partners = Partner.options.filter((id) => id === saved?.partner || !taken.has(id)).map((id) => ({ id, label: partnerLabel[id] }))

  function keep() {
    const request = PartnerRequest.safeParse(typed)
    saving.run(request.success ? { id: file.id, request: request.data } : null, onClose)
  }

  function takeAway(asked: SavedRequest) {
    removing.run({ id: file.id, partner: asked.partner }, () => {
      onClose()
      // as it was, not as it was typed
      const request = PartnerRequest.parse(asked)
      tell(text.removed(partnerLabel[asked.partner]), async () => (await bringBack({ id: file.id, request })).ok)
    })
  }

  const removal = saved && { label: text.remove, onPress: () => takeAway(saved) }
  return (
    <FormDialog title={saved ? text.dialog.change : text.dialog.new} done={text.keep} onDo={keep} onClose={onClose} draft={draft} isDisabled={saving.isRunning} problem={saving.problem ?? removing.problem} removal={removal} width="large">
      <Select label={text.partner} options={partners} value={partner} isDisabled={saved !== null} onChange={(next) => change({ partner: next })} error={said(partner !== null, text.partnerError)} />
      <TextField label={text.reason} value={reason} onChange={(next) => change({ reason: next })} rows={2} maxLength={1000} error={said(Reason.safeParse(reason).success, text.reasonError)} />
      <TextField label={text.information} description={text.informationHelp} value={information} onChange={(next) => change({ information: next })} rows={4} maxLength={2000} error={said(Information.safeParse(information).success, text.informationError)} />
      <TextField label={text.ground} value={ground} onChange={(next) => change({ ground: next })} maxLength={200} error={said(Ground.safeParse(ground).success, text.groundError)} />
    </FormDialog>
  )
}
