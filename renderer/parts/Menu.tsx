import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { KeyHint } from './KeyHint.tsx'
import './Menu.css'

export interface MenuAction {
  id: string
  label: string
  icon?: LucideIcon
  keys?: string
  isDisabled?: boolean
  /** shows a mark; for a choice among several */
  isChosen?: boolean
  /** draws a line above */
  startsGroup?: boolean
  onAction: () => void
}

/** Actions behind one button. `children` is that button. */
export function Menu({ label, actions, children }: { label: string; actions: readonly MenuAction[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {actions.flatMap((action) => [
            ...(action.startsGroup === true ? [<Separator key={`${action.id}-line`} className="menu-line" />] : []),
            <MenuRow key={action.id} {...action} />,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuRow({ id, label, icon: Icon, keys, isDisabled = false, isChosen, onAction }: MenuAction) {
  return (
    <MenuItem id={id} textValue={label} isDisabled={isDisabled} onAction={onAction} className="menu-item">
      {isChosen !== undefined && <span className="menu-mark">{isChosen ? '●' : ''}</span>}
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <Text slot="label">{label}</Text>
      {isChosen === true && <span className="unseen">(gekozen)</span>}
      {keys !== undefined && <KeyHint keys={keys} />}
    </MenuItem>
  )
}
