import { Waypoints } from 'lucide-react'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { networkText } from '../../text/network.ts'
import { EntityFinder } from './EntityFinder.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'

/** An empty table: the field that puts the first node on it. @param isAsked whether the screen was opened to show something, which is on its way */
export function NetworkStart({ calls, isAsked }: { calls: NetworkCalls; isAsked: boolean }) {
  return (
    <div className="network-start">
      <EmptyState icon={Waypoints} title={networkText.start.title}>
        {networkText.start.why}
      </EmptyState>
      <div className="network-start-field">
        <EntityFinder onChoose={(key) => void calls.start([key])} shown={new Map()} autoFocus={!isAsked} />
      </div>
      {calls.isBusy && (
        <div className="network-busy">
          <ProgressBar progress={{ step: networkText.busy, done: 0, total: null }} onCancel={calls.cancel} />
        </div>
      )}
    </div>
  )
}
