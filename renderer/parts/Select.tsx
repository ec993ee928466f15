import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { partsText } from '../text/parts.ts'
import { useHeld } from './held.ts'
import { OptionItem, type Option } from './options.tsx'
import './fields.css'

export interface SelectProps<Id extends string> {
  label: string
  isLabelHidden?: boolean
  options: readonly Option<Id>[]
  /** null while nothing is chosen */
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
  error?: string | undefined
  isDisabled?: boolean
}

/** One of a closed list; typing a letter jumps to it. For long lists use ComboBox. */
export function Select<Id extends string>({ label, isLabelHidden = false, options, value, onChange, placeholder, error, isDisabled = false }: SelectProps<Id>) {
  const held = useHeld(isDisabled)
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen && !held.isHeld) onChange(chosen.id)
      }}
      placeholder={placeholder ?? partsText.choose}
      isInvalid={error !== undefined}
      isDisabled={held.isOff}
      onFocusChange={held.onFocusChange}
    >
      <Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      <Button className="field-input field-select" isPending={held.isHeld}>
        <SelectValue className="field-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover options" offset={4}>
        <ListBox items={options} className="options-list">
          {(option) => <OptionItem {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
