import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { useHeld } from './held.ts'

/** What a button does, apart from its looks. */
export type Behaviour = Omit<AriaButtonProps, 'className' | 'style' | 'children'>

/** A button that is held while it has the focus and is disabled: to react-aria it is pending. */
export function useHeldButton({ isDisabled = false, isPending = false, onFocusChange, ...behaviour }: Behaviour): Behaviour {
  const held = useHeld(isDisabled)
  return {
    ...behaviour,
    isDisabled: held.isOff,
    isPending: isPending || held.isHeld,
    onFocusChange: (isFocused) => {
      held.onFocusChange(isFocused)
      onFocusChange?.(isFocused)
    },
  }
}
