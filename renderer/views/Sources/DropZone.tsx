import type { DragEvent, ReactNode } from 'react'
import type { GrantedFile } from '#shared/contract/bridge.ts'
import { tell } from '../../parts/toasts.tsx'
import { sourcesText as text } from '../../text/sources.ts'

export interface DropZoneProps {
  className: string
  isOver: boolean
  onOver: (isOver: boolean) => void
  onFiles: (files: readonly GrantedFile[]) => void
  children: ReactNode
}

/** The whole screen takes files that are dropped on it; the button for choosing them does the same without a mouse. */
export function DropZone({ className, isOver, onOver, onFiles, children }: DropZoneProps) {
  function over(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    onOver(true)
  }

  function leave(event: DragEvent) {
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
    if (!isInside) onOver(false)
  }

  async function drop(event: DragEvent) {
    event.preventDefault()
    onOver(false)
    const dropped = [...event.dataTransfer.files]
    const granted = await Promise.all(dropped.map((file) => window.shell.grantDropped(file)))
    const files = granted.filter((file) => file !== null)
    if (files.length < dropped.length) tell(text.drop.refused)
    if (files.length > 0) onFiles(files)
  }

  return (
    <div className={className} role="presentation" onDragOver={over} onDragLeave={leave} onDrop={(event) => void drop(event)}>
      {children}
      {isOver && <div className="sources-over">{text.drop.more}</div>}
    </div>
  )
}
