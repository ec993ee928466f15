import { useState, type ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import './fields.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'aria-label'> {
  label: string
  /** keeps the label for screen readers only, where the place already says what it is */
  isLabelHidden?: boolean
  /** what to fill in, under the label */
  description?: ReactNode
  /** a sentence; its presence makes the field invalid */
  error?: string | undefined
  placeholder?: string
  /** more than one line of text */
  rows?: number
  /** what stands in it is a proposal: with `autoFocus` it is selected, to be typed over */
  isProposed?: boolean
}

export function TextField({ label, isLabelHidden = false, description, error, placeholder, rows, isProposed = false, ...behaviour }: TextFieldProps) {
  // as it opens; what is typed after that makes no difference
  const [place] = useState(() => (isProposed ? selectText : goToEnd))
  const more = { ...(placeholder === undefined ? {} : { placeholder }), ...(behaviour.autoFocus === true ? { ref: place } : {}) }
  return (
    <AriaTextField {...behaviour} isInvalid={error !== undefined} className="field">
      <Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {rows === undefined ? <Input className="field-input" {...more} /> : <TextArea className="field-input field-area" rows={rows} {...more} />}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

type TextInput = HTMLInputElement | HTMLTextAreaElement

function selectText(input: TextInput | null): void {
  input?.select()
}

/** Somebody typed it, and goes on with it. */
function goToEnd(input: TextInput | null): void {
  input?.setSelectionRange(input.value.length, input.value.length)
}
