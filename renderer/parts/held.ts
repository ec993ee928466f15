import { useState } from 'react'

/** What of being disabled a control takes over: `isOff` is really disabled, `isHeld` does nothing and keeps the focus. */
export interface Held {
  isOff: boolean
  isHeld: boolean
  onFocusChange: (isFocused: boolean) => void
}

/**
 * A control that is disabled while it has the focus, as a button is that starts something and waits for it, is held instead: it does
 * nothing and says so, but keeps the focus until that goes elsewhere. From what is really disabled the focus falls to the page, out of the
 * dialog.
 */
export function useHeld(isDisabled: boolean): Held {
  const [isFocused, setFocused] = useState(false)
  return { isOff: isDisabled && !isFocused, isHeld: isDisabled && isFocused, onFocusChange: setFocused }
}
