import { BusinessPartnership } from '#shared/model/businessPartnership.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
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
  const draft = useDraft(bibobForm(applicant, 'partnerships', key), { motive: before?.motive ?? '', start: shown(before?.start), end: shown(before?.end) })
  const { motive, start, end } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('bibob.setPartnership', draft)
  const isMotivated = Motive.safeParse(motive).success
  const isFit = isMotivated && !isWrongDay(start) && !isWrongDay(end)
  const establish = () => run(isFit ? { applicant, partnership: { partner: key, motive, start: dateOf(start), end: dateOf(end) } } : null, onClose)

  return (
    <FormDialog title={text.title(label)} done={text.done} onDo={establish} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      <TextField label={text.motive} description={text.motiveHelp} value={motive} onChange={(typed) => draft.change({ motive: typed })} rows={5} maxLength={4000} autoFocus error={isAsked && !isMotivated ? text.motiveError : undefined} />
      <div className="bibob-days">
        <TextField label={text.start} description={text.dayHelp} value={start} onChange={(typed) => draft.change({ start: typed })} maxLength={10} error={isWrongDay(start) ? text.dayError : undefined} />
        <TextField label={text.end} description={text.dayHelp} value={end} onChange={(typed) => draft.change({ end: typed })} maxLength={10} error={isWrongDay(end) ? text.dayError : undefined} />
      </div>
    </FormDialog>
  )
}

function shown(day: string | null | undefined): string {
  return day ? formatDate(day) : ''
}
