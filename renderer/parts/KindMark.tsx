import type { EntityKind } from '#shared/model/entity.ts'
import './KindMark.css'

/** The shape that stands for a kind of node here and in the network: square, diamond, circle. The word stands beside it. */
export function KindMark({ kind }: { kind: EntityKind }) {
  return (
    <svg className={`kind-mark kind-${kind}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      {kind === 'address' && <rect x="2" y="2" width="12" height="12" rx="2.5" />}
      {kind === 'company' && <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" />}
      {kind === 'person' && <circle cx="8" cy="8" r="6.2" />}
    </svg>
  )
}
