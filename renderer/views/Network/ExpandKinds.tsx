import { LinkKind } from '#shared/model/entity.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { linkKindLabel, linkKindNoun, linkKindReverse } from '#shared/text/terms.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { networkText } from '../../text/network.ts'

type Counts = OutputOf<'network.preview'>['groups']

/** How many links of the chosen kinds there are. */
export function totalOf(counts: Counts, kinds: readonly LinkKind[]): number {
  return counts.reduce((sum, { kind, links }) => sum + (kinds.includes(kind) ? links : 0), 0)
}

/** The kinds to follow; with counts only those that occur, and how often in which direction. */
export function ExpandKinds({ counts, kinds, onChange }: { counts: Counts | null; kinds: readonly LinkKind[]; onChange: (kinds: readonly LinkKind[]) => void }) {
  const shown = LinkKind.options.filter((kind) => counts === null || counts.some((one) => one.kind === kind))
  const toggle = (kind: LinkKind, isOn: boolean) => onChange(LinkKind.options.filter((one) => (one === kind ? isOn : kinds.includes(one))))
  return (
    <fieldset className="expand-kinds">
      <legend className="field-label">{networkText.expand.kinds}</legend>
      {shown.map((kind) => (
        <Checkbox key={kind} isSelected={kinds.includes(kind)} onChange={(isOn) => toggle(kind, isOn)} {...(counts ? { description: describe(counts, kind) } : {})}>
          {linkKindNoun[kind]}
        </Checkbox>
      ))}
    </fieldset>
  )
}

/** `bestuurder van: 3 · bestuurd door: 2` */
function describe(counts: Counts, kind: LinkKind): string {
  return counts
    .filter((one) => one.kind === kind)
    .map(({ direction, links }) => `${direction === 'out' ? linkKindLabel[kind] : linkKindReverse[kind]}: ${networkText.expand.count(links)}`)
    .join(' · ')
}
