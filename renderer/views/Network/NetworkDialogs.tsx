import type { EntityKey } from '#shared/model/entity.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { actionText } from '../../text/network.ts'
import type { NetworkAction, NetworkDialog } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import { CaseDialog } from './CaseDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import type { Drawing } from './drawing.ts'
import { EntityFinder } from './EntityFinder.tsx'
import { ExpandDialog } from './ExpandDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { NoteDialog, RemoveDialog, SupposeDialog } from './NetworkWriting.tsx'
import { PathDialog } from './PathDialog.tsx'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import type { Selection } from './selection.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'
import type { Workspace } from './workspace.ts'

export interface NetworkDialogsProps {
  dialog: NetworkDialog | null
  onClose: () => void
  actions: Record<ActionId, NetworkAction>
  workspace: Workspace
  drawing: Drawing
  visible: Visible
  selection: Selection
  calls: NetworkCalls
}

/** The question that lies over the network, if any; built anew each time it is asked. */
export function NetworkDialogs({ dialog, onClose, actions, workspace, drawing, visible, selection, calls }: NetworkDialogsProps) {
  if (dialog === null) return null
  switch (dialog.type) {
    case 'expand':
      return <ExpandDialog keys={dialog.keys} drawing={drawing} calls={calls} onClose={onClose} />
    case 'path':
      return <PathDialog {...dialog} visible={visible} calls={calls} onClose={onClose} />
    case 'case':
      return <CaseDialog drawing={drawing} selection={selection} onClose={onClose} />
    case 'export':
      return <ExportDialog drawing={drawing} selection={selection} initial={dialog.format} onClose={onClose} />
    case 'saveView':
      return <SaveViewDialog drawing={drawing} onClose={onClose} />
    case 'close':
      return <CloseDialog steps={workspace.steps.length - 1} onSave={actions.saveView.isDisabled === true ? null : actions.saveView.run} onClose={onClose} />
    case 'connect':
      return <ConnectDialog keys={dialog.keys} calls={calls} onClose={onClose} />
    case 'note':
      return <NoteDialog dialog={dialog} drawing={drawing} onClose={onClose} />
    case 'suppose':
      return <SupposeDialog dialog={dialog} drawing={drawing} onClose={onClose} />
    case 'remove':
      return <RemoveDialog dialog={dialog} drawing={drawing} onClose={onClose} />
    case 'add':
      return <AddDialog drawing={drawing} calls={calls} onClose={onClose} />
  }
}

/** Finding a node to put into the picture. */
function AddDialog({ drawing, calls, onClose }: Pick<NetworkDialogsProps, 'drawing' | 'calls' | 'onClose'>) {
  function add(key: EntityKey) {
    onClose()
    void calls.add([key])
  }
  return (
    <Dialog title={actionText.add.replace('…', '')} isOpen onClose={onClose}>
      <EntityFinder shown={drawing.nodes} onChoose={add} />
    </Dialog>
  )
}
