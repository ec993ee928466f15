import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Text } from 'react-aria-components/Text'
import { useHeld } from './held.ts'
import './fields.css'

export interface CheckboxProps {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  /** some of what it stands for is chosen */
  isIndeterminate?: boolean
  isDisabled?: boolean
  description?: string
}

export function Checkbox({ children, isSelected, onChange, isIndeterminate = false, isDisabled = false, description }: CheckboxProps) {
  const held = useHeld(isDisabled)
  return (
    <CheckboxField
      className="checkbox-field"
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={held.isOff}
      isReadOnly={held.isHeld}
      onFocusChange={held.onFocusChange}
    >
      <CheckboxButton className="checkbox">
        <span className="checkbox-box" aria-hidden>
          {isIndeterminate ? <Minus size={14} strokeWidth={3} /> : <Check size={14} strokeWidth={3} />}
        </span>
        <span>{children}</span>
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" className="checkbox-description">
          {description}
        </Text>
      )}
    </CheckboxField>
  )
}
