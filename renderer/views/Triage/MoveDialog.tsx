import { useState } from 'react'
import type { TriageWay } from '#shared/model/triage.ts'
import { dateOf } from '../../lib/dates.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useCommand } from '../../lib/engine.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { triageText } from '../../text/triage.ts'
import { isMotive, MotiveField } from './MotiveField.tsx'

const text = triageText.move

/** Moving a signal on or back: where to, why, and when to look at it again. */
export function MoveDialog({ id, way, onClose }: { id: number; way: TriageWay; onClose: () => void }) {
  const [move, moving] = useCommand('triage.move')
  const draft = useDraft(`triage ${id} to ${way.to}`, { destination: '', review: '', motive: '' })
  const { destination, review, motive } = draft.typed
  const [isAsked, setAsked] = useState(false)
  const [label = '', help = ''] = text.destinations[way.to] ?? []
  const isNamed = !way.needsDestination || destination.trim() !== ''
  const isWrongDay = review.trim() !== '' && dateOf(review) === null

  async function save() {
    setAsked(true)
    if (!isNamed || isWrongDay || !isMotive(motive)) return
    const reply = await move({ id, to: way.to, destination, reviewOn: dateOf(review), motive })
    if (!reply.ok) return
    draft.discard()
    onClose()
  }

  const footer = <DialogFoot label={text.done} onDo={() => void save()} onCancel={onClose} draft={draft} isDisabled={moving.state === 'running'} />
  return (
    <Dialog title={text.title(way.to)} isOpen onClose={onClose} footer={footer} draft={draft}>
      <div className="dialog-stack">
        {text.consequence[way.to] !== undefined && <p className="soft">{text.consequence[way.to]}</p>}
        {way.needsDestination && (
          <TextField label={label} description={help} value={destination} onChange={(typed) => draft.change({ destination: typed })} maxLength={200} autoFocus error={isAsked && !isNamed ? text.destinationError : undefined} />
        )}
        <MotiveField value={motive} onChange={(typed) => draft.change({ motive: typed })} isAsked={isAsked} autoFocus={!way.needsDestination} />
        <TextField label={text.review} description={text.reviewHelp} value={review} onChange={(typed) => draft.change({ review: typed })} placeholder="dd-mm-jjjj" maxLength={10} error={isWrongDay ? text.dayError : undefined} />
        {moving.problem && <ProblemNotice problem={moving.problem} />}
      </div>
    </Dialog>
  )
}
