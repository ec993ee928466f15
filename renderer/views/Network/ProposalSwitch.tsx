import { formatNumber } from '#shared/text/format.ts'
import { networkText } from '../../text/network.ts'
import { proposalStore, type Proposals } from './proposals.ts'
import { StrengthLine } from './StrengthLine.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'

const text = networkText.proposals

/** Shows or hides what may be the same, and brings in those that lie outside the picture. */
export function ProposalSwitch({ proposals: { isAllowed, isOn, shown, outside }, calls }: { proposals: Proposals; calls: NetworkCalls }) {
  if (!isAllowed) return null
  return (
    <>
      <button type="button" className="legend-switch" aria-pressed={isOn} title={text.hint} onClick={() => proposalStore.set(!isOn)}>
        <StrengthLine strength="suspected" />
        {text.toggle} {isOn && <span className="soft">{formatNumber(shown.length)}</span>}
      </button>
      {outside.length > 0 && (
        <button type="button" className="legend-switch" onClick={() => void calls.add(outside)}>
          {text.outside(outside.length)}
        </button>
      )}
    </>
  )
}
