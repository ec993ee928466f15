import type { TriageWay } from '#shared/model/triage.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useFormCommand } from '../../lib/formCommand.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { triageText } from '../../text/triage.ts'
import { isMotive, MotiveField } from './MotiveField.tsx'

const text = triageText.move

/** Moving a signal on or back: where to, why, and when to look at it again. */
export function MoveDialog({ id, way, onClose }: { id: number; way: TriageWay; onClose: () => void }) {
  const draft = useDraft(`triage ${id} to ${way.to}`, { destination: '', review: '', motive: '' })
  const { destination, review, motive } = draft.typed
  const { run, isAsked, isRunning, problem } = useFormCommand('triage.move', draft)
  const [label = '', help = ''] = text.destinations[way.to] ?? []
  const isNamed = !way.needsDestination || destination.trim() !== ''
  const isWrongDay = review.trim() !== '' && dateOf(review) === null

  const isFit = isNamed && !isWrongDay && isMotive(motive)
  const save = () => run(isFit ? { id, to: way.to, destination, reviewOn: dateOf(review), motive } : null, onClose)

  return (
    <FormDialog title={text.title(way.to)} done={text.done} onDo={save} onClose={onClose} draft={draft} isDisabled={isRunning} problem={problem}>
      {text.consequence[way.to] !== undefined && <p className="soft">{text.consequence[way.to]}</p>}
      {way.needsDestination && (
        <TextField label={label} description={help} value={destination} onChange={(typed) => draft.change({ destination: typed })} maxLength={200} autoFocus error={isAsked && !isNamed ? text.destinationError : undefined} />
      )}
      <MotiveField value={motive} onChange={(typed) => draft.change({ motive: typed })} isAsked={isAsked} autoFocus={!way.needsDestination} />
      <TextField label={text.review} description={text.reviewHelp} value={review} onChange={(typed) => draft.change({ review: typed })} placeholder="dd-mm-jjjj" maxLength={10} error={isWrongDay ? text.dayError : undefined} />
    </FormDialog>
  )
}
