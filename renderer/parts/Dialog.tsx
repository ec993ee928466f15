import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Unsaved } from '../lib/drafts.ts'
import { partsText } from '../text/parts.ts'
import { IconButton } from './IconButton.tsx'
import { TypedBefore } from './Unsaved.tsx'
import './Dialog.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** buttons at the foot, the main one last */
  footer?: ReactNode
  width?: 'small' | 'medium' | 'large'
  /** for what must be answered: no closing by clicking beside it */
  isFirm?: boolean
  /** of the form in it: closing keeps what was typed, and opened again the dialog says so */
  draft?: Unsaved
}

/** A question or short task over the screen. Esc closes; the focus returns where it was. */
export function Dialog({ title, isOpen, onClose, children, footer, width = 'medium', isFirm = false, draft }: DialogProps) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!isFirm}>
      <Modal className={`dialog-frame dialog-${width}`}>
        <AriaDialog className="dialog" role={isFirm ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!isFirm && <IconButton label={partsText.close} icon={X} onPress={onClose} />}
          </header>
          <div className="dialog-body">
            {draft && <TypedBefore draft={draft} />}
            {children}
          </div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
