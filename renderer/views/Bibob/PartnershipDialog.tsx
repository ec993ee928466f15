import { useState } from 'react'
import { BusinessPartnership } from '#shared/model/businessPartnership.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { partnershipText } from '../../text/businessPartnership.ts'
import { bibobForm } from './bibobForms.ts'
import { isWrongDay } from './typedApplication.ts'

const text = partnershipText.dialog
const { motive: Motive } = BusinessPartnership.shape

/** With whom, and what was established of it before, if anything. */
export interface Partner {
  key: EntityKey
  label: string
  before?: BusinessPartnership
}

interface PartnershipDialogProps {
  applicant: EntityKey
  partner: Partner
  onClose: () => void
}

/** Establishing a partnership: the motivation is asked for, never filled in. */
export function PartnershipDialog({ applicant, partner: { key, label, before }, onClose }: PartnershipDialogProps) {
  const [establish, establishing] = useCommand('bibob.setPartnership')
  const draft = useDraft(bibobForm(applicant, 'partnerships', key), { motive: before?.motive ?? '', start: shown(before?.start), end: shown(before?.end) })
  const { motive, start, end } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const isMotivated = Motive.safeParse(motive).success

  async function finish() {
    setAsked(true)
    if (!isMotivated || isWrongDay(start) || isWrongDay(end)) return
    const reply = await establish({ applicant, partnership: { partner: key, motive, start: dateOf(start), end: dateOf(end) } })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }

  const footer = <DialogFoot label={text.done} onDo={() => void finish()} onCancel={onClose} draft={draft} isDisabled={establishing.state === 'running'} />
  return (
    <Dialog title={text.title(label)} isOpen onClose={onClose} footer={footer} draft={draft}>
      <div className="dialog-stack">
        <TextField label={text.motive} description={text.motiveHelp} value={motive} onChange={(typed) => draft.change({ motive: typed })} rows={5} maxLength={4000} autoFocus error={isAsked && !isMotivated ? text.motiveError : undefined} />
        <div className="bibob-days">
          <TextField label={text.start} description={text.dayHelp} value={start} onChange={(typed) => draft.change({ start: typed })} maxLength={10} error={isWrongDay(start) ? text.dayError : undefined} />
          <TextField label={text.end} description={text.dayHelp} value={end} onChange={(typed) => draft.change({ end: typed })} maxLength={10} error={isWrongDay(end) ? text.dayError : undefined} />
        </div>
        {establishing.problem && <ProblemNotice problem={establishing.problem} />}
      </div>
    </Dialog>
  )
}

function shown(day: string | null | undefined): string {
  return day ? formatDate(day) : ''
}
