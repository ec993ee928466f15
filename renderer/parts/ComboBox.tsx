import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { partsText } from '../text/parts.ts'
import { OptionItem, type Option } from './options.tsx'
import './fields.css'

export interface ComboBoxProps<Id extends string> {
  label: string
  isLabelHidden?: boolean
  options: readonly Option<Id>[]
  value: Id | null
  /** null when the field is emptied */
  onChange: (id: Id | null) => void
  placeholder?: string
  error?: string | undefined
  /** when the options come from the engine: hears what is typed, and filtering is left to it */
  onInput?: (text: string) => void
}

/** One of a long list, found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, isLabelHidden = false, options, value, onChange, placeholder, error, onInput } = props
  const source = onInput ? { items: options, onInputChange: onInput } : { defaultItems: options }
  return (
    <AriaComboBox
      {...source}
      className="field"
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== undefined}
    >
      <Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      <div className="field-combo">
        <Input className="field-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="field-combo-button">
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      </div>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover options" offset={4}>
        <ListBox className="options-list" renderEmptyState={() => <p className="options-empty">{partsText.nothingFound}</p>}>
          {(option: Option<Id>) => <OptionItem {...option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
