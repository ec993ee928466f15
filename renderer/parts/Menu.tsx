import type { LucideIcon } from 'lucide-react'
import { useRef, type ReactElement } from 'react'
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

function MenuList({ label, actions, onClose }: { label: string; actions: readonly MenuAction[]; onClose?: () => void }) {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {actions.flatMap((action) => [
        ...(action.startsGroup === true ? [<Separator key={`${action.id}-line`} className="menu-line" />] : []),
        <MenuRow key={action.id} {...action} />,
      ])}
    </AriaMenu>
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
