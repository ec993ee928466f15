import {
  Expand, Eye, EyeOff, FolderPlus, ImageDown, Maximize, Network, PanelTop, Pin, PinOff, Plus, Presentation, Redo2, RotateCcw, Route, Search, Settings2, SquareDashedMousePointer, Trash2, Undo2, ZoomIn, ZoomOut,
  type LucideIcon,
} from 'lucide-react'
import type { EntityKey } from '#shared/model/entity.ts'
import type { GraphHandle } from '../../graph/GraphCanvas.tsx'
import { isPresenting, present } from '../../lib/presentation.ts'
import { actionText } from '../../text/network.ts'
import { noFilter, type Drawing } from './drawing.ts'
import { act, select } from './networkStore.ts'
import { allNodes, inverted, missingLinks, nothing, selectedNodes, withNeighbours, type Selection } from './selection.ts'
import { DEFAULT_LIMIT, type NetworkCalls } from './useNetworkCalls.ts'
import type { Visible } from './visible.ts'
import type { Workspace } from './workspace.ts'

/** A question laid over the network. */
export type NetworkDialog =
  | { type: 'expand'; keys: readonly EntityKey[] }
  | { type: 'path'; from: EntityKey | null; to: EntityKey | null; exclude: readonly EntityKey[] }
  | { type: 'add' }
  | { type: 'case' }

/** More links than this are not simply added: the analyst is asked which. */
const MANY_LINKS = 60

/** One thing that can be done: a button, a line in a menu, a key. */
export interface NetworkAction {
  label: string
  icon?: LucideIcon
  keys?: string
  isDisabled?: boolean
  run: () => void
}

export type ActionId = keyof ReturnType<typeof networkActions>

/** What the actions look at and reach. */
export interface ActionContext {
  workspace: Workspace
  drawing: Drawing
  visible: Visible
  selection: Selection
  calls: NetworkCalls
  /** null while the tables are shown */
  canvas: GraphHandle | null
  open: (dialog: NetworkDialog) => void
  find: () => void
  save: (format: 'svg' | 'png') => void
  openEntity: (key: EntityKey) => void
  mayMakeCase: boolean
}

