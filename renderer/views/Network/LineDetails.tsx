import type { NetworkLink } from '#shared/model/network.ts'
import { linkForward } from '#shared/text/links.ts'
import type { Drawing } from './drawing.ts'
import { LinkFacts } from './LinkFacts.tsx'

/** The links in the chosen lines, each as a sentence with its facts and source. */
export function LineDetails({ links, drawing }: { links: readonly NetworkLink[]; drawing: Drawing }) {
  const labelOf = (key: string) => drawing.nodes.get(key)?.label ?? ''
  return (
    <section className="panel-part">
      <ul className="panel-links">
        {links.map((link) => (
          <li key={link.id} className="panel-link">
            <span>
              <strong>{labelOf(link.from)}</strong> {linkForward(link)} <strong>{labelOf(link.to)}</strong>
            </span>
            <LinkFacts link={link} />
          </li>
        ))}
      </ul>
    </section>
  )
}
