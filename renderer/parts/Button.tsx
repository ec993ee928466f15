import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useHeldButton, type Behaviour } from './heldButton.ts'
import { KeyHint } from './KeyHint.tsx'
import './Button.css'

export interface ButtonProps extends Behaviour {
  children: ReactNode
  /** `primary` once per screen; `quiet` has no border; `danger` for what cannot be undone */
  variant?: 'normal' | 'primary' | 'quiet' | 'danger'
  icon?: LucideIcon
  /** shown behind the words, such as `E` or `Ctrl L`; the screen itself listens for it */
  keys?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button({ children, variant = 'normal', icon: Icon, keys, ref, ...behaviour }: ButtonProps) {
  return (
    <AriaButton {...useHeldButton(behaviour)} {...(ref === undefined ? {} : { ref })} className={`button button-${variant}`}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className="button-label">{children}</span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </AriaButton>
  )
}
