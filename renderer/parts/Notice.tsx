import type { ReactNode } from 'react'
import './notices.css'

/** A word of caution or explanation that belongs to what stands beside it. */
export function Notice({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="notice">
      {title !== undefined && <p className="notice-what">{title}</p>}
      <div>{children}</div>
    </div>
  )
}
