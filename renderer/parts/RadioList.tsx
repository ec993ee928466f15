import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import type { Option } from './options.tsx'
import './RadioList.css'

export interface RadioListProps<Id extends string> {
  /** what is chosen; read aloud */
  label: string
  options: readonly Option<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** whether what is chosen has the focus when the list appears */
  autoFocus?: boolean
}

/** One of a few, each with room for a line of explanation. */
export function RadioList<Id extends string>({ label, options, value, onChange, autoFocus = false }: RadioListProps<Id>) {
  return (
    <RadioGroup
      className="radios"
      value={value}
      onChange={(chosen) => {
        const option = options.find(({ id }) => id === chosen)
        if (option) onChange(option.id)
      }}
    >
      <Label className="unseen">{label}</Label>
      {options.map((option) => (
        <RadioField key={option.id} value={option.id} autoFocus={autoFocus && option.id === value}>
          <RadioButton className="radio">
            <span className="radio-mark" aria-hidden />
            <span className="radio-words">
              <span className="radio-label">{option.label}</span>
              {option.description !== undefined && <span className="radio-description">{option.description}</span>}
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
