import { Dialog } from '../../parts/Dialog.tsx'
import { actionText } from '../../text/network.ts'
import type { NetworkDialog } from './actions.ts'
import { CaseDialog } from './CaseDialog.tsx'
import type { Drawing } from './drawing.ts'
import { EntityFinder } from './EntityFinder.tsx'
import { ExpandDialog } from './ExpandDialog.tsx'
import { PathDialog } from './PathDialog.tsx'
import type { NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'

export interface NetworkDialogsProps {
  dialog: NetworkDialog | null
  onClose: () => void
  drawing: Drawing
  visible: Visible
  calls: NetworkCalls
}

/** The question that lies over the network, if any; built anew each time it is asked. */
export function NetworkDialogs({ dialog, onClose, drawing, visible, calls }: NetworkDialogsProps) {
  if (dialog === null) return null
  switch (dialog.type) {
    case 'expand':
      return <ExpandDialog keys={dialog.keys} drawing={drawing} calls={calls} onClose={onClose} />
    case 'path':
      return <PathDialog {...dialog} visible={visible} calls={calls} onClose={onClose} />
    case 'case':
      return <CaseDialog drawing={drawing} visible={visible} onClose={onClose} />
    case 'add':
      return (
        <Dialog title={actionText.add.replace('…', '')} isOpen onClose={onClose}>
          <EntityFinder
            shown={drawing.nodes}
            onChoose={(key) => {
              onClose()
              void calls.add([key])
            }}
          />
        </Dialog>
      )
  }
}
