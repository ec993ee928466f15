import type { ReactNode } from 'react'
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
}

export function TextField({ label, isLabelHidden = false, description, error, placeholder, rows, ...behaviour }: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <AriaTextField {...behaviour} isInvalid={error !== undefined} className="field">
      <Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {rows === undefined ? <Input className="field-input" {...hint} {...(behaviour.autoFocus === true ? { ref: selectText } : {})} /> : <TextArea className="field-input field-area" rows={rows} {...hint} />}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

/** What is proposed in a field that a dialog opens with is typed over, as it is in one that is reached with Tab. */
function selectText(input: HTMLInputElement | null): void {
  input?.select()
}
