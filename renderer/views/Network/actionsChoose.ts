import { Network, Search, SquareDashedMousePointer } from 'lucide-react'
import { actionText } from '../../text/network.ts'
import type { ActionContext, NetworkAction } from './actionContext.ts'
import { select } from './networkStore.ts'
import { allNodes, inverted, selectedNodes, withNeighbours } from './selection.ts'

/** What changes the choice or goes to it. */
export function chooseActions({ drawing, visible, selection, find, inspect, rename, openEntity }: ActionContext) {
  const chosen = selectedNodes(visible, selection)
  const isEmpty = drawing.nodes.size === 0
  const [first] = chosen
  return {
    selectAll: { label: actionText.selectAll, icon: SquareDashedMousePointer, keys: 'Ctrl A', isDisabled: isEmpty, run: () => select(allNodes(visible)) },
    invert: { label: actionText.invert, keys: 'Alt A', isDisabled: isEmpty, run: () => select(inverted(visible, selection)) },
    neighbours: { label: actionText.neighbours, icon: Network, keys: 'B', isDisabled: chosen.length === 0, run: () => select(withNeighbours(visible, selection)) },
    find: { label: actionText.find, icon: Search, keys: 'Ctrl F', isDisabled: isEmpty, run: find },
    findAgain: { label: actionText.find, keys: '/', isDisabled: isEmpty, run: find },
    inspect: { label: actionText.inspect, keys: 'I', isDisabled: isEmpty, run: inspect },
    rename: { label: actionText.rename, keys: 'F2', isDisabled: isEmpty, run: rename },
    open: { label: actionText.open, isDisabled: chosen.length !== 1, run: () => first && openEntity(first.key) },
  } satisfies Record<string, NetworkAction>
}
