import { Dialog } from '../../parts/Dialog.tsx'
import { actionText, stepText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { NetworkAction, NetworkDialog } from './actionContext.ts'
import type { ActionId } from './actions.ts'
import { CaseDialog } from './CaseDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import type { Drawing } from './drawing.ts'
import { EntityFinder } from './EntityFinder.tsx'
import { ExpandDialog } from './ExpandDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { act, select } from './networkStore.ts'
import { PathDialog } from './PathDialog.tsx'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { nothing, type Selection } from './selection.ts'
import type { NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'
import type { Workspace } from './workspace.ts'
import { WritingDialog } from '../../parts/WritingDialog.tsx'

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
  const labelOf = (key: string) => drawing.nodes.get(key)?.label ?? ''
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
      return (
        <WritingDialog
          form={`network note ${dialog.about}`}
          title={groupText.note.dialog(labelOf(dialog.about))}
          why={groupText.note.why}
          field={groupText.note.field}
          initial={drawing.notes.get(dialog.about)?.text ?? ''}
          done={groupText.note.save}
          onDone={(text) => act({ type: 'note', about: dialog.about, text })}
          onClose={onClose}
        />
      )
    case 'suppose':
      return (
        <WritingDialog
          form={`network suppose ${dialog.from} ${dialog.to}`}
          title={groupText.hypothesis.dialog}
          about={groupText.hypothesis.between(labelOf(dialog.from), labelOf(dialog.to))}
          why={groupText.hypothesis.why}
          field={groupText.hypothesis.field}
          done={groupText.hypothesis.add}
          error={groupText.hypothesis.field}
          onDone={(text) => act({ type: 'suppose', from: dialog.from, to: dialog.to, text })}
          onClose={onClose}
        />
      )
    case 'remove':
      return (
        <WritingDialog
          form={`network remove ${dialog.keys.join(' ')}`}
          title={groupText.reason.dialog}
          about={stepText.nodes(dialog.keys.length, labelOf(dialog.keys[0] ?? ''))}
          why={groupText.reason.why}
          field={groupText.reason.field}
          done={groupText.reason.remove}
          error={groupText.reason.error}
          onDone={(reason) => {
            act({ type: 'remove', keys: dialog.keys, reason })
            select(nothing)
          }}
          onClose={onClose}
        />
      )
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
