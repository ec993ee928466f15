import { BookmarkPlus, FileOutput, Hand, ImageDown, LassoSelect, Maximize, MousePointerClick, Presentation, SquareDashed, ZoomIn, ZoomOut } from 'lucide-react'
import { isPresenting, present } from '../../lib/presentation.ts'
import type { HandMode } from '../../graph/hand.ts'
import { actionText } from '../../text/network.ts'
import { viewsText } from '../../text/networkViews.ts'
import type { ActionContext, NetworkAction } from './actionContext.ts'
import { noFilter } from './drawing.ts'
import { act, doubleClickStore, handStore } from './networkStore.ts'

/** What changes how it is looked at, and pictures of it. */
export function viewActions({ drawing, visible, canvas, open, maySaveView }: ActionContext) {
  const isEmpty = drawing.nodes.size === 0
  const opens = doubleClickStore.get() === 'open'
  const fit: NetworkAction = { label: actionText.fit, icon: Maximize, keys: 'F', isDisabled: isEmpty, run: () => canvas?.fit() }
  const hand = (mode: HandMode, icon: NonNullable<NetworkAction['icon']>, keys: string): NetworkAction => ({
    label: actionText.hand[mode], icon, keys, isDisabled: isEmpty, run: () => handStore.set(handStore.get() === mode ? 'move' : mode),
  })
  return {
    fit,
    fitAgain: { ...fit, keys: 'Shift 1' },
    zoomIn: { label: actionText.zoomIn, icon: ZoomIn, keys: '+', isDisabled: isEmpty, run: () => canvas?.zoomBy(1.25) },
    zoomOut: { label: actionText.zoomOut, icon: ZoomOut, keys: '-', isDisabled: isEmpty, run: () => canvas?.zoomBy(0.8) },
    handMove: hand('move', Hand, 'M'),
    handRectangle: hand('rectangle', SquareDashed, 'R'),
    handLasso: hand('lasso', LassoSelect, 'L'),
    doubleClick: { label: opens ? actionText.doubleExpands : actionText.doubleOpens, icon: MousePointerClick, run: () => doubleClickStore.set(opens ? 'expand' : 'open') },
    resetFilter: { label: actionText.resetFilter, keys: 'Z', isDisabled: drawing.filter === noFilter, run: () => act({ type: 'filter', filter: noFilter }) },
    present: { label: isPresenting.get() ? actionText.leavePresent : actionText.present, icon: Presentation, keys: 'V', isDisabled: isEmpty, run: () => present(!isPresenting.get()) },
    leave: { label: actionText.leavePresent, keys: 'Esc', isDisabled: !isPresenting.get(), run: () => present(false) },
    png: { label: actionText.png, icon: ImageDown, isDisabled: visible.nodes.length === 0, run: () => open({ type: 'export', format: 'png' }) },
    saveView: { label: viewsText.save, icon: BookmarkPlus, keys: 'Ctrl S', isDisabled: visible.nodes.length + visible.groups.length === 0 || !maySaveView, run: () => open({ type: 'saveView' }) },
    data: { label: actionText.data, icon: FileOutput, keys: 'X', isDisabled: visible.nodes.length === 0, run: () => open({ type: 'export', format: 'xlsx' }) },
  } satisfies Record<string, NetworkAction>
}
