import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { useSearch } from '../../lib/search.ts'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { addressReviewText as text } from '../../text/addressReview.ts'

const LIMIT = 12

/** Finds an address that is not among the candidates. */
export function AddressFinder({ onChoose }: { onChoose: (address: EntityKey) => void }) {
  const [typed, setTyped] = useState('')
  const { answer, isAsking } = useSearch(typed, ['address'], LIMIT)
  const options = (isAsking ? (answer.value?.hits ?? []) : []).map(({ key, title, subtitle }) => ({ id: key, label: title, description: subtitle }))
  return (
    <div className="review-other">
      <ComboBox label={text.other} isLabelHidden placeholder={text.other} options={options} value={null} onInput={setTyped} onChange={(key) => key !== null && onChoose(key)} />
    </div>
  )
}
