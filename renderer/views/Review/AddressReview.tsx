import { useState } from 'react'
import { AddressQuestionState } from '#shared/contract/addressReview.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSettled } from '../../lib/settled.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { addressReviewText as text } from '../../text/addressReview.ts'
import { AddressReviewing } from './AddressReviewing.tsx'

const LIMIT = 200
/** ms without a key before the list is asked anew */
const PAUSE = 200

/** Addresses the matcher leaves to people: to choose, not found, and decided. @param counts the head of the screen shows them too */
export function AddressReview({ counts }: { counts: OutputOf<'addressReview.counts'> | undefined }) {
  const [state, setState] = useState<AddressQuestionState>('open')
  const [filter, setFilter] = useState('')
  const options = AddressQuestionState.options.map((id) => ({ id, label: text.shown(id, counts?.[id].questions) }))
  return (
    <div className="review-party">
      <div className="review-address-bar">
        <Segmented label={text.show} options={options} value={state} onChange={setState} />
        <TextField label={text.filter} isLabelHidden placeholder={text.filter} value={filter} onChange={setFilter} />
      </div>
      <Questions key={state} state={state} filter={useSettled(filter.trim(), PAUSE)} />
    </div>
  )
}

function Questions({ state, filter }: { state: AddressQuestionState; filter: string }) {
  const answer = useAnswer('addressReview.list', { state, text: filter, offset: 0, limit: LIMIT })
  return <Answered answer={answer}>{({ questions, total }) => <AddressReviewing state={state} questions={questions} total={total} />}</Answered>
}
