import { Component, type ReactNode } from 'react'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { frameText } from '../text/frame.ts'
import { partsText } from '../text/parts.ts'

/** A fault in one screen leaves the frame standing, with a way to go on. */
export class CrashGuard extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children
    const retry = <Button onPress={() => this.setState({ hasCrashed: false })}>{partsText.retry}</Button>
    return (
      <EmptyState title={frameText.crash.title} action={retry}>
        {frameText.crash.why}
      </EmptyState>
    )
  }
}
