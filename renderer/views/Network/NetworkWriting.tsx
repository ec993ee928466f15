import { WritingDialog } from '../../parts/WritingDialog.tsx'
import { stepText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import type { NetworkDialog } from './actionContext.ts'
import type { Drawing } from './drawing.ts'
import { act, select } from './networkStore.ts'
import { nothing } from './selection.ts'

/** What is asked when something is written in the picture. */
interface WritingProps<T extends NetworkDialog['type']> {
  dialog: Extract<NetworkDialog, { type: T }>
  drawing: Drawing
  onClose: () => void
}

/** A note with a node or a link. */
export function NoteDialog({ dialog: { about }, drawing, onClose }: WritingProps<'note'>) {
  return (
    <WritingDialog
      form={`network note ${about}`}
      title={groupText.note.dialog(labelOf(drawing, about))}
      why={groupText.note.why}
      field={groupText.note.field}
      initial={drawing.notes.get(about)?.text ?? ''}
      done={groupText.note.save}
      onDone={(text) => act({ type: 'note', about, text })}
      onClose={onClose}
    />
  )
}

/** A link that somebody supposes, and why. */
export function SupposeDialog({ dialog: { from, to }, drawing, onClose }: WritingProps<'suppose'>) {
  return (
    <WritingDialog
      form={`network suppose ${from} ${to}`}
      title={groupText.hypothesis.dialog}
      about={groupText.hypothesis.between(labelOf(drawing, from), labelOf(drawing, to))}
      why={groupText.hypothesis.why}
      field={groupText.hypothesis.field}
      done={groupText.hypothesis.add}
      error={groupText.hypothesis.field}
      onDone={(text) => act({ type: 'suppose', from, to, text })}
      onClose={onClose}
    />
  )
}

/** Why nodes go from the picture. */
export function RemoveDialog({ dialog: { keys }, drawing, onClose }: WritingProps<'remove'>) {
  function remove(reason: string) {
    act({ type: 'remove', keys, reason })
    select(nothing)
  }
  return (
    <WritingDialog
      form={`network remove ${keys.join(' ')}`}
      title={groupText.reason.dialog}
      about={stepText.nodes(keys.length, labelOf(drawing, keys[0] ?? ''))}
      why={groupText.reason.why}
      field={groupText.reason.field}
      done={groupText.reason.remove}
      error={groupText.reason.error}
      onDone={remove}
      onClose={onClose}
    />
  )
}

function labelOf({ nodes }: Drawing, key: string): string {
  return nodes.get(key)?.label ?? ''
}
