import type { Delivery, DeliveryUse } from '#shared/contract/sources.ts'
import { useDraft } from '../../lib/drafts.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { useDialogJob } from '../../parts/dialogJob.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText } from '../../text/sources.ts'

const text = sourcesText.withdraw
const SHORTEST_REASON = 10

/** What used the delivery, and the reason to take it back; nothing happens before both have been seen. */
export function WithdrawDialog({ delivery, onClose, onDone }: { delivery: Delivery; onClose: () => void; onDone: () => void }) {
  const draft = useDraft(`withdraw ${delivery.id}`, { reason: '' })
  const { reason } = draft.typed
  const use = useAnswer('sources.use', { deliveryId: delivery.id })
  const job = useDialogJob('sources.withdraw')
  const isReady = reason.trim().length >= SHORTEST_REASON && use.value !== undefined && job.state !== 'running'

  async function withdraw() {
    const reply = await job.run({ deliveryId: delivery.id, reason: reason.trim() })
    if (!reply.ok) return
    draft.discard()
    tell(text.done(reply.value.rows, reply.value.isLinkedAnew))
    onDone()
  }

  const leave = () => {
    draft.discard()
    onClose()
  }
  const footer = (
    <>
      <Button onPress={leave} isDisabled={job.state === 'running'}>
        {text.cancel}
      </Button>
      <Button variant="danger" isDisabled={!isReady} onPress={() => void withdraw()}>
        {text.confirm}
      </Button>
    </>
  )
  return (
    <Dialog title={text.title} isOpen onClose={onClose} footer={footer} draft={draft} isFirm>
      <div className="sources-withdraw">
        <p>{[delivery.file, delivery.kindLabel, delivery.supplier].filter((part) => part !== '').join(' · ')}</p>
        <Answered answer={use}>{(value) => <Use use={value} />}</Answered>
        <TextField label={text.reason} description={text.reasonWhy} rows={2} value={reason} onChange={(typed) => draft.change({ reason: typed })} maxLength={500} />
        {job.state === 'running' && <ProgressBar progress={job.progress} onCancel={job.cancel} />}
        {job.problem && <ProblemNotice problem={job.problem} />}
      </div>
    </Dialog>
  )
}

function Use({ use }: { use: DeliveryUse }) {
  const isUsed = use.cases.length > 0 || use.scoreSets.count > 0 || use.exports.length > 0
  return (
    <>
      <p>{text.rows(use.rows)}</p>
      {use.later.length > 0 && <p>{text.later(use.later.length)}</p>}
      {!isUsed && <p className="soft">{text.unused}</p>}
      {isUsed && (
        <ul className="sources-use" aria-label={text.usedBy}>
          {use.cases.map((one) => (
            <li key={one.number}>{text.usedByCase(one.number, one.title, one.statements, one.subjects)}</li>
          ))}
          {use.exports.map((one) => (
            <li key={`${one.number} ${one.at}`}>{text.exported(one.number, one.at, one.recipients)}</li>
          ))}
          {use.scoreSets.count > 0 && <li>{text.scored(use.scoreSets.count, use.scoreSets.newest)}</li>}
        </ul>
      )}
    </>
  )
}
