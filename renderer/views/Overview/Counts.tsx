import type { VaultStatus } from '#shared/contract/vault.ts'
import { formatNumber } from '#shared/text/format.ts'
import { overviewText } from '../../text/overview.ts'

const shown = ['addresses', 'companies', 'persons', 'references', 'deliveries'] as const

/** The five figures of the vault. */
export function Counts({ counts, label }: { counts: VaultStatus['counts']; label: string }) {
  return (
    <dl className="overview-counts" aria-label={label}>
      {shown.map((name) => (
        <div key={name} className="overview-count">
          <dt>{overviewText.counts[name]}</dt>
          <dd>{formatNumber(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
