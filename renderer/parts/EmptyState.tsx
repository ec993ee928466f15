import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './notices.css'

export interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  /** why it is empty and what fills it */
  children?: ReactNode
  /** the next step */
  action?: ReactNode
}

/** Nothing here yet, said kindly, with the step that changes it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {Icon && <Icon size={24} strokeWidth={1.5} aria-hidden />}
      <h2>{title}</h2>
      {children !== undefined && <div className="empty-words">{children}</div>}
      {action !== undefined && <div className="empty-action">{action}</div>}
    </div>
  )
}
