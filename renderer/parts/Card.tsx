import type { ReactNode } from 'react'
import './Card.css'

export interface CardProps {
  title?: string
  /** at the right of the title: a count, a link, a button */
  aside?: ReactNode
  /** no padding round the content, for tables and maps */
  isFlush?: boolean
  /** takes the height that is left */
  isTall?: boolean
  children: ReactNode
}

/** A white sheet on the ground; a section with a heading when it has a title. */
export function Card({ title, aside, isFlush = false, isTall = false, children }: CardProps) {
  const classes = ['card', ...(isFlush ? ['card-flush'] : []), ...(isTall ? ['card-tall'] : [])].join(' ')
  return (
    <section className={classes} aria-label={title}>
      {title !== undefined && (
        <header className="card-head">
          <h2>{title}</h2>
          {aside !== undefined && <div className="card-aside">{aside}</div>}
        </header>
      )}
      <div className="card-body">{children}</div>
    </section>
  )
}
