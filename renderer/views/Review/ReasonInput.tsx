interface ReasonInputProps {
  /** by which a key brings the focus here */
  id: string
  words: { reason: string; reasonHint: string; reasonStays: string }
  /** id of the reasons it offers */
  list?: string
  value: string
  onChange: (reason: string) => void
}

/** Why, in a line beside the verdicts; leaving it gives the keys back to them. */
export function ReasonInput({ id, words, list, value, onChange }: ReasonInputProps) {
  return (
    <input
      id={id}
      className="field-input review-reason"
      aria-label={words.reason}
      placeholder={words.reasonHint}
      title={words.reasonStays}
      list={list}
      maxLength={400}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
