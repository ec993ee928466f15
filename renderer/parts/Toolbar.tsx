import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'

/** Buttons that belong together: one stop for Tab, arrow keys within. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="page-actions">
      {children}
    </AriaToolbar>
  )
}
