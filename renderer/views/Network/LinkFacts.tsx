import type { NetworkLink } from '#shared/model/network.ts'
import { linkStrengthLabel } from '#shared/text/terms.ts'
import { SourceLink } from '../../parts/SourceLink.tsx'
import { formatPeriod } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'

/** Under a link: what it says, when, how sure, on what ground, and the row behind it. */
export function LinkFacts({ link }: { link: NetworkLink }) {
  const facts = [link.label, formatPeriod(link.start, link.end), ...(link.strength === 'confirmed' ? [] : [linkStrengthLabel[link.strength]])]
  return (
    <div className="link-facts small soft">
      <span>{facts.join(' · ')}</span>
      <SourceLink source={link.source} />
      {link.ground !== '' && <span title={networkText.details.ground}>{link.ground}</span>}
    </div>
  )
}
