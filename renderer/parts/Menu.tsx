import type { LucideIcon } from 'lucide-react'
import { useRef, type ReactElement } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { partsText } from '../text/parts.ts'
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
  /** draws a line above, or says what the next ones have in common */
  startsGroup?: true | string
  onAction: () => void
}

/** Actions behind one button. `children` is that button. */
export function Menu({ label, actions, children }: { label: string; actions: readonly MenuAction[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <MenuList label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  )
}

/** A context menu at a place within the window, in pixels; null is closed. The focus returns where it was. */
export function MenuAt({ label, actions, at, onClose }: { label: string; actions: readonly MenuAction[]; at: { x: number; y: number } | null; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} aria-hidden />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        getTargetRect={() => at && new DOMRect(at.x, at.y, 0, 0)}
        isOpen={at !== null}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
      >
        <MenuList label={label} actions={actions} onClose={onClose} />
      </Popover>
    </>
  )
}

/** A menu whose groups have names is shown in columns, so that all of it is seen at once. */
function MenuList({ label, actions, onClose }: { label: string; actions: readonly MenuAction[]; onClose?: () => void }) {
  const groups = groupsOf(actions)
  const hasNames = groups.some(([first]) => typeof first?.startsGroup === 'string')
  return (
    <AriaMenu className={hasNames ? 'menu menu-columns' : 'menu'} aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {groups.flatMap((group) => {
        const [first] = group
        const rows = group.map((action) => <MenuRow key={action.id} {...action} />)
        if (typeof first?.startsGroup !== 'string') return first?.startsGroup === true ? [<Separator key={`${first.id}-line`} className="menu-line" />, ...rows] : rows
        return [
          <MenuSection key={first.startsGroup} className="menu-group">
            <Header className="menu-heading">{first.startsGroup}</Header>
            {rows}
          </MenuSection>,
        ]
      })}
    </AriaMenu>
  )
}

function groupsOf(actions: readonly MenuAction[]): MenuAction[][] {
  const groups: MenuAction[][] = [[]]
  for (const action of actions) {
    if (action.startsGroup !== undefined && groups.at(-1)?.length !== 0) groups.push([])
    groups.at(-1)?.push(action)
  }
  return groups
}

function MenuRow({ id, label, icon: Icon, keys, isDisabled = false, isChosen, onAction }: MenuAction) {
  return (
    <MenuItem id={id} textValue={label} isDisabled={isDisabled} onAction={onAction} className="menu-item">
      {isChosen !== undefined && <span className="menu-mark">{isChosen ? '●' : ''}</span>}
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <Text slot="label">{label}</Text>
      {isChosen === true && <span className="unseen">{partsText.chosen}</span>}
      {keys !== undefined && <KeyHint keys={keys} />}
    </MenuItem>
  )
}
