import { Ban, Undo2 } from 'lucide-react'
import type { AddressChoice, AddressQuestion } from '#shared/contract/addressReview.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { KeyHint } from '../../parts/KeyHint.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { addressReviewText as text } from '../../text/addressReview.ts'
import { addressDeciding, setReason, undoDecision } from './addressDeciding.ts'
import { AddressFinder } from './AddressFinder.tsx'
import { ReasonInput } from './ReasonInput.tsx'

interface AddressPanelProps {
  question: AddressQuestion
  place: { at: number; of: number }
  /** null for none */
  onDecide: (address: EntityKey | null) => void
  onUndo: () => void
}

/** One written address: what it can be, why the matcher left it, where it stands, and what was decided before. */
export function AddressPanel({ question, place, onDecide, onUndo }: AddressPanelProps) {
  const answer = useAnswer('addressReview.question', { key: question.key })
  return (
    <>
      <div className="review-scroll">
        <Card title={text.title} aside={text.place(place.at, place.of)}>
          <p className="review-written">{question.written}</p>
          <p className="soft small">
            {text.writtenBy(question)}. {text.holds}
          </p>
          <Decided question={question} />
          <Candidates question={question} onDecide={onDecide} />
        </Card>
        <Answered answer={answer}>{(evidence) => <Evidence question={question} evidence={evidence} />}</Answered>
      </div>
      <Verdict hasCandidates={question.candidates.length > 0} onDecide={onDecide} onUndo={onUndo} />
    </>
  )
}

function Decided({ question: { key, decision } }: { question: AddressQuestion }) {
  if (!decision) return null
  return (
    <Notice title={text.verdict(decision)}>
      {text.told(decision)}
      <div className="notice-action">
        <Button onPress={() => void undoDecision(decision.id, key, text.withdraw)}>{text.withdraw}</Button>
      </div>
    </Notice>
  )
}

function Candidates({ question, onDecide }: { question: AddressQuestion; onDecide: (address: EntityKey) => void }) {
  const chosen = question.decision?.choice?.key
  return (
    <>
      {question.candidates.length > 0 && (
        <ol className="review-candidates" aria-label={text.candidates}>
          {question.candidates.map((candidate, i) => (
            <li key={candidate.key}>
              <Candidate candidate={candidate} keys={i < 9 ? `${i + 1}` : ''} isChosen={candidate.key === chosen} onChoose={() => onDecide(candidate.key)} />
            </li>
          ))}
        </ol>
      )}
      <AddressFinder onChoose={onDecide} />
    </>
  )
}

function Candidate({ candidate, keys, isChosen, onChoose }: { candidate: AddressChoice; keys: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className="review-candidate" aria-pressed={isChosen} aria-label={text.candidate(keys, candidate.label, candidate.detail)} onClick={onChoose}>
      {keys === '' ? <span /> : <KeyHint keys={keys} />}
      <span className="review-candidate-label">{candidate.label}</span>
      <span className="soft">{candidate.detail}</span>
      {isChosen ? <Pill tone="accent">{text.chosen}</Pill> : candidate.isWithdrawn ? <Pill>{text.withdrawn}</Pill> : <span />}
    </button>
  )
}

function Evidence({ question, evidence: { steps, records, ledger } }: { question: AddressQuestion; evidence: OutputOf<'addressReview.question'> }) {
  return (
    <div className="review-evidence">
      {steps.length > 0 && (
        <Card title={text.steps}>
          <ol className="review-steps">
            {steps.map((step, i) => (
              <li key={i}>{step}</li>
            ))}
          </ol>
        </Card>
      )}
      {records.length > 0 && (
        <Card title={text.records}>
          <ul className="review-records">
            {records.map((source) => (
              <li key={source.recordId}>
                <SourceLink source={source} />
              </li>
            ))}
            {question.rows > records.length && <li className="soft small">{text.moreRecords(question.rows - records.length)}</li>}
          </ul>
        </Card>
      )}
      {ledger.length > 0 && (
        <Card title={text.ledger}>
          <ul className="review-records">
            {ledger.map((line) => (
              <li key={line.id}>{text.told(line)}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

function Verdict({ hasCandidates, onDecide, onUndo }: { hasCandidates: boolean; onDecide: (address: null) => void; onUndo: () => void }) {
  const { reason } = useStore(addressDeciding)
  return (
    <div className="review-verdicts" role="group" aria-label={text.reason}>
      <ReasonInput id="address-reason" words={text} list="address-reasons" value={reason} onChange={setReason} />
      <datalist id="address-reasons">
        {text.reasons.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <Button variant="quiet" icon={Undo2} keys="U" onPress={onUndo}>
        {text.undo}
      </Button>
      <Button icon={Ban} keys="0" onPress={() => onDecide(null)}>
        {hasCandidates ? text.none : text.noneAtAll}
      </Button>
    </div>
  )
}
