import { ClipboardPaste, Copy, Expand, Eye, EyeOff, FolderPlus, Link2, PanelTop, Pin, PinOff, Plus, Redo2, Route, Scissors, Settings2, StickyNote, Trash2, Undo2, Waypoints, X } from 'lucide-react'
import { actionText, stepText } from '../../text/network.ts'
import { expandOrAsk, type ActionContext, type NetworkAction } from './actionContext.ts'
import { clipStore, copyNodes } from './clipboard.ts'
import { act, select } from './networkStore.ts'
import { nothing, selectedNodes } from './selection.ts'
import { DEFAULT_LIMIT } from './useNetworkCalls.ts'

/** What brings in, takes away, holds or marks. */
export function changeActions(context: ActionContext) {
  const { workspace, drawing, visible, selection, open } = context
  const chosen = selectedNodes(visible, selection)
  const keys = chosen.map(({ key }) => key)
  const hiddenChosen = visible.hidden.map(({ key }) => key).filter((key) => selection.has(key))
  const others = visible.nodes.map(({ key }) => key).filter((key) => !selection.has(key))
  const isEmpty = drawing.nodes.size === 0
  const held = [...chosen.map(({ key, pinned }) => ({ key, pinned })), ...visible.groups.filter(({ id }) => selection.has(id)).map(({ id, isPinned }) => ({ key: id, pinned: isPinned }))]
  const hasPinned = held.length > 0 && held.every(({ pinned }) => pinned)
  const [first, second] = keys
  const none = keys.length === 0
  return {
    expand: { label: actionText.expand, icon: Expand, keys: 'E', isDisabled: none, run: () => expandOrAsk(context, keys) },
    expandWith: { label: actionText.expandWith, icon: Settings2, keys: 'Shift E', isDisabled: none, run: () => open({ type: 'expand', keys }) },
    ...depthActions(context, keys),
    path: { label: actionText.path, icon: Route, keys: 'W', isDisabled: visible.nodes.length < 2, run: () => open({ type: 'path', from: first ?? null, to: second ?? null }) },
    connect: { label: actionText.connect, icon: Waypoints, keys: 'Shift W', isDisabled: keys.length < 2, run: () => open({ type: 'connect', keys }) },
    pin: {
      label: hasPinned ? actionText.unpin : actionText.pin, icon: hasPinned ? PinOff : Pin, keys: 'P', isDisabled: held.length === 0,
      run: () => act({ type: 'pin', keys: held.map(({ key }) => key), isPinned: !hasPinned }),
    },
    hide: { label: actionText.hide, icon: EyeOff, keys: 'H', isDisabled: none, run: () => hide(keys) },
    hideByDelete: { label: actionText.hide, keys: 'Del', isDisabled: none, run: () => hide(keys) },
    hideOthers: { label: actionText.hideOthers, keys: 'Shift H', isDisabled: none || others.length === 0, run: () => act({ type: 'hide', keys: others }) },
    show: {
      label: hiddenChosen.length > 0 ? actionText.showChosen : actionText.showAll, icon: Eye, keys: 'Alt H', isDisabled: visible.hidden.length === 0,
      run: () => act({ type: 'show', keys: hiddenChosen.length > 0 ? hiddenChosen : visible.hidden.map(({ key }) => key) }),
    },
    remove: { label: actionText.remove, icon: Trash2, keys: 'Shift Del', isDisabled: keys.length + hiddenChosen.length === 0, run: () => open({ type: 'remove', keys: [...keys, ...hiddenChosen] }) },
    copy: { label: actionText.copy, icon: Copy, keys: 'Ctrl C', isDisabled: none, run: () => copyNodes(chosen, visible.links) },
    cut: {
      label: actionText.cut, icon: Scissors, keys: 'Ctrl X', isDisabled: none,
      run: () => {
        copyNodes(chosen, visible.links)
        hide(keys)
      },
    },
    paste: { label: actionText.paste, icon: ClipboardPaste, keys: 'Ctrl V', isDisabled: clipStore.get() === null, run: paste },
    note: { label: actionText.note, icon: StickyNote, keys: 'N', isDisabled: keys.length !== 1, run: () => first !== undefined && open({ type: 'note', about: first }) },
    suppose: {
      label: actionText.suppose, icon: Link2, keys: 'Shift N', isDisabled: keys.length !== 2,
      run: () => first !== undefined && second !== undefined && open({ type: 'suppose', from: first, to: second }),
    },
    undo: { label: actionText.undo, icon: Undo2, keys: 'Ctrl Z', isDisabled: workspace.at === 0, run: () => act({ type: 'undo' }) },
    redo: { label: actionText.redo, icon: Redo2, keys: 'Ctrl Y', isDisabled: workspace.at === workspace.steps.length - 1, run: () => act({ type: 'redo' }) },
    redoAgain: { label: actionText.redo, keys: 'Ctrl Shift Z', isDisabled: workspace.at === workspace.steps.length - 1, run: () => act({ type: 'redo' }) },
    add: { label: actionText.add, icon: Plus, keys: 'T', run: () => open({ type: 'add' }) },
    clear: {
      label: actionText.clear, icon: PanelTop, isDisabled: isEmpty,
      run: () => {
        act({ type: 'clear' })
        select(nothing)
      },
    },
    close: { label: actionText.close, icon: X, isDisabled: workspace.steps.length === 1, run: () => open({ type: 'close' }) },
    toCase: { label: actionText.toCase, icon: FolderPlus, isDisabled: visible.nodes.length === 0 || !context.mayMakeCase, run: () => open({ type: 'case' }) },
  } satisfies Record<string, NetworkAction>
}

function depthActions({ calls }: ActionContext, keys: readonly string[]) {
  const expandTo = (depth: number): NetworkAction => ({
    label: actionText.depth(depth),
    keys: String(depth),
    isDisabled: keys.length === 0,
    run: () => void calls.expand(keys, { depth, filter: {}, limit: DEFAULT_LIMIT }),
  })
  return { depth1: expandTo(1), depth2: expandTo(2), depth3: expandTo(3), depth4: expandTo(4) }
}

function hide(keys: readonly string[]): void {
  act({ type: 'hide', keys })
  select(nothing)
}

/** Brings back what was copied, at the places it had; what is there already is shown again and stays where it is. */
function paste(): void {
  const clip = clipStore.get()
  if (!clip) return
  const { network, places } = clip
  act({ type: 'add', network, places, plans: [], what: stepText.paste(network.nodes.length) })
  select(new Set(network.nodes.map(({ key }) => key)))
}
