import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to an element when what had it went from the screen, as a button does that was pressed: Tab then goes on from there, and
 * a screen reader says where one is. Whoever works elsewhere keeps it.
 * @param moment another value whenever that may have happened
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, moment: string): void {
  const before = useRef(moment)
  useEffect(() => {
    if (before.current === moment) return
    before.current = moment
    // a list of choices that closes gives the focus back to its field in the next frame
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) element.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [element, moment])
}
