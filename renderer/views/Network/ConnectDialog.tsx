import { useState } from 'react'
import type { EntityKey } from '#shared/model/entity.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
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

  const footer = <DialogFoot label={text.search} onDo={search} onCancel={onClose} />
  return (
    <Dialog title={text.dialog} isOpen onClose={onClose} footer={footer}>
      <div className="dialog-stack">
        <p className="soft">{text.why(keys.length)}</p>
        <PathConditions value={conditions} onChange={setConditions} hasOrder={false} />
      </div>
    </Dialog>
  )
}
