import { ChevronDown } from 'lucide-react'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Menu, type MenuAction } from '../../parts/Menu.tsx'
import { Toolbar } from '../../parts/Toolbar.tsx'
import { networkText } from '../../text/network.ts'
import type { NetworkAction } from './actionContext.ts'
import type { ActionId } from './actions.ts'

type Actions = Record<ActionId, NetworkAction>

const inSight: readonly ActionId[] = ['add', 'expand', 'path', 'pin', 'hide']
const inFull: readonly ActionId[] = ['expand', 'path', 'hide', 'leave']
const undoing = ['undo', 'redo'] as const
const arranging: readonly (readonly ActionId[])[] = [
  ['arrange', 'overlap', 'fit'],
  ['grid', 'circle', 'tree', 'years'],
  ['left', 'middle', 'top', 'spreadAcross', 'spreadDown'],
  ['groupChosen', 'groupToggle', 'groupByAddress', 'groupByHolding', 'groupByFamily', 'groupLeaves', 'dissolveAll'],
]
const behindMore: readonly (readonly ActionId[])[] = [
  ['expandWith', 'depth1', 'depth2', 'depth3', 'depth4', 'connect'],
  ['note', 'suppose'],
  ['hideOthers', 'show', 'copy', 'cut', 'paste', 'remove'],
  ['selectAll', 'invert', 'neighbours', 'find', 'inspect', 'rename'],
  ['doubleClick', 'present', 'resetFilter'],
  ['saveView', 'png', 'data'],
  ['clear', 'close'],
]

/** The most used actions as buttons, the others behind one. */
export function NetworkToolbar({ actions, isFull }: { actions: Actions; isFull: boolean }) {
  return (
    <Toolbar label={networkText.tools}>
      {(isFull ? inFull : inSight).map((id) => {
        const { label, keys, isDisabled, run } = actions[id]
        return (
          <Button key={id} onPress={run} {...(keys ? { keys } : {})} isDisabled={isDisabled ?? false}>
            {label}
          </Button>
        )
      })}
      {undoing.map((id) => {
        const { label, icon, keys, isDisabled, run } = actions[id]
        return icon && <IconButton key={id} label={label} icon={icon} onPress={run} {...(keys ? { keys } : {})} isDisabled={isDisabled ?? false} />
      })}
      {!isFull && (
        <Menu label={networkText.arranging} actions={menuOf(actions, arranging, networkText.arrangingGroups)}>
          <Button icon={ChevronDown}>{networkText.arranging}</Button>
        </Menu>
      )}
      <Menu label={networkText.more} actions={menuOf(actions, behindMore, networkText.moreGroups)}>
        <Button icon={ChevronDown}>{networkText.more}</Button>
      </Menu>
    </Toolbar>
  )
}

/** Groups of actions as lines of a menu. @param names of the groups, where they have any */
export function menuOf(actions: Actions, groups: readonly (readonly ActionId[])[], names: readonly string[] = []): MenuAction[] {
  return groups.flatMap((group, index) => {
    const beginning = names[index] ?? (index > 0 ? true : undefined)
    return group.map((id, place): MenuAction => {
      const { label, icon, keys, isDisabled = false, run } = actions[id]
      return { id, label, isDisabled, onAction: run, ...(icon ? { icon } : {}), ...(keys ? { keys } : {}), ...(beginning !== undefined && place === 0 ? { startsGroup: beginning } : {}) }
    })
  })
}
