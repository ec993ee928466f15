import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { networkText } from '../../text/network.ts'
import { partsText } from '../../text/parts.ts'
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

  const footer = (
    <>
      <Button onPress={onClose}>{partsText.cancel}</Button>
      <Button variant="primary" onPress={search}>
        {text.search}
      </Button>
    </>
  )
  return (
    <Dialog title={text.dialog} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        <p className="soft">{text.why(keys.length)}</p>
        <PathConditions value={conditions} onChange={setConditions} hasOrder={false} />
      </div>
    </Dialog>
  )
}
