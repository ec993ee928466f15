import { useState, type ReactNode } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { EntityKind, LinkKind } from '#shared/model/entity.ts'
import { entityKindPlural, linkKindNoun, linkStrengthLabel } from '#shared/text/terms.ts'
import { KindMark } from '../../parts/KindMark.tsx'
import { formatNumber } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import type { Drawing } from './drawing.ts'
import { act } from './networkStore.ts'
import { StrengthLine } from './StrengthLine.tsx'
import { kindCounts } from './visible.ts'

/** What shapes and lines mean, how many there are, and the switch to leave a kind out. @param children further switches */
export function Legend({ drawing, children }: { drawing: Drawing; children: ReactNode }) {
  const [showsLinks, setShowsLinks] = useState(false)
  const counts = kindCounts(drawing)
  const { filter } = drawing
  const links = [...drawing.links.values()]
  const nodes = [...drawing.nodes.values()].filter((node) => !node.isHidden)
  const change = (part: Partial<Drawing['filter']>) => act({ type: 'filter', filter: { ...filter, ...part } })
  const toggled = <K,>(list: readonly K[], kind: K): K[] => (list.includes(kind) ? list.filter((one) => one !== kind) : [...list, kind])
  return (
    <section className="network-legend" aria-label={networkText.legend.label}>
      <div className="legend-kinds">
        {EntityKind.options.filter((kind) => counts.nodes.has(kind)).map((kind) => (
          <Switch key={kind} mark={<KindMark kind={kind} />} label={entityKindPlural[kind]} count={counts.nodes.get(kind)} isOn={!filter.offKinds.includes(kind)} onPress={() => change({ offKinds: toggled(filter.offKinds, kind) })} />
        ))}
      </div>
      {counts.links.size > 0 && (
        <button type="button" className="legend-switch legend-more" aria-expanded={showsLinks} onClick={() => setShowsLinks(!showsLinks)}>
          {networkText.legend.links}
          {showsLinks ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
        </button>
      )}
      {showsLinks && (
        <div className="legend-links">
          {LinkKind.options.filter((kind) => counts.links.has(kind)).map((kind) => (
            <Switch key={kind} mark={<span className="legend-line" aria-hidden />} label={linkKindNoun[kind]} count={counts.links.get(kind)} isOn={!filter.offLinks.includes(kind)} onPress={() => change({ offLinks: toggled(filter.offLinks, kind) })} />
          ))}
        </div>
      )}
      {drawing.notes.size + drawing.hypotheses.size > 0 && (
        <Switch mark={<span className="legend-line legend-supposed" aria-hidden />} label={networkText.legend.layer} count={drawing.notes.size + drawing.hypotheses.size} isOn={filter.showsLayer} onPress={() => change({ showsLayer: !filter.showsLayer })} />
      )}
      {children}
      <ul className="legend-signs">
        {[...drawing.groups.values()].some(({ isOpen }) => !isOpen) && <li><span className="legend-group" aria-hidden />{networkText.legend.groups}</li>}
        {filter.compare && <li><span className="legend-line legend-new" aria-hidden />{networkText.legend.fresh}</li>}
        {filter.compare && <li><span className="legend-line legend-gone" aria-hidden />{networkText.legend.gone}</li>}
        {(['suspected', 'unconfirmed'] as const).filter((strength) => links.some((link) => link.strength === strength)).map((strength) => (
          <li key={strength}><StrengthLine strength={strength} />{linkStrengthLabel[strength]}</li>
        ))}
        {nodes.some(({ references }) => references > 0) && <li><span className="legend-badge" aria-hidden>n</span>{networkText.legend.references}</li>}
        {nodes.some(({ pinned }) => pinned) && <li><span className="legend-pin" aria-hidden />{networkText.legend.pinned}</li>}
      </ul>
    </section>
  )
}

interface SwitchProps {
  mark: ReactNode
  label: string
  count: number | undefined
  isOn: boolean
  onPress: () => void
}

/** One kind, with how much there is of it: pressed while it is shown. */
function Switch({ mark, label, count = 0, isOn, onPress }: SwitchProps) {
  return (
    <button type="button" className="legend-switch" aria-pressed={isOn} title={networkText.legend.hint} onClick={onPress}>
      {mark}
      {label} <span className="soft">{formatNumber(count)}</span>
    </button>
  )
}
