import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useHeldButton, type Behaviour } from './heldButton.ts'
import { Tooltip } from './Tooltip.tsx'
import './Button.css'

export interface IconButtonProps extends Behaviour {
  /** what it does; read aloud and shown as a tooltip */
  label: string
  icon: LucideIcon
  keys?: string
}

/** Only where the room for a word lacks: close, sort, previous, next. */
export function IconButton({ label, icon: Icon, keys, ...behaviour }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...useHeldButton(behaviour)} aria-label={label} className="button button-icon">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
