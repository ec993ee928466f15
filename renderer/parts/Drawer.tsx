import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { partsText } from '../text/parts.ts'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

export interface DrawerProps {
  title: string
  /** one line under the title */
  subtitle?: ReactNode
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
}

/** A sheet from the right for looking something up without leaving the screen. */
export function Drawer({ title, subtitle, isOpen, onClose, children, footer }: DrawerProps) {
  return (
    <ModalOverlay className="scrim scrim-drawer" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="drawer-frame">
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <div className="dialog-titles">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {subtitle !== undefined && <div className="small soft">{subtitle}</div>}
            </div>
            <IconButton label={partsText.close} icon={X} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
