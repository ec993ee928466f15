import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { networkText } from '../../text/network.ts'
import { areRight, filterOf, noConditions, PathConditions } from './PathConditions.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'

const text = networkText.connect

/** Over what the network that joins several nodes may run. */
export function ConnectDialog({ keys, calls, onClose }: { keys: readonly EntityKey[]; calls: NetworkCalls; onClose: () => void }) {
  const [conditions, setConditions] = useState(noConditions)

  function search() {
    if (!areRight(conditions)) return
    onClose()
    void calls.connect(keys, { filter: filterOf(conditions), exclude: [], hubs: conditions.avoidsHubs ? 'avoid' : 'pass' })
  }

  return (
    <FormDialog title={text.dialog} done={text.search} onDo={search} onClose={onClose}>
      <p className="soft">{text.why(keys.length)}</p>
      <PathConditions value={conditions} onChange={setConditions} hasOrder={false} />
    </FormDialog>
  )
}
