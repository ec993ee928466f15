import { useState } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'

/** What a button does, apart from its looks. */
export type Behaviour = Omit<AriaButtonProps, 'className' | 'style' | 'children'>

/**
 * A button that is disabled while it has the focus, as one is that starts something and waits for it, is held instead: it does nothing and
 * says so, but keeps the focus until that goes elsewhere. From what is really disabled the focus falls to the page, out of the dialog.
 */
export function useHeldButton({ isDisabled = false, isPending = false, onFocusChange, ...behaviour }: Behaviour): Behaviour {
  const [isFocused, setFocused] = useState(false)
  return {
    ...behaviour,
    isDisabled: isDisabled && !isFocused,
    isPending: isPending || (isDisabled && isFocused),
    onFocusChange: (focused) => {
      setFocused(focused)
      onFocusChange?.(focused)
    },
  }
}
