import { useEffect, useRef, type ReactNode } from 'react'
import './PageHeader.css'

export interface PageHeaderProps {
  title: string
  /** choices and actions behind the title */
  children?: ReactNode
  /** what is counted and as of when, at the right */
  facts?: ReactNode
}

/** The head of every screen. It takes the focus when the screen opens, so that a screen reader hears where it is. */
export function PageHeader({ title, children, facts }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Signaleringstool`
    if (!isInUse(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <header className="page-header">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children !== undefined && <div className="page-actions">{children}</div>}
      {facts !== undefined && <div className="page-facts">{facts}</div>}
    </header>
  )
}

/** Whoever works in a screen or answers a dialog keeps the focus; from the bars round the screen it moves. */
function isInUse(focused: Element | null): boolean {
  return focused?.closest('main, [role="dialog"], [role="alertdialog"], [role="menu"]') != null
}
