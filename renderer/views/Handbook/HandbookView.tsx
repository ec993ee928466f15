import Markdown from 'markdown-to-jsx/react'
import type { ViewProps } from '../../screens.ts'
import { Card } from '../../parts/Card.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useSession } from '../../lib/session.tsx'
import { screenLabel } from '../../text/frame.ts'
import { handbookPages } from './pages.ts'
import './Handbook.css'

/** The handbook: a list of pages and the one that is open. */
export function HandbookView({ subject }: ViewProps) {
  const { go } = useSession()
  const page = handbookPages.find((one) => one.id === subject) ?? handbookPages[0]
  if (!page) return null
  return (
    <div className="page">
      <PageHeader title={screenLabel.handbook} />
      <div className="handbook">
        <nav aria-label={screenLabel.handbook}>
          <ul>
            {handbookPages.map((one) => (
              <li key={one.id}>
                <a
                  href={`#/handboek/${one.id}`}
                  aria-current={one.id === page.id ? 'page' : undefined}
                  onClick={(event) => {
                    event.preventDefault()
                    go({ screen: 'handbook', subject: one.id })
                  }}
                >
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Card isTall>
          <article key={page.id} className="handbook-text">
            <h2>{page.title}</h2>
            <Markdown options={{ disableParsingRawHTML: true, overrides: { h1: { component: 'h2' }, h2: { component: 'h3' }, h3: { component: 'h4' } } }}>{page.text}</Markdown>
          </article>
        </Card>
      </div>
    </div>
  )
}