/** Everything that can be done now; the one list from which toolbar, menus and keys are made. */
export function networkActions(context: ActionContext) {
  const { workspace, drawing, visible, selection, calls, canvas, open } = context
  const chosen = selectedNodes(visible, selection)
  const keys = chosen.map(({ key }) => key)
  const hiddenChosen = visible.hidden.map(({ key }) => key).filter((key) => selection.has(key))
  const others = visible.nodes.map(({ key }) => key).filter((key) => !selection.has(key))
  const isEmpty = drawing.nodes.size === 0
  const hasPinned = chosen.length > 0 && chosen.every(({ pinned }) => pinned)
  const [first, second] = keys
  const expandTo = (depth: number) => ({
    label: actionText.depth(depth),
    keys: String(depth),
    isDisabled: keys.length === 0,
    run: () => void calls.expand(keys, { depth, filter: {}, limit: DEFAULT_LIMIT }),
  })
  return {
    expand: { label: actionText.expand, icon: Expand, keys: 'E', isDisabled: keys.length === 0, run: () => expandOrAsk(context, keys) },
    expandWith: { label: actionText.expandWith, icon: Settings2, keys: 'Shift E', isDisabled: keys.length === 0, run: () => open({ type: 'expand', keys }) },
    depth1: expandTo(1),
    depth2: expandTo(2),
    depth3: expandTo(3),
    depth4: expandTo(4),
    path: {
      label: actionText.path, icon: Route, keys: 'W', isDisabled: visible.nodes.length < 2,
      run: () => open({ type: 'path', from: first ?? null, to: second ?? null, exclude: [] }),
    },
    pin: {
      label: hasPinned ? actionText.unpin : actionText.pin, icon: hasPinned ? PinOff : Pin, keys: 'P', isDisabled: keys.length === 0,
      run: () => act({ type: 'pin', keys, isPinned: !hasPinned }),
    },
    hide: { label: actionText.hide, icon: EyeOff, keys: 'H', isDisabled: keys.length === 0, run: () => hide(keys) },
    hideByDelete: { label: actionText.hide, keys: 'Del', isDisabled: keys.length === 0, run: () => hide(keys) },
    hideOthers: { label: actionText.hideOthers, keys: 'Shift H', isDisabled: keys.length === 0 || others.length === 0, run: () => act({ type: 'hide', keys: others }) },
    show: {
      label: hiddenChosen.length > 0 ? actionText.showChosen : actionText.showAll, icon: Eye, keys: 'Alt H', isDisabled: visible.hidden.length === 0,
      run: () => act({ type: 'show', keys: hiddenChosen.length > 0 ? hiddenChosen : visible.hidden.map(({ key }) => key) }),
    },
    remove: {
      label: actionText.remove, icon: Trash2, keys: 'Shift Del', isDisabled: keys.length + hiddenChosen.length === 0,
      run: () => {
        act({ type: 'remove', keys: [...keys, ...hiddenChosen] })
        select(nothing)
      },
    },
    undo: { label: actionText.undo, icon: Undo2, keys: 'Ctrl Z', isDisabled: workspace.at === 0, run: () => act({ type: 'undo' }) },
    redo: { label: actionText.redo, icon: Redo2, keys: 'Ctrl Y', isDisabled: workspace.at === workspace.steps.length - 1, run: () => act({ type: 'redo' }) },
    redoAgain: { label: actionText.redo, keys: 'Ctrl Shift Z', isDisabled: workspace.at === workspace.steps.length - 1, run: () => act({ type: 'redo' }) },
    selectAll: { label: actionText.selectAll, icon: SquareDashedMousePointer, keys: 'Ctrl A', isDisabled: isEmpty, run: () => select(allNodes(visible)) },
    invert: { label: actionText.invert, keys: 'Alt A', isDisabled: isEmpty, run: () => select(inverted(visible, selection)) },
    neighbours: { label: actionText.neighbours, icon: Network, keys: 'B', isDisabled: keys.length === 0, run: () => select(withNeighbours(visible, selection)) },
    arrange: { label: actionText.arrange, icon: RotateCcw, keys: 'O', isDisabled: isEmpty, run: () => void calls.arrange(keys).then(() => canvas?.fit()) },
    resetFilter: { label: actionText.resetFilter, keys: 'Z', isDisabled: drawing.filter === noFilter, run: () => act({ type: 'filter', filter: noFilter }) },
    fit: { label: actionText.fit, icon: Maximize, keys: 'F', isDisabled: isEmpty, run: () => canvas?.fit() },
    zoomIn: { label: actionText.zoomIn, icon: ZoomIn, keys: '+', isDisabled: isEmpty, run: () => canvas?.zoomBy(1.25) },
    zoomOut: { label: actionText.zoomOut, icon: ZoomOut, keys: '-', isDisabled: isEmpty, run: () => canvas?.zoomBy(0.8) },
    find: { label: actionText.find, icon: Search, keys: 'Ctrl F', isDisabled: isEmpty, run: context.find },
    add: { label: actionText.add, icon: Plus, keys: 'T', run: () => open({ type: 'add' }) },
    present: { label: isPresenting.get() ? actionText.leavePresent : actionText.present, icon: Presentation, keys: 'V', isDisabled: isEmpty, run: () => present(!isPresenting.get()) },
    leave: { label: actionText.leavePresent, keys: 'Esc', isDisabled: !isPresenting.get(), run: () => present(false) },
    clear: {
      label: actionText.clear, icon: PanelTop, isDisabled: isEmpty,
      run: () => {
        act({ type: 'clear' })
        select(nothing)
      },
    },
    open: { label: actionText.open, isDisabled: keys.length !== 1, run: () => first !== undefined && context.openEntity(first) },
    svg: { label: actionText.svg, icon: ImageDown, isDisabled: visible.nodes.length === 0, run: () => context.save('svg') },
    png: { label: actionText.png, icon: ImageDown, isDisabled: visible.nodes.length === 0, run: () => context.save('png') },
    toCase: { label: actionText.toCase, icon: FolderPlus, isDisabled: visible.nodes.length === 0 || !context.mayMakeCase, run: () => open({ type: 'case' }) },
  } satisfies Record<string, NetworkAction>
}

function hide(keys: readonly EntityKey[]): void {
  act({ type: 'hide', keys })
  select(nothing)
}

/** Adds what is linked, or asks which of it when that is much. */
export function expandOrAsk({ drawing, calls, open }: Pick<ActionContext, 'drawing' | 'calls' | 'open'>, keys: readonly EntityKey[]): void {
  const missing = keys.reduce((sum, key) => sum + missingLinks(drawing, key), 0)
  if (missing > MANY_LINKS) open({ type: 'expand', keys })
  else void calls.expand(keys, { depth: 1, filter: {}, limit: DEFAULT_LIMIT })
}
