import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components/ListBox'

/** One choice in a Select or ComboBox. */
export interface Option<Id extends string = string> {
  id: Id
  label: string
  description?: string
}

export function OptionItem({ id, label, description }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} className="option">
      <span className="option-words">
        <span>{label}</span>
        {description !== undefined && <span className="option-description">{description}</span>}
      </span>
      <Check className="option-check" size={16} strokeWidth={2} aria-hidden />
    </ListBoxItem>
  )
}
