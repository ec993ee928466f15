import { useEffect, useRef, useState } from 'react'
import type { AddressQuestion, AddressQuestionState } from '#shared/contract/addressReview.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { isReason } from '../../lib/deciding.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { useStore } from '../../lib/store.ts'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { addressReviewText as text } from '../../text/addressReview.ts'
import { addressDeciding, decideOnAddress, undoLastAddress } from './addressDeciding.ts'
import { AddressPanel } from './AddressPanel.tsx'

interface AddressReviewingProps {
  state: AddressQuestionState
  questions: readonly AddressQuestion[]
  total: number
}

/** Candidates that have a key of their own. */
const KEYED = 9

/** The queue beside the address in hand; wholly by keys, mouse or screen reader. */
export function AddressReviewing({ state, questions, total }: AddressReviewingProps) {
  const [place, setPlace] = useState(0)
  const [lacksReason, setLack] = useState(false)
  const { reason, hidden, problem } = useStore(addressDeciding)
  const shown = state === 'decided' ? questions : questions.filter(({ key }) => !hidden.has(key))
  const at = Math.min(place, Math.max(0, shown.length - 1))
  const current = shown[at]

  const move = (to: number): void => setPlace(Math.max(0, Math.min(to, shown.length - 1)))
  const decide = (address: EntityKey | null): void => {
    if (!current) return
    setLack(!isReason(reason))
    if (!isReason(reason)) return document.getElementById('address-reason')?.focus()
    // the next one takes the place of the one that is decided
    void decideOnAddress(current.key, address)
  }
  const undo = async (): Promise<void> => tell((await undoLastAddress()) ? text.undone : text.nothingToUndo)
  useShortcuts(text.keys, [
    ...Array.from({ length: KEYED }, (_, i) => ({
      keys: `${i + 1}`, label: text.choose(i + 1),
      run: () => {
        const candidate = current?.candidates[i]
        if (candidate) decide(candidate.key)
      },
    })),
    { keys: '0', label: text.none, run: () => decide(null) },
    { keys: '↓', label: text.next, run: () => move(at + 1) },
    { keys: '↑', label: text.previous, run: () => move(at - 1) },
    { keys: 'R', label: text.reasonKey, run: () => document.getElementById('address-reason')?.focus() },
    { keys: 'U', label: text.undo, run: () => void undo() },
  ])
  if (!current) {
    return (
      <Card isTall>
        {problem && <ProblemNotice problem={problem} />}
        <EmptyState title={text.empty[state].title}>{text.empty[state].why}</EmptyState>
      </Card>
    )
  }
  return (
    <div className="review-columns review-addresses">
      <Queue state={state} questions={shown} total={total - (questions.length - shown.length)} at={at} onChoose={move} />
      <div className="review-pair">
        {problem && <ProblemNotice problem={problem} />}
        {lacksReason && !isReason(reason) && <Notice>{text.reasonFirst}</Notice>}
        <AddressPanel key={current.key} question={current} place={{ at: at + 1, of: total }} onDecide={decide} onUndo={() => void undo()} />
      </div>
    </div>
  )
}

interface QueueProps extends AddressReviewingProps {
  at: number
  onChoose: (place: number) => void
}

function Queue({ state, questions, total, at, onChoose }: QueueProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' }), [at])
  return (
    <Card title={text.queue[state]} isFlush isTall>
      <ol ref={list} className="review-queue" aria-label={text.queue[state]}>
        {questions.map((question, place) => (
          <li key={question.key}>
            <button type="button" className="review-queued" aria-current={place === at} onClick={() => onChoose(place)}>
              <span className="review-names">
                <span className="ellipsis">{question.written}</span>
                {question.decision && <span className="ellipsis soft">→ {text.verdict(question.decision)}</span>}
              </span>
              <span className="review-change small soft">
                <span className="ellipsis">{question.supplier}</span>
                <span className="nowrap">{text.rows(question.rows)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="review-foot small soft">{questions.length < total ? text.more(questions.length, total) : text.order[state]}</p>
    </Card>
  )
}
