import { Combine, RotateCcw, Ungroup } from 'lucide-react'
import { actionText, stepText } from '../../text/network.ts'
import type { ActionContext, NetworkAction } from './actionContext.ts'
import { arrange, withoutOverlap, type Arrangement } from './arrangements.ts'
import { chosenGroups, groupBy, groupChosen, openGroup } from './groupDeeds.ts'
import type { GroupBasis } from './groups.ts'
import { act } from './networkStore.ts'
import { selectedNodes } from './selection.ts'

/** What changes how it stands: layouts of everything or of what is chosen, lining up, groups. */
export function shapeActions(context: ActionContext) {
  const { drawing, visible, selection, calls, canvas } = context
  const chosen = selectedNodes(visible, selection)
  const isEmpty = drawing.nodes.size === 0
  const subject = chosen.length > 1 ? chosen : visible.nodes
  const groups = chosenGroups(drawing, selection)
  const [group] = groups
  const shape = (how: Arrangement, needsChoice: boolean): NetworkAction => ({
    label: actionText.shapes[how],
    isDisabled: isEmpty || (needsChoice && chosen.length < 2),
    run: () => act({ type: 'arrange', places: arrange(how, subject, visible), how: stepText.shape(actionText.shapes[how]) }),
  })
  const by = (basis: GroupBasis): NetworkAction => ({ label: actionText.groupBy[basis], isDisabled: isEmpty, run: () => groupBy(visible, basis) })
  return {
    arrange: { label: actionText.arrange, icon: RotateCcw, keys: 'Shift O', isDisabled: isEmpty, run: () => void calls.arrange(chosen.map(({ key }) => key)).then(() => canvas?.fit()) },
    overlap: { label: actionText.overlap, keys: 'O', isDisabled: isEmpty, run: () => act({ type: 'arrange', places: withoutOverlap(visible.nodes), how: stepText.overlap }) },
    left: shape('left', true),
    middle: shape('middle', true),
    top: shape('top', true),
    spreadAcross: shape('spreadAcross', true),
    spreadDown: shape('spreadDown', true),
    grid: shape('grid', false),
    circle: shape('circle', false),
    tree: shape('tree', false),
    years: shape('years', false),
    groupChosen: { label: actionText.groupChosen, icon: Combine, keys: 'G', isDisabled: chosen.length < 2, run: () => groupChosen(chosen.map(({ key }) => key)) },
    groupToggle: {
      label: group?.isOpen === true ? actionText.groupClose : actionText.groupOpen, icon: Ungroup, keys: 'Shift G', isDisabled: !group,
      run: () => {
        for (const each of groups) {
          if (each.isOpen) act({ type: 'openGroup', id: each.id, isOpen: false, places: [] })
          else openGroup(drawing, each)
        }
      },
    },
    groupByAddress: by('address'),
    groupByHolding: by('holding'),
    groupByFamily: by('family'),
    groupLeaves: by('leaves'),
    dissolveAll: {
      label: actionText.dissolveAll, isDisabled: drawing.groups.size === 0,
      run: () => {
        for (const id of drawing.groups.keys()) act({ type: 'dissolve', id })
      },
    },
  } satisfies Record<string, NetworkAction>
}
