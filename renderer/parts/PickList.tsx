import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { Option } from './options.tsx'
import './fields.css'

export interface PickListProps<Id extends string> {
  /** what there is to choose from; read aloud */
  label: string
  options: readonly Option<Id>[]
  chosen: ReadonlySet<Id>
  onChange: (chosen: ReadonlySet<Id>) => void
  /** stands in place of the options when there are none */
  empty: ReactNode
}

/** Any number out of many, in one stop of Tab: arrow keys, Home and End move, Space chooses, letters lead to what begins with them. */
export function PickList<Id extends string>({ label, options, chosen, onChange, empty }: PickListProps<Id>) {
  // what is chosen and not shown, because something else is looked for, stays chosen
  const unseen = [...chosen].filter((id) => options.every((option) => option.id !== id))
  return (
    <ListBox
      className="pick-list"
      aria-label={label}
      items={options}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(new Set([...unseen, ...options.flatMap(({ id }) => (keys === 'all' || keys.has(id) ? [id] : []))]))}
      escapeKeyBehavior="none"
      renderEmptyState={() => <p className="soft">{empty}</p>}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className="option pick">
          <span className="checkbox-box" aria-hidden>
            <Check size={14} strokeWidth={3} />
          </span>
          <span className="option-words">
            <span>{option.label}</span>
            {option.description !== undefined && <span className="option-description">{option.description}</span>}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
